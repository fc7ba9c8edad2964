export type { ActionPress } from './controls.ts';
export { controlText, findAction, isControl, nearestControl } from './controls.ts';
export { folded, plain } from './folded.ts';
export type { NamedProcedure } from './named-procedure.ts';
export type { Doubt, PageChannel, PageFacts, PageKind, PageReading } from './page-facts.ts';
export type { PageNode } from './page-node.ts';
export type { ActionOutcome, PagePattern, PortalAction, PortalProfile, SuccessSign } from './portal-profile.ts';
export type { PageContext } from './read-page.ts';
