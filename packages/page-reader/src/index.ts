export type { Doubt, PageChannel, PageFacts, PageKind, PageReading } from './page-facts.ts';
export type { PageNode } from './page-node.ts';
export type { ActionOutcome, PagePattern, PortalAction, PortalProfile, SuccessSign } from './portal-profile.ts';
