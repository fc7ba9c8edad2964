/** What every id of a taught profile begins with: its pages and labels are laid over whatever else is known of the host. */
const TAUGHT = 'taught-';

/** The id of what was taught for a host (with its port, if the address has one); one for each host. */
export function taughtId(host: string): string {
  const words = host.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return `${TAUGHT}${words.join('-')}`.slice(0, 64).replace(/-$/, '');
}

/** Whether a profile was taught, here or on a colleague's computer. */
export function isTaughtId(id: string): boolean {
  return id.startsWith(TAUGHT);
}
