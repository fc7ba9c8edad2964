import type { PageFacts, PageReading } from 'page-reader';
import { vietnameseWords } from 'page-reader';
import { countDeadlines } from '../../../src/background/count-deadlines.ts';
import { assistedSteps, finishCues as cuesOf, momentCues } from '../../../src/background/cues.ts';
import { cards } from '../../../src/content/cards/cards.ts';
import { type OverlayState, type OverlayView, overlayView } from '../../../src/content/overlay-view.ts';
import type { DeadlineCount, DeskView, FinishAsked, Snapshot } from '../../../src/messages/requests.ts';
import { calmDesk as DESK } from '../../../src/messages/testing/calm-desk.ts';
import { type Language, translator } from '../../../src/platform/i18n.ts';
import { overlayTexts } from '../../../src/platform/texts/overlay.ts';
import { defaultPack, packById } from '../../../src/rules/packs/index.ts';
import { procedures } from '../../../src/rules/procedures/index.ts';

/** Wednesday 25 November 2026, 10:00 in Hà Nội: no view hangs on the day the test runs. */
const NOW = Date.UTC(2026, 10, 25, 3, 0);

const CALM: Omit<OverlayState, 'snapshot'> = {
  desk: DESK,
  reading: null,
  settled: true,
  corrected: false,
  addressKind: null,
  otherDue: { overdue: 0, dueToday: 0 },
  finishCues: null,
  returnedAt: null,
  fieldFocused: false,
  passing: null,
  folded: false,
  opened: null,
  step: 0,
  finish: null,
  marked: new Set(),
  writing: null,
  notice: null,
  fault: null,
  orphaned: null,
};

const SESSION = { id: 's', startedAt: NOW, until: NOW + 20 * 60_000, greets: true, tone: null };
const LIST: PageReading = { kind: 'list', facts: null, rows: [{ code: 'A', due: '2026-11-25T16:00', doubts: [] }] };
const UNKNOWN: PageReading = { kind: 'other', facts: null, rows: [] };
const FILING: PageReading = { kind: 'filing', facts: null, rows: [] };
const LATE = detail({ due: '2026-11-23T08:00' });

function detail(facts: Partial<PageFacts>): PageReading {
  return { kind: 'detail', facts: { code: 'H27.128.14-261121-0013', doubts: [], ...facts }, rows: [] };
}

function asked(finish: Partial<FinishAsked>): DeskView {
  const answerable = {
    sessionId: 's',
    outcome: 'received',
    tone: null,
    late: false,
    group: 'ho-tich',
    askedAt: NOW,
  } as const;
  return { ...DESK, session: SESSION, finish: { ...answerable, ...finish } };
}

const RECEIVED = asked({});
const LATE_WEDDING = asked({ outcome: 'returned', tone: 'joy', late: true });
const MARKED = new Set(defaultPack.cues.map(({ id }) => id));
const SAVED: DeskView = { ...DESK, undoable: { id: 'x', until: NOW + 5_000 } };

