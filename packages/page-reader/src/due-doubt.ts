import type { Doubt, PageFacts } from './page-facts.ts';

const DUE_DOUBTS: ReadonlySet<Doubt> = new Set([
  'due-before-received',
  'due-malformed',
  'dues-disagree',
  'codes-disagree',
]);

/** Whether a doubt touches the appointment: which one it is, or whose. */
function isDueDoubt(doubt: Doubt): boolean {
  return DUE_DOUBTS.has(doubt);
}

/** Whether the appointment of these facts must not be counted with. */
export function isDueDoubtful({ doubts }: Pick<PageFacts, 'doubts'>): boolean {
  return doubts.some(isDueDoubt);
}
