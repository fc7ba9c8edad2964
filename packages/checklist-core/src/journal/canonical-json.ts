import canonicalize from 'canonicalize';

/**
 * What may be handed over to be written. JSON has no `undefined`, dates, functions and class instances; interfaces have
 * no index signature, so that is checked at run time.
 */
export type JsonInput = string | number | boolean | null | object;

/**
 * The RFC 8785 (JCS) text of a value.
 * @throws TypeError for undefined, functions, symbols, bigints and objects that are not plain: the library would leave
 *   some of them out in silence, and a leaf must not say less than its entry.
 * @throws Error for lone surrogates, NaN, Infinity and circles (from the library).
 */
export function canonicalText(value: JsonInput): string {
  const text = canonicalize(value);
  refuseForeign(value, '$');
  if (text === undefined) throw new TypeError('$: not JSON');
  return text;
}

/** The UTF-8 bytes of `canonicalText`; throws as it does. */
export function canonicalBytes(value: JsonInput): Uint8Array {
  return new TextEncoder().encode(canonicalText(value));
}

function refuseForeign(value: unknown, path: string): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return;
  if (typeof value !== 'object') throw new TypeError(`${path}: ${typeof value} is not JSON`);
  if (Array.isArray(value)) {
    // Array.from turns holes into undefined; forEach would skip them.
    Array.from(value).forEach((item, index) => {
      refuseForeign(item, `${path}[${index}]`);
    });
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError(`${path}: not a plain object`);
  for (const [key, item] of Object.entries(value)) refuseForeign(item, `${path}.${key}`);
}
