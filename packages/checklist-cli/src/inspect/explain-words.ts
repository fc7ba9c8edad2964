import type {
  Confidence,
  FactName,
  KindSignal,
  LabelKey,
  ProfileHint,
  Rejection,
  RejectReason,
  Relation,
} from 'page-reader';

export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  'same-line': 'in its line',
  sentence: 'in its sentence',
  beside: 'beside it',
  column: 'under it',
  field: 'field beside it',
  form: 'by its form',
  name: 'by its name',
};

export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  sure: 'sure',
  likely: 'likely',
  guess: 'guess',
};

const REASON_WORDS: Readonly<Record<RejectReason, string>> = {
  empty: 'nothing stands there',
  'no-such-value': 'what stands there is no such value',
  elsewhere: 'it stands under a title about something else',
  malformed: 'what stands there is malformed, like a day that does not exist',
  draft: 'it is an input that somebody may be typing in',
  outweighed: 'another place says it with more weight',
  disagrees: 'another place says something else with the same weight',
};

const SIGNAL_WORDS: Readonly<Record<KindSignal, string>> = {
  address: 'its address',
  heading: 'a heading',
  facts: 'the facts of one dossier',
  labels: 'the labels of one dossier and nothing else',
  table: 'a table with the heads of dossiers',
  rows: 'rows with codes',
  control: 'the control of an action',
  procedure: 'the code of a procedure',
  dialog: 'a dialog with a dossier',
};

/** Under which labels of a profile a fact would be read. */
const LABEL_KEYS: Readonly<Record<FactName, LabelKey>> = {
  code: 'code',
  procedureCode: 'procedureCode',
  procedureName: 'procedureName',
  channel: 'channel',
  received: 'received',
  due: 'due',
  stepDue: 'stepDue',
  term: 'term',
  statusText: 'status',
  status: 'status',
  dueText: 'dueText',
  dueState: 'dueText',
};

/** What speaks for a kind of page. */
export function signalWords(signals: readonly KindSignal[]): string {
  return signals.map((signal) => SIGNAL_WORDS[signal]).join(', ');
}

/** Why something was not taken, as the end of a sentence. */
export function rejectionWords({ label, relation, reason }: Rejection): string {
  const place =
    label === null ? `without a label, ${RELATION_WORDS[relation]}` : `"${label}", ${RELATION_WORDS[relation]}`;
  return `${place}: ${REASON_WORDS[reason]}`;
}

/** What the author of a profile could do, as a sentence. */
export function hintWords({ hint, about, at }: ProfileHint): string {
  const place = at === null ? '' : ` at ${at}`;
  switch (hint) {
    case 'unknown-label':
      return `${valueLike(about)} stands${place} beside or under a text that is no known label. Add that text to "labels" under ${labelKey(about)}.`;
    case 'unknown-status':
      return `The label of the status is there, but${place} stands no status the reader knows. If it is one, the reader has to learn it: no profile can name it.`;
    case 'kind-needs-signal':
      return `One sign only says that this page is "${about ?? 'other'}". Add to "pages" an entry of that kind with a "url" pattern or a "heading".`;
    case 'no-action':
      return 'No action of the profile has its control on this page. If the page can receive or return, add the text of that control to "start" or "commit" of an entry in "actions".';
  }
}

/** What has the form of a date says not of itself which one it is. */
function valueLike(about: ProfileHint['about']): string {
  return about === null ? 'A date' : `A value like "${about}"`;
}

function labelKey(about: ProfileHint['about']): string {
  if (about === null || !(about in LABEL_KEYS)) return 'what it announces, such as "received", "due" or "stepDue"';
  return `"${LABEL_KEYS[about as FactName]}"`;
}
