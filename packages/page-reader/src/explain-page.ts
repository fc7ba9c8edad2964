import { isApplicantLabel } from './applicant-label.ts';
import type {
  Confidence,
  ExplainedFact,
  ExplainedFacts,
  FactName,
  PageExplanation,
  ProfileHint,
  Rejection,
} from './explanation.ts';
import { FACT_NAMES, originOf, readsOf } from './fact-origin.ts';
import type { FactSheet, Read } from './fact-sheet.ts';
import { folded } from './folded.ts';
import { dossierCodes } from './grammar/dossier-code.ts';
import { printedDate } from './grammar/printed-date.ts';
import { status } from './grammar/status.ts';
import type { PageContext, WordedContext } from './page-context.ts';
import type { PageFacts, PageKind } from './page-facts.ts';
import { type KindSignals, kindSignals } from './page-kind.ts';
import type { PageNode } from './page-node.ts';
import { PageReader, type SheetsRead } from './page-reader.ts';
import { type Line, linesOf, SEAM, scanPage } from './page-scan.ts';
import type { PageTable } from './page-table.ts';
import { worded } from './read-page.ts';
import { drawn } from './read-worded.ts';
import { phrasesOf } from './reader-words.ts';
import { Rejections } from './rejections.ts';
import { valuePlace } from './value-place.ts';
import { vietnameseWords } from './vietnamese-words.ts';

/** Printed behind its own label; in a field or behind a common word; anything below is a guess. */
const SURE = 4;
const LIKELY = 1.5;
const ACTING: ReadonlySet<PageKind> = new Set(['detail', 'receive', 'return']);

/**
 * Reads a page with the very code of `readPage` and says of each fact where it came from, how sure it is, and what was
 * not taken and why. Values apart it holds labels of the vocabulary or the profile, relations, reasons and paths of
 * tags: nothing else of the page's text.
 */
export function explainPage(root: PageNode, context: PageContext): PageExplanation {
  const known = worded(context);
  const reader = new PageReader(known, () => new Rejections(phrasesOf(known.words).patterns));
  const read = reader.read(root);
  const { kind, facts } = drawn(read, known);
  const signals = signalsOf(root, read, known);
  return {
    kind,
    signals,
    facts: facts === null || read.sheet === null ? null : explained(facts, read.sheet),
    rows: read.rows.map((row) => explained(row.facts, row.sheet)),
    hints: [
      ...kindHints(kind, signals),
      ...actionHints(read, context),
      ...statusHints(read),
      ...labelHints(read, reader),
    ],
  };
}

function signalsOf(root: PageNode, { kind, scan, evidence }: SheetsRead, context: WordedContext): KindSignals {
  const page = scanPage(root, phrasesOf(context.words).patterns);
  if (scan !== page) return { [kind]: ['dialog', 'facts'] };
  return kindSignals(page, evidence, context);
}

function explained(facts: PageFacts, sheet: FactSheet): ExplainedFacts {
  const { doubts, ...values } = facts;
  const entries = FACT_NAMES.flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [[name, { value, ...origin(name, facts, sheet) }] as const];
  });
  const missing = FACT_NAMES.flatMap((name) => {
    const rejected = values[name] === undefined ? rejections(name, null, sheet) : [];
    return rejected.length === 0 ? [] : [[name, rejected] as const];
  });
  return {
    // Each entry holds the value of the fact it is named by; `fromEntries` cannot say so.
    facts: Object.fromEntries(entries) as ExplainedFacts['facts'],
    missing: Object.fromEntries(missing),
    doubts,
  };
}

function origin(name: FactName, facts: PageFacts, sheet: FactSheet): Omit<ExplainedFact, 'value'> {
  const chosen = originOf(name, facts, sheet);
  const rejected = rejections(name, chosen, sheet);
  // Only the term of a procedure's table of ways is read without a sheet: by the heads of its columns.
  if (chosen === null) return { label: null, relation: 'column', confidence: 'likely', rejected };
  const { label, relation } = chosen;
  return { label: label?.text ?? null, relation, confidence: confidence(chosen, rejected), rejected };
}

function confidence({ weight }: Read, rejected: readonly Rejection[]): Confidence {
  if (weight < LIKELY) return 'guess';
  return weight >= SURE && rejected.every(({ reason }) => reason !== 'disagrees') ? 'sure' : 'likely';
}

/** What else was read or seen for a fact and not taken. */
function rejections(name: FactName, chosen: Read | null, sheet: FactSheet): readonly Rejection[] {
  const others = readsOf(name, sheet).filter((read) => read.value !== chosen?.value);
  const read = others.map(({ label, relation, weight }) => ({
    label: label?.text ?? null,
    relation,
    reason: chosen === null || weight === chosen.weight ? ('disagrees' as const) : ('outweighed' as const),
  }));
  const noted = name === 'status' ? 'statusText' : name === 'dueState' ? 'dueText' : name;
  return [...read, ...(sheet.rejections?.of(noted) ?? [])];
}

/** A kind with one signal only: an address pattern or a heading would settle it. */
function kindHints(kind: PageKind, signals: KindSignals): readonly ProfileHint[] {
  if (kind !== 'other') return [];
  const kinds = Object.keys(signals) as PageKind[];
  return kinds.map((about) => ({ hint: 'kind-needs-signal', about, at: null }));
}

