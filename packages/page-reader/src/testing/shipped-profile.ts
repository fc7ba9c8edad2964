import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseProfile } from '../parse-profile.ts';
import type { PortalProfile } from '../portal-profile.ts';

const FOLDER = join(import.meta.dirname, '../../../../src/rules/portals');

/** A profile that ships, read as if it came from outside: this package imports no rules, its tests read their files. */
export function shippedProfile(id: string): PortalProfile {
  const parsed = parseProfile(JSON.parse(readFileSync(join(FOLDER, `${id}.json`), 'utf8')));
  if (!parsed.ok) throw new Error(`${id}: ${JSON.stringify(parsed.faults)}`);
  return parsed.profile;
}
