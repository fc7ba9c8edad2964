/** What every id of a taught profile begins with: its pages and labels are laid over whatever else is known of the host. */
const TAUGHT = 'taught-';

/** Longest id a profile may have. */
const LONGEST = 64;

/**
 * The id of what was taught for a host (with its port, if the address has one); one for each host. Ids know no other
 * mark than `-`: a host that its words do not give again (`a-b.vn`, `a.b:8080`) has a number of its own at the end.
 */
export function taughtId(host: string): string {
  const words = host.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const id = `${TAUGHT}${words.join('-')}`;
  if (words.join('.') === host && id.length <= LONGEST) return id;
  const mark = `-${fnv1a(host)}`;
  return `${id.slice(0, LONGEST - mark.length).replace(/-$/, '')}${mark}`;
}

/** FNV-1a, 32 bits, eight hexadecimal digits. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Whether a profile was taught, here or on a colleague's computer. */
export function isTaughtId(id: string): boolean {
  return id.startsWith(TAUGHT);
}
