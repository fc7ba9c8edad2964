import type { Case } from './both-verifiers.ts';

/*
 * Tampered copies of a hand-over's lines: what somebody can do who has no key. Every one of them must be refused.
 */

/** One way of tampering: what it is called, and the bytes that come of it. */
type Tampered = Omit<Case, 'known' | 'withdrawals'>;

/** The bytes of lines that are given without their LF. */
export function bytesOf(lines: readonly string[], lineEnd = '\n'): Uint8Array {
  return new TextEncoder().encode(lines.map((line) => `${line}${lineEnd}`).join(''));
}

/** The lines of a file, without their LF. */
export function linesOf(bytes: Uint8Array): readonly string[] {
  return new TextDecoder().decode(bytes).split('\n').slice(0, -1);
}

/** Places of the leaf lines; the hand-over has at least six. */
function leafPlaces(lines: readonly string[]): {
  readonly first: number;
  readonly middle: number;
  readonly last: number;
} {
  const first = lines.findIndex((line) => line.startsWith('{"h"'));
  const last = lines.length - 2;
  return { first, middle: Math.floor((first + last) / 2), last };
}

/** The line with one part replaced; the part must be there, or nothing would be tested. */
function replaced(line: string, part: RegExp, by: (found: string) => string): string {
  if (!part.test(line)) throw new Error(`no ${part} in ${line.slice(0, 200)}`);
  return line.replace(part, by);
}

/** The character of base64 after the last quote mark of what was found, exchanged for another one. */
function flipped(found: string): string {
  const at = found.lastIndexOf('"') + 1;
  return `${found.slice(0, at)}${found[at] === 'A' ? 'B' : 'A'}${found.slice(at + 1)}`;
}

