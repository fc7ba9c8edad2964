import type { PortalRow, PortalsView, RestingRule } from '../../messages/requests.ts';
import { switchedOff } from '../../messages/switched-off.ts';
import type { Language, Translate } from '../../platform/i18n.ts';
import type { HealthText } from '../../platform/texts/health.ts';
import type { Environment } from './environment.ts';
import { faultText } from './fault-words.ts';
import type { SiteRow, Sites } from './sites.ts';

/** One line of the page: shown in a list, and copied as `label: value`. */
export interface HealthLine {
  readonly label: string;
  readonly value: string;
  /** Something to look at; its words say so, a colour only repeats it. */
  readonly look: boolean;
}

type T = Translate<HealthText>;

/** The parts of this installation, one line each. `time` prints an epoch ms; `size` prints bytes. */
export function environmentLines(
  { extension, browser, house, journal, storage, alarm, shortcut, policy }: Environment,
  t: T,
  time: (ms: number) => string,
): readonly HealthLine[] {
  const line = (label: HealthText, value: string | undefined, look = value === undefined): HealthLine => ({
    label: t(label),
    value: value ?? t('noAnswer'),
    look,
  });
  return [
    line('extension', extension),
    line('browser', browser),
    line('pack', house?.versions.pack),
    line('calendar', house?.versions.calendar),
    line('journal', journal ? t('journalState', { entries: journal.entries, watched: journal.watched }) : undefined),
    line(
      'storage',
      storage ? t(storage.kept ? 'storageKept' : 'storageState', { size: shownSize(storage.bytes) }) : undefined,
    ),
    line('alarm', alarm === null ? t('alarmNone') : t('alarmAt', { time: time(alarm) }), alarm === null),
    line('shortcut', shortcut ?? t('shortcutNone'), shortcut === null),
    line('policy', policyState(policy, t), policy === null || policy.ignored.length > 0),
  ];
}

/** Names of keys only: what they hold may name people. */
function policyState(policy: Environment['policy'], t: T): string | undefined {
  if (policy === null) return undefined;
  const { used, ignored } = policy;
  const words = [
    used.length > 0 ? t('policyUsed', { keys: used.join(', ') }) : '',
    ignored.length > 0 ? t('policyIgnored', { keys: ignored.join(', ') }) : '',
  ].filter((word) => word !== '');
  return words.length === 0 ? t('policyNone') : words.join('; ');
}

/** How we stand on each site, one line each; the host alone, never an address. */
export function siteLines({ rows }: Sites, portals: PortalsView | null, t: T): readonly HealthLine[] {
  return rows.map((row) => ({
    label: row.site.host,
    value: siteState(row, portals, t),
    look: !row.allowed || offBy(row, portals) !== null,
  }));
}

/** `Đang dùng · có sẵn`. Where we may run, but a profile of the host is off, we do not. */
export function siteState(row: SiteRow, portals: PortalsView | null, t: T): string {
  const { site, listed, allowed } = row;
  const by = offBy(row, portals);
  const runs = by === null ? 'siteRuns' : OFF_BY[by];
  const origin = listed ? 'siteListed' : 'siteGranted';
  const words = [t(allowed ? runs : 'siteNot'), t(origin), site.secure ? '' : t('siteHttp')];
  return words.filter((word) => word !== '').join(' · ');
}

/** Who keeps the overlay off this site; null also while nobody can say. */
function offBy({ site }: SiteRow, portals: PortalsView | null) {
  return portals === null ? null : (switchedOff(portals, site.host)?.by ?? null);
}

/** What is known of portals, one line each: by id, which stands in file names too. And what is wrong with those not used. */
export function portalLines({ rows, allOff, faults }: PortalsView, t: T, language: Language): readonly HealthLine[] {
  const all = allOff ? [{ label: t('fromPolicy'), value: t('portalsAllOff'), look: true }] : [];
  return [
    ...all,
    ...rows.map((row) => ({ label: row.profile.id, value: portalState(row, t), look: row.offBy !== null })),
    ...faults.map((fault) => ({
      label: [t(fault.in === 'policy' ? 'fromPolicy' : 'fromHere'), fault.id]
        .filter((part) => part !== null)
        .join(' · '),
      value: faultText(fault, language),
      look: true,
    })),
  ];
}

/** `mình đã dạy · đã đối chiếu`. */
export function portalState({ origin, profile, offBy, replacedBy }: PortalRow, t: T): string {
  const { version, confidence } = profile;
  const words = [
    offBy && t(OFF_BY[offBy]),
    replacedBy && t(replacedBy === 'policy' ? 'replacedByPolicy' : 'replacedByFile'),
    t(ORIGINS[origin]),
    version && t('version', { version }),
    t(CONFIDENCE[confidence]),
  ];
  return words.filter((word) => word).join(' · ');
}

const ORIGINS = {
  policy: 'fromPolicy',
  taught: 'fromLesson',
  imported: 'fromFile',
  shipped: 'fromRelease',
} as const satisfies Record<PortalRow['origin'], HealthText>;

const OFF_BY = {
  policy: 'offByPolicy',
  file: 'offByFile',
  official: 'offByOfficial',
} as const satisfies Record<NonNullable<PortalRow['offBy']>, HealthText>;

const CONFIDENCE = {
  verified: 'isVerified',
  recalled: 'isRecalled',
  uncertain: 'isUncertain',
} as const satisfies Record<PortalRow['profile']['confidence'], HealthText>;

/** What rests somewhere because it took too long, one line each. */
export function restingLines(
  resting: readonly RestingRule[],
  t: T,
  time: (ms: number) => string,
): readonly HealthLine[] {
  return resting.map((row) => ({ label: row.host, value: restState(row, t, time), look: true }));
}

/** `Đọc trang · mất 84 ms · 16:30, 24/11/2026`. */
export function restState({ rule, ms, at }: RestingRule, t: T, time: (ms: number) => string): string {
  return [t(RULE_NAMES[rule]), t('ruleTook', { ms }), time(at)].join(' · ');
}

export const RULE_NAMES = {
  read: 'ruleRead',
  rows: 'ruleRows',
} as const satisfies Record<RestingRule['rule'], HealthText>;

/** All of it as plain text, to be sent to whoever helps. */
export function linesText(
  sections: readonly { readonly title: string; readonly lines: readonly HealthLine[] }[],
): string {
  const texts = sections.map(({ title, lines }) =>
    [title, ...lines.map(({ label, value }) => `- ${label}: ${value}`)].join('\n'),
  );
  return `${texts.join('\n\n')}\n`;
}

/** `0,4 MB`: one decimal, with the comma of Vietnam. */
function shownSize(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
}
