/** The window in which a saved page is imagined, in CSS pixels: the commonest screen of an office. */
const WINDOW: Readonly<Record<string, number>> = { width: 1366, height: 768 };
const FONT_SIZE = 16;
const COMPARED = /^([\d.]+\w*)?\s*(<=|>=|<|>|=)?\s*(width|height)\s*(?:(<=|>=|<|>|=)\s*([\d.]+\w*))?$/;

/** What a desktop browser with a mouse and without wishes of its user answers. */
const FEATURES: Readonly<Record<string, string>> = {
  orientation: 'landscape',
  hover: 'hover',
  'any-hover': 'hover',
  pointer: 'fine',
  'any-pointer': 'fine',
  scripting: 'enabled',
  'prefers-color-scheme': 'light',
  'prefers-reduced-motion': 'no-preference',
};

/** Whether a media query list holds on an office screen; one that says something unknown does not hold. */
export function isOnScreen(media: string): boolean {
  const queries = media.toLowerCase().trim();
  return queries === '' || queries.split(',').some((query) => holds(query.trim()));
}

function holds(query: string): boolean {
  const [, prefix, type, rest = ''] = /^(?:(not|only)\s+)?(?:([a-z]+)(?:\s+and\s+|$))?(.*)$/s.exec(query) ?? [];
  const ofScreen = type === undefined || type === 'all' || type === 'screen';
  const features = rest === '' || rest.split(/\s+or\s+/).some((all) => all.split(/\s+and\s+/).every(hasFeature));
  return (ofScreen && features) !== (prefix === 'not');
}

function hasFeature(feature: string): boolean {
  const [, inside] = /^\(\s*([^()]*?)\s*\)$/.exec(feature.trim()) ?? [];
  if (inside === undefined) return false;
  const [, name = '', value] = /^([a-z-]+)\s*(?::\s*(.*))?$/.exec(inside) ?? [];
  const bound = /^(min|max)-(width|height)$/.exec(name);
  if (bound !== null) return compares(WINDOW[bound[2] ?? ''], bound[1] === 'min' ? '>=' : '<=', pixels(value));
  if (name in FEATURES) return value === undefined || value === FEATURES[name];
  const [, low, first = '', axis = '', second = '', high] = COMPARED.exec(inside) ?? [];
  if (axis === '') return false;
  const size = WINDOW[axis];
  return (
    (low === undefined || compares(pixels(low), first, size)) &&
    (high === undefined || compares(size, second, pixels(high)))
  );
}

function compares(a = Number.NaN, sign: string, b = Number.NaN): boolean {
  if (sign === '<') return a < b;
  if (sign === '<=') return a <= b;
  if (sign === '>') return a > b;
  return sign === '>=' ? a >= b : a === b;
}

function pixels(length = ''): number {
  const [, number, unit = ''] = /^([\d.]+)(px|em|rem)?$/.exec(length) ?? [];
  return Number(number) * (unit.endsWith('em') ? FONT_SIZE : 1);
}
