export type { ActionPress } from './controls.ts';
export { controlText, findAction, isControl, nearestControl } from './controls.ts';
export { isDueDoubtful } from './due-doubt.ts';
export { explainPage } from './explain-page.ts';
export type {
  Confidence,
  ExplainedFact,
  ExplainedFacts,
  FactName,
  KindSignal,
  PageExplanation,
  ProfileHint,
  Rejection,
  RejectReason,
  Relation,
} from './explanation.ts';
export { folded, plain } from './folded.ts';
export { isDossierCode } from './grammar/dossier-code.ts';
export type { NameIndex } from './grammar/procedure-name.ts';
export { nameIndex } from './grammar/procedure-name.ts';
export type { NamedProcedure } from './named-procedure.ts';
export { isClosedStatus, isPausedStatus, RESULT_READY, RETURNED, STATUS_AFTER } from './national-status.ts';
export type { PageContext } from './page-context.ts';
export type { Doubt, DueState, PageChannel, PageFacts, PageKind, PageReading } from './page-facts.ts';
export { PAGE_KINDS } from './page-facts.ts';
export { citizensKind, kindFromUrl } from './page-kind.ts';
export { bearsMarks, pageMarks } from './page-marks.ts';
export type { PageNode } from './page-node.ts';
export type {
  ActionOutcome,
  LabelKey,
  PagePattern,
  PortalAction,
  PortalProfile,
  SuccessSign,
} from './portal-profile.ts';
export { readPage, signsNow } from './read-page.ts';
export { rowNode } from './read-worded.ts';
export type { ReaderWords } from './reader-words.ts';
export type { SignsSeen } from './signs.ts';
export { answerSeen, lowerSigns } from './signs.ts';
export { vietnameseWords } from './vietnamese-words.ts';
