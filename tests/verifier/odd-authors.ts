import { createHash } from 'node:crypto';
import { type HandoverProof, proofsFor } from 'checklist-core/handover';
import { emptyRange, signNote } from 'checklist-core/journal';
import type { TestLog } from '../../packages/checklist-core/src/handover/testing/test-log.ts';
import type { Case } from './both-verifiers.ts';
import { bytesOf } from './tampered.ts';

/*
 * Hand-overs that are signed by their author and odd nevertheless: other writers than ours, or authors who try something.
 * Some are ok; what matters is that two verifiers do not answer differently.
 */

/** 32 bytes of zero in base64: a hash of nothing. */
const NO_HASH = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';
const WITNESS = `— witness.example/x ${Buffer.alloc(40).toString('base64')}\n`;
const FROM = 5;
const TO = 15;

const spelt = (proof: HandoverProof) => JSON.stringify({ proof });

/** The proof of the log between two sizes. */
async function proofOf(log: TestLog, from: number, to: number): Promise<HandoverProof> {
  const [proof] = await proofsFor({ range: emptyRange(), kept: [] }, log.hashes.slice(0, to), [from], to);
  if (proof === undefined) throw new Error(`no proof from ${from} to ${to}`);
  return proof;
}

/** As many hashes, none of them right. */
function hollow(proof: HandoverProof): HandoverProof {
  return { ...proof, hashes: proof.hashes.map(() => NO_HASH) };
}

/** What an author can choose. */
interface Choices {
  readonly header?: (line: string) => string;
  readonly proofs?: readonly HandoverProof[];
  readonly checkpoint?: (note: string) => string;
  readonly file?: (note: string) => string;
}

/** The hand-over of these lines with these choices, signed. */
async function signed(log: TestLog, lines: readonly string[], choices: Choices): Promise<Uint8Array> {
  const { header = (line) => line, proofs = [], checkpoint = (note) => note, file = (note) => note } = choices;
  const { checkpoint: head }: { checkpoint: string } = JSON.parse(lines.at(-1) ?? '');
  const body = [header(lines[0] ?? ''), ...proofs.map(spelt), ...lines.slice(1, -1)];
  const hash = createHash('sha256').update(bytesOf(body)).digest('base64');
  const note = await signNote(`checklist-handover/1\n${log.origin}\n${hash}\n`, log.signer);
  const last = { checkpoint: checkpoint(head), file: file(note) };
  return bytesOf([...body, JSON.stringify(last)]);
}

function oddHeaders(): readonly (readonly [string, Choices])[] {
  const name = (text: string): Choices => ({
    header: (line) => line.replace('"name":null', `"name":${JSON.stringify(text)}`),
  });
  const day = (text: string): Choices => ({ header: (line) => line.replace(/"from":"[^"]*"/, `"from":"${text}"`) });
  const rules = (...ids: readonly string[]): Choices => {
    const sums = ids.map((id) => `${JSON.stringify(id)}:{"missed":0,"of":1}`).join(',');
    return { header: (line) => line.replace(/"rules":\{.*?\}\}/, `"rules":{${sums}}`) };
  };
  const names = [
    '',
    'x'.repeat(200),
    'x'.repeat(201),
    '😀'.repeat(101),
    '\u007f',
    '\u0085',
    '\u200b',
    '\ufeff',
    '"\\/',
    '\ud800',
  ];
  const days = ['0000-02-29', '0001-01-01', '1900-02-29', '2024-02-29', '2026-02-30', '2026-2-3'];
  return [
    ...names.map((text) => [`name ${JSON.stringify(text).slice(0, 12)}, ${text.length}`, name(text)] as const),
    ...days.map((text) => [`period from ${text}`, day(text)] as const),
    ['rules whose names are numbers', rules('10', '9')],
    ['rules whose names are numbers, as numbers go', rules('9', '10')],
    ['rules named like what every object has', rules('constructor', 'tostring')],
    ['rule __proto__', rules('__proto__')],
  ];
}

function oddNotes(): readonly (readonly [string, Choices])[] {
  const own = (note: string) => note.slice(note.indexOf('\n\n') + 2);
  const further: readonly (readonly [string, (note: string) => string])[] = [
    ['a witness', (note) => note + WITNESS],
    ['its own signature twice', (note) => note + own(note)],
    ['a line that is no signature', (note) => `${note}x\n`],
    ['an empty line behind', (note) => `${note}\n`],
    ['no last newline', (note) => note.slice(0, -1)],
    ['CRLF', (note) => note.replaceAll('\n', '\r\n')],
  ];
  return further.flatMap(([shows, change]) => [
    [`head with ${shows}`, { checkpoint: change }] as const,
    [`file signed with ${shows}`, { file: change }] as const,
  ]);
}

async function oddProofs(log: TestLog): Promise<readonly (readonly [string, Choices, readonly number[]])[]> {
  const [p12, p13, p25, p34, p35, p45] = await Promise.all(
    (
      [
        [1, 2],
        [1, 3],
        [2, 5],
        [3, 4],
        [3, 5],
        [4, 5],
      ] as const
    ).map(([from, to]) => proofOf(log, from, to)),
  );
  if (!p12 || !p13 || !p25 || !p34 || !p35 || !p45) throw new Error('six proofs were asked for');
  const lists: readonly (readonly [string, readonly HandoverProof[], number])[] = [
    ['no proof', [], 1],
    ['two steps', [p12, p25], 1],
    ['two steps, the other way round', [p25, p12], 1],
    ['over 3', [p13, p35], 1],
    ['a dead end', [p12], 1],
    ['a hollow step', [hollow(p12), p25], 1],
    ['a hollow step before the right one', [hollow(p12), p12, p25], 1],
    ['a hollow step after the right one', [p12, hollow(p12), p25], 1],
    ['a hollow step to 4 before the right one', [hollow(p34), p34, p45], 3],
    ['a hollow step to 4 after the right one', [p34, hollow(p34), p45], 3],
    ['a hollow proof before the right one', [hollow(p35), p35], 3],
    ['a proof twice', [p35, p35], 3],
    ['a step with a hash too many', [{ ...p12, hashes: [...p12.hashes, NO_HASH] }, p25], 1],
    ['a step with no hash', [{ ...p12, hashes: [] }, p25], 1],
    ['more proofs than a file may have', Array.from({ length: 10_001 }, () => p35), 3],
  ];
  return lists.flatMap(([shows, proofs, head]) => [
    [`${shows}, head ${head} known`, { proofs }, [head]] as const,
    [`${shows}, nothing known`, { proofs }, []] as const,
  ]);
}

/** Odd hand-overs of a log of at least 15 leaves. */
export async function oddHandovers(log: TestLog): Promise<readonly Case[]> {
  const plain = [...oddHeaders(), ...oddNotes()].map(([shows, choices]) => [shows, choices, []] as const);
  const lines = await log.lines(FROM, TO);
  return Promise.all(
    [...plain, ...(await oddProofs(log))].map(async ([shows, choices, heads]) => {
      const known = await Promise.all(heads.map((size) => log.head(size)));
      return { shows, bytes: await signed(log, lines, choices), known };
    }),
  );
}
