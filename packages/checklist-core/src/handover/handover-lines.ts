import * as v from 'valibot';
import { fromBase64 } from '../journal/base64.ts';
import { canonicalText } from '../journal/canonical-json.ts';
import { type Checked, faulty, sound } from '../journal/checked.ts';
import { type CompactRange, HASH_BYTES, rangeFromJson } from '../journal/compact-range.ts';
import { isEntryId } from '../journal/entry-id.ts';
import { parseLeaf } from '../journal/envelope.ts';
import { isLogOrigin } from '../journal/log-identity.ts';
import { recordById } from '../journal/record-by-id.ts';
import { parseVerifierKey, type VerifierKey } from '../journal/signed-note.ts';
import { parseDay } from '../time/wall-time.ts';
import {
  HANDOVER_FORMAT,
  type HandoverHeader,
  type HandoverLeaf,
  type HandoverProof,
  type RuleSum,
  type StatedConduct,
} from './handover.ts';

/*
 * The four kinds of line. Each has one spelling only: keys in the order written here, no white space, strings and numbers
 * as RFC 8785 spells them. Two spellings of one line could be read differently by two verifiers (a key named twice), and
 * would give one hand-over two names.
 */

/** Where a line is not what it should be: JSON pointer into it, and what is wrong. */
export interface LineFault {
  readonly path: string;
  readonly message: string;
}

/** The last line. */
export interface ClosingLine {
  readonly checkpoint: string;
  readonly file: string;
}

/** Line 1 read, and what its texts stand for. */
export interface ReadHeader {
  readonly header: HandoverHeader;
  readonly key: VerifierKey;
  readonly before: CompactRange;
}

/** A proof with its hashes as bytes. */
export interface ReadProof {
  readonly from: number;
  readonly to: number;
  readonly hashes: readonly Uint8Array[];
}

/** A consistency proof of a tree of 2⁵³ leaves has fewer. */
const MAX_PROOF_HASHES = 108;
const MAX_NAME = 200;
const MAX_RULES = 500;

const sizeSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const hashSchema = v.pipe(
  v.string(),
  v.check((text) => fromBase64(text)?.length === HASH_BYTES, 'not 32 bytes in base64'),
);
const daySchema = v.pipe(
  v.string(),
  v.check((text) => parseDay(text) !== null, 'not a day, YYYY-MM-DD'),
);
const sumSchema: v.GenericSchema<unknown, RuleSum> = v.pipe(
  v.strictObject({ missed: sizeSchema, of: sizeSchema }),
  v.check((sum) => sum.missed <= sum.of, 'missed more often than asked'),
);
const statedSchema: v.GenericSchema<unknown, StatedConduct> = v.strictObject({
  rules: v.pipe(
    recordById(sumSchema),
    v.check((rules) => Object.keys(rules).length <= MAX_RULES, 'too many rules'),
  ),
  skipped: sizeSchema,
  bypassed: sizeSchema,
});

const headerSchema: v.GenericSchema<unknown, HandoverHeader> = v.strictObject({
  format: v.literal(HANDOVER_FORMAT),
  origin: v.pipe(v.string(), v.check(isLogOrigin, 'not the name of a log')),
  key: v.string(),
  author: v.pipe(v.string(), v.check(isEntryId, 'not 128 bits in base64url')),
  name: v.nullable(v.pipe(v.string(), v.check(isName, `not a name of 1 to ${MAX_NAME} characters`))),
  period: v.pipe(
    v.strictObject({ from: daySchema, to: daySchema }),
    v.check(({ from, to }) => from <= to, 'ends before it begins'),
  ),
  before: v.strictObject({ size: sizeSchema, hashes: v.array(hashSchema) }),
  stated: v.nullable(statedSchema),
  later: v.nullable(v.string()),
});

const proofSchema: v.GenericSchema<unknown, { readonly proof: HandoverProof }> = v.strictObject({
  proof: v.pipe(
    v.strictObject({
      from: v.pipe(sizeSchema, v.minValue(1)),
      to: sizeSchema,
      hashes: v.pipe(v.array(hashSchema), v.maxLength(MAX_PROOF_HASHES)),
    }),
    v.check(({ from, to }) => from < to, 'leads back'),
  ),
});

const closingSchema: v.GenericSchema<unknown, ClosingLine> = v.strictObject({
  checkpoint: v.string(),
  file: v.string(),
});

