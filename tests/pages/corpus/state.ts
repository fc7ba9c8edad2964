import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageFacts, PageKind } from 'page-reader';
import { manyRows } from './many-rows.ts';

/** The facts that a state's file states: what `checklist inspect --json` prints of a dossier. */
export const FACTS = [
  'code',
  'procedureCode',
  'procedureName',
  'channel',
  'received',
  'due',
  'stepDue',
  'term',
  'statusText',
  'status',
  'dueText',
] as const satisfies readonly (keyof PageFacts)[];

/** Facts of one dossier as a careful person reads them; `doubts` left out: there is nothing to doubt. */
export type ExpectedFacts = Partial<Pick<PageFacts, (typeof FACTS)[number] | 'doubts'>>;

/** What stands in `<state>.json`. */
export interface Expectation {
  /** Full URL the page would have; its host decides on the profile. */
  readonly url: string;
  /** What is nasty here. */
  readonly note: string;
  readonly kind: PageKind;
  readonly facts: ExpectedFacts | null;
  readonly rows: readonly ExpectedFacts[];
  /** Needs layout, a script or a frame: only a browser can say. */
  readonly browserOnly?: boolean;
  /** Not expected, but true if read: printed behind a dialog, or following from the table. Rows by their code. */
  readonly also?:
    | { readonly facts?: ExpectedFacts; readonly rows?: Readonly<Record<string, ExpectedFacts>> }
    | undefined;
  /** Script run after a first reading; the expectation is of the reading that follows. */
  readonly afterwards?: string;
}

/** One page of the corpus in one state. */
export interface CorpusState extends Expectation {
  readonly family: string;
  readonly name: string;
  /** The bytes as a server would send them; not always UTF-8. */
  readonly bytes: Buffer;
}

const OWN_FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** Where the states lie: here, or where `CORPUS` says (families that were held out while the reader was built). */
export const CORPUS_FOLDER = process.env.CORPUS ?? OWN_FOLDER;

/** Every state below a folder (`<family>/<state>.html` with `<state>.json`), in order of their names. */
export function statesIn(folder: string): readonly CorpusState[] {
  const known = join(folder, 'also-right.json');
  const also: Record<string, CorpusState['also']> = existsSync(known) ? JSON.parse(readFileSync(known, 'utf8')) : {};
  const families = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return families.flatMap(({ name: family }) =>
    readdirSync(join(folder, family))
      .filter((file) => file.endsWith('.html'))
      .sort()
      .map((file) => {
        const path = join(folder, family, file);
        // The shape of these files is ours; a typo shows as a failing state.
        const expectation = JSON.parse(readFileSync(path.replace(/\.html$/, '.json'), 'utf8')) as Expectation;
        const name = file.replace(/\.html$/, '');
        return { also: also[`${family}/${name}`], ...expectation, family, name, bytes: readFileSync(path) };
      }),
  );
}

/** The whole corpus; ours with the state that is made and not stored. */
export function corpus(): readonly CorpusState[] {
  const stored = statesIn(CORPUS_FOLDER);
  return CORPUS_FOLDER === OWN_FOLDER ? [...stored, manyRows(5_000)] : stored;
}