function editsOfLeaf(lines: readonly string[]): readonly Tampered[] {
  const { middle } = leafPlaces(lines);
  const edit = (shows: string, part: RegExp, by: (found: string) => string): Tampered => ({
    shows,
    bytes: bytesOf(lines.map((line, place) => (place === middle ? replaced(line, part, by) : line))),
  });
  return [
    edit('edit: the digest of service', /"s":"./, flipped),
    edit('edit: the digest of conduct', /"c":"./, flipped),
    edit('edit: the private digest', /"p":"./, flipped),
    edit('edit: the id', /"id":"./, flipped),
    edit('edit: h', /"h":"./, flipped),
    edit('edit: n, one more', /"n":\d+/, (found) => `"n":${Number(found.slice(4)) + 1}`),
    edit('edit: n, one less', /"n":\d+/, (found) => `"n":${Number(found.slice(4)) - 1}`),
    edit('edit: n, far away', /"n":\d+/, () => '"n":9007199254740991'),
    edit('edit: an opening', /"open":\["./, flipped),
    edit('edit: the openings taken out', /"open":\[.*\]/, () => '"open":[]'),
    edit('malformed: white space in a leaf', /"n":/, () => '"n": '),
    edit('malformed: a key twice', /"n":/, () => '"n":0,"n":'),
    edit('malformed: another version', /"v":1/, () => '"v":2'),
  ];
}

function editsOfOthers(lines: readonly string[]): readonly Tampered[] {
  const edit = (shows: string, place: number, part: RegExp, by: (found: string) => string): Tampered => ({
    shows,
    bytes: bytesOf(lines.with(place, replaced(lines.at(place) ?? '', part, by))),
  });
  const proof = lines.findIndex((line) => line.startsWith('{"proof"'));
  const proofs =
    proof === -1
      ? []
      : [
          edit('edit: a hash of a proof', proof, /"hashes":\["./, flipped),
          edit('edit: where a proof begins', proof, /"from":\d+/, (found) => `"from":${Number(found.slice(7)) + 1}`),
          { shows: 'edit: a proof taken out', bytes: bytesOf(lines.toSpliced(proof, 1)) },
          { shows: 'edit: a proof twice', bytes: bytesOf(lines.toSpliced(proof, 0, lines[proof] ?? '')) },
        ];
  return [
    ...proofs,
    edit('edit: the author', 0, /"author":"./, flipped),
    edit('edit: the name', 0, /"name":(null|"[^"]*")/, () => '"name":"somebody else"'),
    edit('edit: the period', 0, /"from":"\d{4}/, () => '"from":"1999'),
    edit('edit: the sums', 0, /"skipped":\d+/, (found) => `${found}0`),
    edit('malformed: the key', 0, /"key":".*?\+./, (found) => `${found}0`),
    edit('malformed: the size before', 0, /"size":\d+/, (found) => `${found}7`),
    edit(
      'wrong-signature: of the file',
      -1,
      /(?<=(\+\/|= ?|[A-Za-z0-9]))[A-Za-z0-9](?=[A-Za-z0-9+/]{20}=*\\n"\}$)/,
      (found) => (found === 'A' ? 'B' : 'A'),
    ),
    edit('wrong-signature: of the head', -1, /[A-Za-z0-9](?=[A-Za-z0-9+/]{20}=*\\n","file")/, (found) =>
      found === 'A' ? 'B' : 'A',
    ),
    edit('wrong-signature: the size in the head', -1, /\\n(\d+)\\n/, (found) => `\\n1${found.slice(2)}`),
  ];
}

function moved(lines: readonly string[], strangers: readonly string[]): readonly Tampered[] {
  const { first, middle, last } = leafPlaces(lines);
  const at = (place: number) => lines[place] ?? '';
  const foreign = strangers.find((line) => line.startsWith('{"h"')) ?? '';
  const renumbered = replaced(foreign, /"n":\d+/, () => /"n":\d+/.exec(at(middle))?.[0] ?? '');
  const copies: readonly (readonly [string, readonly string[]])[] = [
    ['gap: a leaf in the middle', lines.toSpliced(middle, 1)],
    ['gap: the first leaf', lines.toSpliced(first, 1)],
    ['gap: the last leaf', lines.toSpliced(last, 1)],
    ['gap: half of the leaves', lines.toSpliced(middle, last - middle + 1)],
    ['reorder: two neighbours', lines.with(middle, at(middle + 1)).with(middle + 1, at(middle))],
    ['reorder: the last one first', lines.toSpliced(last, 1).toSpliced(first, 0, at(last))],
    ['duplicate: a line at once', lines.toSpliced(middle, 0, at(middle))],
    ['duplicate: a line later on', lines.toSpliced(last, 0, at(first))],
    ['foreign-leaf: put in', lines.toSpliced(middle, 0, foreign)],
    ['foreign-leaf: put in, with an index that fits', lines.toSpliced(middle, 0, renumbered)],
    ['root-differs: instead of a leaf', lines.with(middle, renumbered)],
    ["wrong-signature: another log's last line", lines.with(-1, strangers.at(-1) ?? '')],
    ["another log's first line", lines.with(0, strangers[0] ?? '')],
    ['malformed: the last line is missing', lines.slice(0, -1)],
    ['malformed: the first line is missing', lines.slice(1)],
    ['malformed: a line after the last', [...lines, at(first)]],
    ['malformed: an empty line', lines.toSpliced(middle, 0, '')],
  ];
  return copies.map(([shows, copy]) => ({ shows, bytes: bytesOf(copy) }));
}

function otherBytes(lines: readonly string[]): readonly Tampered[] {
  const whole = bytesOf(lines);
  const withMark = new Uint8Array([0xef, 0xbb, 0xbf, ...whole]);
  return [
    { shows: 'converted-line-ends: CRLF', bytes: bytesOf(lines, '\r\n') },
    { shows: 'converted-line-ends: CR', bytes: bytesOf(lines, '\r') },
    { shows: 'malformed: byte order mark', bytes: withMark },
    { shows: 'malformed: cut in the middle', bytes: whole.subarray(0, whole.length >> 1) },
    { shows: 'malformed: without the last LF', bytes: whole.subarray(0, -1) },
    { shows: 'malformed: empty', bytes: new Uint8Array(0) },
    { shows: 'malformed: bytes behind', bytes: new Uint8Array([...whole, 0]) },
    { shows: 'malformed: a line too long', bytes: bytesOf(lines.toSpliced(1, 0, ' '.repeat(65_536))) },
  ];
}

/**
 * Tampered copies of a hand-over of at least six opened leaves.
 * @param strangers lines of a hand-over of another log.
 * @throws Error where a line has not the part that should be changed.
 */
export function tamperedCopies(lines: readonly string[], strangers: readonly string[]): readonly Tampered[] {
  return [...editsOfLeaf(lines), ...editsOfOthers(lines), ...moved(lines, strangers), ...otherBytes(lines)];
}