function actionHints({ kind, scan }: SheetsRead, { profile }: PageContext): readonly ProfileHint[] {
  if (profile === null || !ACTING.has(kind)) return [];
  const controls = new Set(scan.lines.filter(({ place }) => place === 'control').map(wordsOf));
  const texts = profile.actions
    .filter(({ on }) => on.includes(kind))
    .flatMap(({ start, commit }) => [...start, ...commit]);
  return texts.some((text) => controls.has(folded(text))) ? [] : [{ hint: 'no-action', about: kind, at: null }];
}

function statusHints({ sheet, rows }: SheetsRead): readonly ProfileHint[] {
  const sheets = sheet === null ? rows.map((row) => row.sheet) : [sheet];
  const unknown = sheets.some((one) =>
    one.rejections?.of('statusText').some(({ reason }) => reason === 'no-such-value'),
  );
  return unknown ? [{ hint: 'unknown-status', about: 'statusText', at: null }] : [];
}

/** Where a date, a code or a status stands behind or under a text that no label knows. */
function labelHints({ scan }: SheetsRead, reader: PageReader): readonly ProfileHint[] {
  const isUnknown = (text: string) =>
    /\p{L}/u.test(text) && !isApplicantLabel(text) && reader.labels.header(text) === null;
  const isSaid = (line: Line) => reader.labels.find(line).length > 0;
  const { lines } = scan;
  const beside = lines.flatMap((line, i) => {
    const about = formOf(line);
    const label = lines[i - 1];
    if (about === undefined || label === undefined || isSaid(line) || valuePlace(lines, i - 1)?.from !== i) return [];
    return formOf(label) === undefined && !isSaid(label) && isUnknown(wordsOf(label))
      ? [hintAt(line.block, about)]
      : [];
  });
  const inLine = lines.flatMap((line) => {
    const [label, text] = LABEL_AND_VALUE.exec(line.folded)?.slice(1) ?? [];
    const about = label === undefined || text === undefined ? undefined : formOf({ ...line, folded: text.trim() });
    return about !== undefined && label !== undefined && !isSaid(line) && isUnknown(label.replaceAll(SEAM, ''))
      ? [hintAt(line.block, about)]
      : [];
  });
  return [...beside, ...inLine, ...scan.tables.flatMap((table) => columnHints(table, isUnknown))];
}

function columnHints({ headers, rows }: PageTable, isUnknown: (text: string) => boolean): readonly ProfileHint[] {
  return (rows[0] ?? []).flatMap(({ column, node }) => {
    const [line] = linesOf(node, phrasesOf(vietnameseWords).patterns);
    const about = line === undefined ? undefined : formOf(line);
    return about !== undefined && isUnknown(headers[column] ?? '') ? [hintAt(node, about)] : [];
  });
}

function hintAt(node: PageNode, about: FactName | null): ProfileHint {
  return { hint: 'unknown-label', about, at: pathOf(node) };
}

/** Of one line: parted by a colon, or by where an element ends. */
const LABEL_AND_VALUE = new RegExp(`^([^:${SEAM}]+)[:${SEAM} ]+(.+)$`);

/** The fact that a printed line could be by its form alone; null: a date, of which only a label says whose. */
function formOf({ folded: text, ink, place }: Line): FactName | null | undefined {
  const words = text.replaceAll(SEAM, ' ').trim();
  if (ink !== 'print' || place === 'menu' || words.length > LONGEST_VALUE) return undefined;
  if (dossierCodes(words).length > 0) return 'code';
  const { statuses, patterns } = phrasesOf(vietnameseWords);
  if (status(words, { statuses, patterns }) !== null) return 'statusText';
  const date = printedDate(words, patterns);
  return date === null || date === 'malformed' ? undefined : null;
}

const LONGEST_VALUE = 60;

function wordsOf({ folded: text }: Line): string {
  return text.replaceAll(SEAM, '').trim();
}

/**
 * The elements of HTML, and the words and inputs of a page that was read. A name in angle brackets, as mail programs write
 * it, becomes an element too: no other tag is ever said.
 */
const KNOWN_TAGS: ReadonlySet<string> = new Set(
  (
    '#text a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas caption center ' +
    'cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font ' +
    'footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link ' +
    'main map mark marquee menu meta meter nav nobr noscript object ol optgroup option output p param picture pre progress q ' +
    'rp rt ruby s samp script search section select slot small source span strike strong style sub summary sup svg table ' +
    'tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr'
  ).split(' '),
);

function tagOf({ tag }: PageNode): string {
  return KNOWN_TAGS.has(tag) ? tag : '*';
}

/** `main > div:2 > table > tr > td:4`, from below the body. */
function pathOf(node: PageNode): string {
  const steps: string[] = [];
  for (let at = node; at.parent !== null && at.tag !== 'body'; at = at.parent) {
    const tag = tagOf(at);
    const alike = at.parent.children.filter((child) => tagOf(child) === tag);
    steps.unshift(alike.length === 1 ? tag : `${tag}:${alike.indexOf(at) + 1}`);
  }
  return steps.join(' > ');
}
