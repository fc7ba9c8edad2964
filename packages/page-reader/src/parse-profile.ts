import type { Fault } from 'checklist-core';
import * as v from 'valibot';
import type { PortalProfile } from './portal-profile.ts';

export type ParsedProfile =
  | { readonly ok: true; readonly profile: PortalProfile }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const id = v.pipe(
  v.string(),
  v.maxLength(64),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by "-"'),
);
const line = v.pipe(v.string(), v.maxLength(200), v.regex(/\S/, 'must not be empty'));
const lines = v.pipe(v.array(line), v.maxLength(50));
const someLines = v.pipe(lines, v.minLength(1, 'must not be empty'));
const pattern = v.pipe(v.string(), v.maxLength(200), v.check(compiles, 'must be a regular expression'));
const host = v.pipe(
  v.string(),
  v.maxLength(253),
  v.regex(/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'must be a host name like "motcua.example.vn" or "*.example.vn"'),
);
const kind = v.picklist(['list', 'detail', 'receive', 'return', 'rating', 'procedure', 'filing', 'other']);
const LABEL_KEYS = [
  'code',
  'procedureCode',
  'procedureName',
  'channel',
  'submitted',
  'submittedDirect',
  'submittedOnline',
  'received',
  'receivedDirect',
  'receivedOnline',
  'receivedPost',
  'due',
  'newDue',
  'stepDue',
  'term',
  'status',
  'dueText',
  'mixed',
  'never',
] as const;

const page = v.pipe(
  v.strictObject({ kind, url: v.exactOptional(pattern), heading: v.exactOptional(someLines) }),
  v.check(({ url, heading }) => url !== undefined || heading !== undefined, 'needs a url or a heading'),
);
const sign = v.variant('sign', [
  v.strictObject({ sign: v.literal('text'), text: line }),
  v.strictObject({ sign: v.literal('status'), status: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)) }),
  v.strictObject({ sign: v.literal('url'), pattern }),
]);
const action = v.strictObject({
  id,
  outcome: v.picklist(['received', 'returned', 'supplement', 'refused']),
  on: v.pipe(v.array(kind), v.minLength(1, 'must not be empty')),
  start: someLines,
  commit: lines,
  success: v.pipe(v.array(sign), v.minLength(1, 'must not be empty')),
  failure: lines,
});

const profileSchema: v.GenericSchema<unknown, PortalProfile> = v.strictObject({
  format: v.literal('portal-profile/1'),
  id,
  title: line,
  hosts: v.pipe(v.array(host), v.maxLength(200)),
  pages: v.pipe(v.array(page), v.maxLength(50)),
  labels: v.record(v.picklist(LABEL_KEYS), lines),
  actions: v.pipe(
    v.array(action),
    v.maxLength(50),
    v.check((all) => new Set(all.map((one) => one.id)).size === all.length, 'two actions have the same id'),
  ),
  confidence: v.picklist(['verified', 'recalled', 'uncertain']),
  source: v.pipe(v.string(), v.maxLength(1000), v.regex(/\S/, 'must not be empty')),
});

/**
 * Reads a portal profile out of unknown JSON. All faults are reported, each with a JSON pointer (RFC 6901) such as
 * `/actions/0/outcome`; a faulty profile gives nothing at all. Objects are strict: a misspelt key is a fault.
 */
export function parseProfile(value: unknown): ParsedProfile {
  const parsed = v.safeParse(profileSchema, value);
  if (parsed.success) return { ok: true, profile: parsed.output };
  return { ok: false, faults: parsed.issues.map(faultOf) };
}

function faultOf(issue: v.BaseIssue<unknown>): Fault {
  const path = (issue.path ?? []).map(({ key }) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return { path: path.join(''), message: sentence(issue) };
}

function sentence(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'unknown key';
  if (issue.type === 'strict_object' && issue.received === 'undefined') return 'is missing';
  if (issue.message.startsWith('Invalid'))
    return `expected ${issue.expected ?? 'another value'}, found ${issue.received}`;
  return issue.message;
}

function compiles(source: string): boolean {
  try {
    new RegExp(source);
    return true;
  } catch {
    return false;
  }
}
