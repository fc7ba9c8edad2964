import { folded } from '../folded.ts';
import type { PageKind } from '../page-facts.ts';
import type { PageNode } from '../page-node.ts';
import { SEAM, scanPage } from '../page-scan.ts';
import type { PagePattern, PortalProfile } from '../portal-profile.ts';
import { phrasesOf } from '../reader-words.ts';
import { taughtId } from '../taught-id.ts';
import { vietnameseWords } from '../vietnamese-words.ts';
import { addressPattern } from './address-pattern.ts';
import { safeLabel } from './safe-label.ts';
import type { TaughtKey } from './taught-fact.ts';

/** A label and what the official says that it announces. */
export interface Choice {
  readonly key: TaughtKey;
  readonly label: string;
  /** Labels that were taught for the same before, by mistake: from now on what stands behind them is not read. */
  readonly insteadOf?: readonly string[];
}

/** Where and how a lesson was given. */
export interface LessonPlace {
  readonly url: string;
  /** Host of the page, with its port if the address has one. */
  readonly host: string;
  readonly kind: PageKind;
  /** Heading that tells the kind of this page; null: none was found, or none that may be kept. */
  readonly heading: string | null;
  /** It is a dialog: the address belongs to the page below it. */
  readonly dialog: boolean;
  /** Title and source of the profile, for people. */
  readonly title: string;
  readonly source: string;
}

/** The profile that a lesson makes: labels and how to know the page again, nothing else. */
export function profileFrom(choices: readonly Choice[], place: LessonPlace): PortalProfile {
  return {
    format: 'portal-profile/1',
    id: taughtId(place.host),
    title: place.title,
    hosts: [place.host],
    pages: pagesOf(place),
    labels: labelsFrom(choices),
    actions: [],
    confidence: 'uncertain',
    source: place.source,
  };
}

function pagesOf({ url, kind, heading, dialog }: LessonPlace): readonly PagePattern[] {
  const address = dialog ? null : addressPattern(url);
  if (address === null && heading === null) return [];
  return [
    {
      kind,
      ...(address === null ? {} : { url: address }),
      ...(heading === null ? {} : { heading: [heading] }),
    },
  ];
}

/** The labels of a profile that holds these choices. */
export function labelsFrom(choices: readonly Choice[]): PortalProfile['labels'] {
  const labels = new Map<TaughtKey | 'never', string[]>();
  const add = (key: TaughtKey | 'never', label: string) => {
    const texts = labels.get(key) ?? [];
    if (!texts.some((text) => folded(text) === folded(label))) labels.set(key, [...texts, label]);
  };
  for (const { key, label } of choices) add(key, label);
  const chosen = new Set(choices.map(({ label }) => folded(label)));
  const former = choices.flatMap(({ insteadOf = [] }) => insteadOf).filter((label) => !chosen.has(folded(label)));
  for (const label of former) add('never', label);
  return Object.fromEntries(labels);
}

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'legend']);
const BANNERS = new Set(['header', 'nav', 'footer', 'aside']);
const BANNER_ROLES = new Set(['banner', 'navigation', 'contentinfo']);

/** The first heading of a page's own part, not of the site's, made of office words only; null if there is none. */
export function headingOf(root: PageNode): string | null {
  for (const { block, text, place, ink } of scanPage(root, phrasesOf(vietnameseWords).patterns).lines) {
    if (place !== 'text' || ink !== 'print' || !isHeading(block) || isInBanner(block)) continue;
    const heading = safeLabel(text.split(SEAM)[0] ?? '');
    if (heading !== null) return heading;
  }
  return null;
}

/** A heading is no label, whatever stands below it. */
export function isHeading(node: PageNode): boolean {
  return HEADINGS.has(node.tag) || node.attribute('role') === 'heading';
}

function isInBanner(node: PageNode): boolean {
  for (let at: PageNode | null = node; at !== null; at = at.parent) {
    if (BANNERS.has(at.tag) || BANNER_ROLES.has(at.attribute('role') ?? '')) return true;
  }
  return false;
}
