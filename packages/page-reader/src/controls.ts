import { folded, plain } from './folded.ts';
import type { PageKind } from './page-facts.ts';
import type { PageNode } from './page-node.ts';
import type { PortalAction, PortalProfile } from './portal-profile.ts';

/** What a press on a control means in a portal. */
export interface ActionPress {
  readonly action: PortalAction;
  /** `start` unfolds a form (remember its `action.id`), `commit` sends it: only a commit awaits a sign of success. */
  readonly step: 'start' | 'commit';
}

const CONTROL_ROLES = new Set(['button', 'menuitem']);
const BUTTON_INPUTS = new Set(['submit', 'button']);
const BUTTON_CLASS = /(^|[\s_-])(btn|button)([\s_-]|$)/i;
const LONGEST_CONTROL_TEXT = 80;

/** True for what a person presses to act: buttons, elements in that role, and links dressed as buttons. */
export function isControl(node: PageNode, role: string | null = node.attribute('role')): boolean {
  if (node.tag === 'button') return true;
  if (node.tag === 'input') return BUTTON_INPUTS.has(node.attribute('type') ?? '');
  if (role !== null && CONTROL_ROLES.has(role)) return true;
  return node.tag === 'a' && BUTTON_CLASS.test(node.attribute('class') ?? '');
}

/** The control that a press on `target` lands on: the target itself or the nearest control above it, else null. */
export function nearestControl(target: PageNode): PageNode | null {
  for (let node: PageNode | null = target; node !== null; node = node.parent) {
    if (isControl(node)) return node;
  }
  return null;
}

/** Visible words of a control, as printed (NFC, one space); empty for what is too long to be a control's name. */
export function controlText(control: PageNode): string {
  const text = plain(control.value ?? visibleText(control));
  return text.length <= LONGEST_CONTROL_TEXT ? text : '';
}

/**
 * The portal action that a press on a control with this text belongs to, or null. A commit text such as `Xác nhận`
 * serves several actions: it belongs to `started`, the id of the action started last on this dossier (null: none).
 * A commit text that only one action of this page kind uses needs no start.
 */
export function findAction(
  profile: PortalProfile | null,
  kind: PageKind,
  text: string,
  started: string | null,
): ActionPress | null {
  const pressed = folded(text);
  if (profile === null || pressed === '') return null;
  const actions = profile.actions.filter((action) => action.on.includes(kind));
  const committed = actions.filter((action) => names(action.commit, pressed));
  const commit =
    committed.find((action) => action.id === started) ?? (committed.length === 1 ? committed[0] : undefined);
  if (commit !== undefined) return { action: commit, step: 'commit' };
  const start = actions.find((action) => names(action.start, pressed));
  if (start === undefined) return null;
  return { action: start, step: start.commit.length === 0 ? 'commit' : 'start' };
}

function names(texts: readonly string[], pressed: string): boolean {
  return texts.some((text) => folded(text) === pressed);
}

function visibleText(node: PageNode): string {
  if (node.tag === '#text') return node.visible ? node.text : '';
  return node.children.map(visibleText).join(' ');
}
