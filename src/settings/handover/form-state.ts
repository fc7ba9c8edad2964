import type { Period } from 'checklist-core/handover';
import type { HandoverChoice, SharedConduct } from '../../messages/requests.ts';
import { type Preset, presetPeriods } from './preset-periods.ts';

/** What stands in the form. */
export interface FormState {
  readonly preset: Preset | 'custom';
  /** Days of `custom`, `YYYY-MM-DD` or empty while one is being typed; null until it was chosen once. */
  readonly custom: Period | null;
  readonly conduct: SharedConduct;
  /** As typed. */
  readonly name: string;
  /** The official changed something. */
  readonly touched: boolean;
}

/** The period the form names; null while its days are not whole or the wrong way round. */
export function chosenPeriod({ preset, custom }: FormState, today: string): Period | null {
  if (preset !== 'custom') return presetPeriods(today)[preset];
  if (custom === null || custom.from === '' || custom.to === '' || custom.from > custom.to) return null;
  return custom;
}

/** Whether the typed name can stand in a file: a line of ordinary characters, or nothing. */
export function isGivableName(typed: string): boolean {
  return ownName(typed).length <= 80 && !/[\p{C}\p{Zl}\p{Zp}]/u.test(ownName(typed));
}

/** What is asked of the background; null while the form is not whole. */
export function handoverChoiceOf(form: FormState, today: string): HandoverChoice | null {
  const period = chosenPeriod(form, today);
  if (period === null || !isGivableName(form.name)) return null;
  return { period, conduct: form.conduct, name: ownName(form.name) || null };
}

function ownName(typed: string): string {
  return typed.normalize('NFC').trim();
}
