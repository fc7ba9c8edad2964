import { workingDays, workingMinutesFrom } from './appointment.ts';
import { type PracticeDossier, practiceCode } from './dossier.ts';
import people from './people.json' with { type: 'json' };
import { PRACTICE_PROCEDURES, type ProcedureKey } from './procedures.ts';
import type { WallTime } from './wall-time.ts';

/** Procedure, working minutes since it came and until it is due. */
const SKETCHES: readonly (readonly [procedure: ProcedureKey, ago: number, dueIn: number, released?: boolean])[] = [
  ['copy', 180, 120],
  ['single', workingDays(2), workingDays(1)],
  ['change', workingDays(4), -workingDays(1)],
  ['birth', 240, 180, true],
];

/** The few dossiers that already lie on the practice desk, made relative to `now`. */
export function practiceDossiers(now: WallTime): PracticeDossier[] {
  return SKETCHES.map(([procedure, ago, dueIn, released = false], index) => {
    const received = workingMinutesFrom(now, -ago);
    return {
      id: 34001 + index,
      code: practiceCode(received, 11 + index),
      procedure: PRACTICE_PROCEDURES[procedure],
      applicant: people.applicants[index % people.applicants.length] ?? '',
      channel: 'direct',
      submitted: received,
      received,
      due: workingMinutesFrom(now, dueIn),
      status: released ? 'released' : 'processing',
      dueText: '',
      stepText: '',
    };
  });
}
