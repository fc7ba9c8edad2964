import { type Element, isTag } from 'domhandler';
import type { Declared } from './cascade.ts';

/** Whether an element can be seen, and what its children get from it. */
export interface Look {
  /** It and all above it have a place on the page. */
  readonly placed: boolean;
  /** `visibility` as its children inherit it. */
  readonly inked: boolean;
  /** Neither it nor anything above is wholly transparent. */
  readonly opaque: boolean;
  /** Its content is folded away: a closed `<details>`, `content-visibility: hidden`, `hidden="until-found"`. */
  readonly folded: boolean;
}

export const WHOLE_PAGE: Look = { placed: true, inked: true, opaque: true, folded: false };
const NOWHERE: Look = { placed: false, inked: false, opaque: false, folded: true };

/** What a browser does not show unless a style sheet says otherwise. */
const UNSHOWN = new Set('area base basefont datalist frameset noembed noframes param rp title'.split(' '));

/** How an element looks inside one that looks like `around`. */
export function lookOf(element: Element, around: Look, declared: Declared): Look {
  const { attribs } = element;
  if (!around.placed || (around.folded && !isOpenPart(element))) return NOWHERE;
  if (attribs['aria-hidden'] === 'true' || !hasBox(element, declared.display)) return NOWHERE;
  return {
    placed: true,
    inked: isInked(declared.visibility, around.inked),
    opaque: around.opaque && !isTransparent(declared.opacity),
    folded: isFolded(element, declared['content-visibility']),
  };
}

/** True if an element that looks so can be seen. */
export function isSeen({ placed, inked, opaque }: Look): boolean {
  return placed && inked && opaque;
}

/** The line by which a folded `<details>` is unfolded stays visible. */
function isOpenPart(element: Element): boolean {
  const { parent } = element;
  if (element.name !== 'summary' || parent === null || !isTag(parent) || parent.name !== 'details') return false;
  return parent.children.find((child) => isTag(child) && child.name === 'summary') === element;
}

function hasBox(element: Element, display: string | undefined): boolean {
  if (display === 'none') return false;
  if (display === undefined || display === 'revert' || display === 'revert-layer') return !isUnshown(element);
  return true;
}

function isUnshown({ name, attribs }: Element): boolean {
  if (UNSHOWN.has(name) || 'popover' in attribs) return true;
  if (name === 'dialog') return !('open' in attribs);
  return 'hidden' in attribs && attribs.hidden?.toLowerCase() !== 'until-found';
}

function isInked(visibility: string | undefined, inherited: boolean): boolean {
  if (visibility === 'hidden' || visibility === 'collapse') return false;
  return visibility === 'visible' || visibility === 'initial' || inherited;
}

function isTransparent(opacity: string | undefined): boolean {
  return opacity !== undefined && Number.parseFloat(opacity) <= 0;
}

function isFolded({ name, attribs }: Element, contentVisibility: string | undefined): boolean {
  if (name === 'details' && !('open' in attribs)) return true;
  if (contentVisibility !== undefined) return contentVisibility === 'hidden';
  return attribs.hidden?.toLowerCase() === 'until-found';
}
