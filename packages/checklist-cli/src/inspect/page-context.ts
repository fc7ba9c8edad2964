import { readPackText } from 'checklist-core/pack';
import type { PageContext, PortalProfile } from 'page-reader';
import { closestProfile, layOver, parseProfile } from 'page-reader/profile';
import { portals } from '../../../../src/rules/portals/index.ts';
import { procedures } from '../../../../src/rules/procedures/index.ts';
import { procedureSpellings } from '../../../../src/rules/resolve-procedure.ts';
import { readTextFile } from '../input-file.ts';
import { shown } from '../question-value.ts';
import { shownFault } from '../shown-fault.ts';
import { UsageError } from '../usage-error.ts';

/** What the reader is told besides the page, and what its author should know about that. */
export interface KnownPage {
  readonly context: PageContext;
  readonly warnings: readonly string[];
}

/**
 * The address of a page with the profile that goes with it: the one in the file, laid over the shipped one of the
 * host; the procedure table as the extension uses it. @throws UsageError with every fault of the profile.
 */
export async function knownPage(address: string, profileFile: string | undefined): Promise<KnownPage> {
  const url = pageAddress(address);
  const tried = profileFile === undefined ? null : await readProfile(profileFile);
  const profile = profileInForce(tried, url.host);
  const context = { url: url.href, profile, procedures: procedureSpellings(procedures) };
  return { context, warnings: profile === null ? [] : warningsOf(profile, url) };
}

/** As in the extension: laid over what ships for the host, in the place of a shipped one with the same id. */
function profileInForce(tried: PortalProfile | null, host: string): PortalProfile | null {
  const shipped = closestProfile(
    portals.filter(({ id }) => id !== tried?.id),
    host,
  );
  return tried !== null && shipped !== null ? layOver(tried, shipped) : (tried ?? shipped);
}

function pageAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '') return url;
  throw new UsageError(
    `--url ${shown(text)}: not the address of a page. Copy it from the browser, like https://motcua.example.vn/chi-tiet-ho-so/1.`,
  );
}

async function readProfile(path: string): Promise<PortalProfile> {
  const read = await readTextFile(path);
  if (!read.ok) throw new UsageError(`${path}: ${read.fault}`);
  const json = readPackText(read.text);
  const parsed = json.ok ? parseProfile(json.value) : json;
  if (parsed.ok) return parsed.profile;
  throw new UsageError(parsed.faults.map((fault) => shownFault(path, fault)).join('\n'));
}

function warningsOf(profile: PortalProfile, { host }: URL): readonly string[] {
  const warnings: string[] = [];
  if (closestProfile([profile], host) === null) {
    warnings.push(`the profile ${shown(profile.id)} does not name the host ${host}: add it to "hosts"`);
  }
  if (profile.enabled === false) {
    warnings.push(`the profile ${shown(profile.id)} is switched off ("enabled": false): nothing is read on this host`);
  }
  return warnings;
}
