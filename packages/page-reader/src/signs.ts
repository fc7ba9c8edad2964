import { folded } from './folded.ts';
import type { WordedContext } from './page-context.ts';
import type { PageNode } from './page-node.ts';
import { type PageScan, SEAM, scanPage } from './page-scan.ts';
import type { PortalAction, SuccessSign } from './portal-profile.ts';
import { readPage } from './read-worded.ts';
import { phrasesOf } from './reader-words.ts';

/** The signs that a page shows at one moment; compare with an earlier moment to see what is new. */
export interface SignsSeen {
  /** How often each sign text (folded) is visible. */
  readonly texts: Readonly<Record<string, number>>;
  /** Status and code of the dossier on the page, if it shows one. */
  readonly status: number | null;
  readonly code: string | null;
  readonly url: string;
}

/** What a page shows now of the signs of success and failure of its portal's actions. */
export function signsNow(root: PageNode, context: WordedContext): SignsSeen {
  const wanted = context.profile?.actions.flatMap(textsOf) ?? [];
  const shown = wordsOf(scanPage(root, phrasesOf(context.words).patterns));
  const texts: Record<string, number> = {};
  for (const text of new Set(wanted)) texts[text] = shown.filter((words) => words.includes(text)).length;
  const { facts } = readPage(root, context);
  return { texts, status: facts?.status ?? null, code: facts?.code ?? null, url: context.url };
}

/** Forgets texts that have gone since: an alert that fades and comes again is a new one. Keep the result as `before`. */
export function lowerSigns(before: SignsSeen, now: SignsSeen): SignsSeen {
  const texts = Object.entries(before.texts).map(([text, n]) => [text, Math.min(n, now.texts[text] ?? 0)] as const);
  return { ...before, texts: Object.fromEntries(texts) };
}

/**
 * Whether the portal has answered a press: a sign of the action that is visible now and was not at the press. Failure
 * outweighs success. `before` null: the page was loaded after the press, everything on it is new. A status counts only
 * on the dossier that was on the page at the press.
 */
export function answerSeen(
  action: PortalAction,
  before: SignsSeen | null,
  now: SignsSeen,
): 'success' | 'failure' | null {
  if (action.failure.some((text) => isNewText(folded(text), before, now))) return 'failure';
  return action.success.some((sign) => isNewSign(sign, before, now)) ? 'success' : null;
}

function isNewSign(sign: SuccessSign, before: SignsSeen | null, now: SignsSeen): boolean {
  if (sign.sign === 'text') return isNewText(folded(sign.text), before, now);
  if (sign.sign === 'status') {
    return before !== null && before.code === now.code && before.status !== sign.status && now.status === sign.status;
  }
  const pattern = new RegExp(sign.pattern);
  return pattern.test(now.url) && !(before !== null && pattern.test(before.url));
}

function isNewText(text: string, before: SignsSeen | null, now: SignsSeen): boolean {
  return (now.texts[text] ?? 0) > (before?.texts[text] ?? 0);
}

function textsOf(action: PortalAction): readonly string[] {
  const success = action.success.flatMap((sign) => (sign.sign === 'text' ? [sign.text] : []));
  return [...success, ...action.failure].map(folded);
}

function wordsOf(scan: PageScan): readonly string[] {
  return [...scan.lines, ...scan.dialogs.flatMap(({ lines }) => lines)].map((line) => line.folded.replaceAll(SEAM, ''));
}