/** What the official may see, by name: each state is one the overlay itself can be in. */
const STATES = {
  'finish, nothing marked': { desk: RECEIVED, reading: LATE },
  'finish with marked cues': { desk: LATE_WEDDING, marked: MARKED, reading: LATE },
  'finish in grief': { desk: asked({ outcome: 'returned', tone: 'grief' }), reading: LATE },
  'finish, papers to add': { desk: asked({ outcome: 'supplement' }), reading: LATE },
  'finish, refused': { desk: asked({ outcome: 'refused' }), reading: LATE },
  'finish while it is written': { desk: RECEIVED, writing: 'finish', reading: LATE },
  'finish with a fault': { desk: LATE_WEDDING, fault: 'faultFull', reading: LATE },
  'finish put aside': { desk: RECEIVED, finish: 'aside', reading: LIST },
  'saved, with undo': { desk: SAVED },
  'saved, undo failed': { desk: SAVED, fault: 'faultLate' },
  undone: { notice: 'undone' },
  'a fault by itself': { reading: LIST, fault: 'faultQuiet' },
  'greeting cues': { desk: { ...DESK, session: SESSION }, reading: LIST, passing: 'greet' },
  'guiding cues': { desk: { ...DESK, session: SESSION }, reading: LATE, passing: 'work' },
  'the question what page it is': { reading: UNKNOWN, opened: 'what-page' },
  'the question on the practice desk': { desk: { ...DESK, practice: true }, reading: UNKNOWN, opened: 'what-page' },
  'a step of helping to file': { reading: FILING, opened: 'assisted' },
  'the last step of helping to file': { reading: FILING, opened: 'assisted', step: 8 },
  'details of a list': { reading: LIST, opened: 'details' },
  'details of a late dossier': {
    desk: { ...DESK, profile: { id: 'p', name: 'Hạnh' }, practice: true },
    reading: LATE,
    opened: 'details',
  },
  'details of a paused dossier': { reading: detail({ due: '2026-11-20T08:00', status: 5 }), opened: 'details' },
  'details of a doubtful due date': {
    reading: detail({ due: '2026-11-20T08:00', doubts: ['dues-disagree'] }),
    opened: 'details',
  },
  orphaned: { reading: LATE, orphaned: { unsaved: 0 } },
  'orphaned with unsaved acts': { reading: LATE, orphaned: { unsaved: 2 } },
  'pill on a list': { reading: LIST },
  'pill on an unknown page': { reading: UNKNOWN },
  'pill of a running dossier': { reading: detail({ due: '2026-11-26T15:00' }) },
  'pill of a dossier due today': { reading: detail({ due: '2026-11-25T11:00' }) },
  'pill of a late dossier': { reading: LATE },
  'pill of a paused dossier': { reading: detail({ due: '2026-11-20T08:00', status: 5 }) },
  'pill of a returned dossier': { reading: detail({ due: '2026-11-26T14:00', status: 10 }) },
  'pill of a doubtful due date': { reading: detail({ due: '2026-11-20T08:00', doubts: ['dues-disagree'] }) },
  'pill with a citizen present': { desk: { ...DESK, session: SESSION }, reading: LATE },
  'pill that names who logs': {
    desk: { ...DESK, session: SESSION, profile: { id: 'p', name: 'Hạnh' } },
    reading: LIST,
  },
  'pill folded to its icon': { reading: LATE, folded: true },
} as const satisfies Record<string, Partial<OverlayState>>;

export type PanelViewName = keyof typeof STATES;

export const PANEL_VIEWS = Object.keys(STATES) as readonly PanelViewName[];

/** One of the views, made by the overlay's own `overlayView`. */
export function panelView(name: PanelViewName, language: Language): OverlayView {
  const snapshot: Snapshot = {
    language,
    words: vietnameseWords,
    names: {},
    portal: null,
    cues: momentCues(defaultPack, language),
    procedures,
    texts: overlayTexts[language],
    assisted: assistedSteps(packById('giup-nop-ho-so'), language),
    pageKinds: {},
    folded: false,
    rulesOff: [],
    desk: DESK,
  };
  const t = translator(overlayTexts, language);
  const deadlines = {
    ofDossier: (facts: PageFacts | null) => counted(facts, language),
    ofRow: (facts: PageFacts) => counted(facts, language),
  };
  const state = { ...CALM, snapshot, ...STATES[name] };
  const asked = state.desk?.finish ?? null;
  const finishCues = asked === null ? null : cuesOf(defaultPack, asked, language);
  return overlayView({ ...state, finishCues }, { language, t, deadlines, nowMs: NOW }, cards);
}

/** As the background counts it. */
function counted(facts: PageFacts | null, language: Language): DeadlineCount | null {
  const { due, status, doubts } = facts ?? { doubts: [] };
  const marks = { doubts, ...(due === undefined ? {} : { due }), ...(status === undefined ? {} : { status }) };
  return countDeadlines({ marks: [marks], returnedAt: null }, language, NOW).counts[0] ?? null;
}
