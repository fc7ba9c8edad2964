import * as v from 'valibot';

const ID = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** An id of a pack, rule, cue, pause point or group: no space, no capital, so that no name and no sentence fits. */
export const idSchema = v.pipe(v.string(), v.regex(ID, 'not an id'));

/**
 * Schema of an object whose keys are ids and whose values are of one schema. The library's own drops the keys
 * `constructor` and `prototype` in silence; both are ids, and what is sealed must not say less than what was given.
 */
export function recordById<T>(
  schema: v.GenericSchema<unknown, T>,
): v.GenericSchema<unknown, Readonly<Record<string, T>>> {
  return v.pipe(
    v.custom<Readonly<Record<string, T>>>(isObject, 'not an object'),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const all = { ...dataset.value };
      for (const [key, value] of Object.entries(all)) {
        const place = { type: 'object', origin: 'value', input: all, key, value } as const;
        if (!ID.test(key)) addIssue({ message: 'not an id', path: [place] });
        const [issue] = v.safeParse(schema, value).issues ?? [];
        if (issue !== undefined) addIssue({ message: issue.message, path: [place, ...(issue.path ?? [])] });
      }
    }),
  );
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