const leafLineSchema: v.GenericSchema<unknown, HandoverLeaf> = v.strictObject({
  h: hashSchema,
  leaf: v.custom<HandoverLeaf['leaf']>((leaf) => parseLeaf(leaf).ok, 'not a leaf: {"c","id","p","s","v":1}'),
  n: sizeSchema,
  open: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/, 'not base64url'))),
    v.maxLength(2, 'opens more than service and conduct'),
  ),
});

/** Spells line 1, without its LF. */
export function spellHeader(header: HandoverHeader): string {
  const { format, origin, key, author, name, period, before, stated, later } = header;
  const first = JSON.stringify({ format, origin, key, author, name, period: { from: period.from, to: period.to } });
  const range = JSON.stringify({ size: before.size, hashes: before.hashes });
  const rest = `"before":${range},"stated":${spellStated(stated)},"later":${JSON.stringify(later)}`;
  return `${first.slice(0, -1)},${rest}}`;
}

/** Spells a proof line, without its LF. */
export function spellProof({ from, to, hashes }: HandoverProof): string {
  return JSON.stringify({ proof: { from, to, hashes } });
}

/** Spells a leaf line, without its LF. Every part is ASCII that JSON does not escape. */
export function spellLeaf({ h, leaf, n, open }: HandoverLeaf): string {
  const digests = `{"c":"${leaf.c}","id":"${leaf.id}","p":"${leaf.p}","s":"${leaf.s}","v":${leaf.v}}`;
  const opened = open.map((disclosure) => `"${disclosure}"`).join(',');
  return `{"h":"${h}","leaf":${digests},"n":${n},"open":[${opened}]}`;
}

/** Spells the last line, without its LF. */
export function spellClosing({ checkpoint, file }: ClosingLine): string {
  return JSON.stringify({ checkpoint, file });
}

/** Reads line 1: its shape, its spelling, and that key and range are what they claim to be. */
export function readHeader(text: string): Checked<ReadHeader, LineFault> {
  const read = readLine(text, headerSchema, spellHeader);
  if (!read.ok) return read;
  const header = read.value;
  const key = parseVerifierKey(header.key);
  if (!key.ok) return faulty({ path: '/key', message: `not a verifier key (${key.fault})` });
  if (key.value.name !== header.origin) return faulty({ path: '/key', message: 'the key of another log' });
  const before = rangeFromJson(header.before);
  if (!before.ok) return faulty({ path: '/before', message: `not a compact range (${before.fault})` });
  return sound({ header, key: key.value, before: before.value });
}

/** Reads a proof line. That it proves anything is not checked here. */
export function readProof(text: string): Checked<ReadProof, LineFault> {
  const read = readLine(text, proofSchema, ({ proof }) => spellProof(proof));
  if (!read.ok) return read;
  const { from, to, hashes } = read.value.proof;
  return sound({ from, to, hashes: hashes.map((hash) => fromBase64(hash)).filter((hash) => hash !== null) });
}

/** Reads a leaf line slowly, for the sake of the answer: which part is wrong. */
export function readLeafLine(text: string): Checked<HandoverLeaf, LineFault> {
  return readLine(text, leafLineSchema, spellLeaf);
}

/** Reads the last line. Signatures are not checked here. */
export function readClosing(text: string): Checked<ClosingLine, LineFault> {
  return readLine(text, closingSchema, spellClosing);
}

function readLine<T>(
  text: string,
  schema: v.GenericSchema<unknown, T>,
  spell: (value: T) => string,
): Checked<T, LineFault> {
  const value = parseJson(text);
  if (value === undefined) return faulty({ path: '', message: 'not JSON' });
  const result = v.safeParse(schema, value);
  if (!result.success) {
    const [first] = result.issues;
    return faulty({ path: pointerOf(first), message: first.message });
  }
  if (spell(result.output) !== text) {
    return faulty({ path: '', message: 'not spelt as the format says: key order, white space, or a key twice' });
  }
  return sound(result.output);
}

/** The value, or undefined, which no JSON gives. */
function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function pointerOf(issue: v.BaseIssue<unknown>): string {
  const keys = issue.path?.map(({ key }) => String(key).replaceAll('~', '~0').replaceAll('/', '~1')) ?? [];
  return keys.map((key) => `/${key}`).join('');
}

/** The rules are a table, not a shape: RFC 8785 says in which order their ids stand. */
function spellStated(stated: StatedConduct | null): string {
  if (stated === null) return 'null';
  return `{"rules":${canonicalText(stated.rules)},"skipped":${stated.skipped},"bypassed":${stated.bypassed}}`;
}

function isName(text: string): boolean {
  if (text.length < 1 || text.length > MAX_NAME || /[\uD800-\uDFFF]/u.test(text)) return false;
  return !/\p{Cc}/u.test(text);
}
