import { workingDays, workingMinutesFrom } from '../../src/training/practice/appointment.ts';
import { type PracticeDossier, practiceCode } from '../../src/training/practice/dossier.ts';
import { PRACTICE_PROCEDURES, type ProcedureKey } from '../../src/training/practice/procedures.ts';
import { MINUTE_MS, type WallTime, wallTimeAt } from '../../src/training/practice/wall-time.ts';

/** Internal numbers (the ones in URLs) of the invented dossiers, by what each one is there for. */
export const DOSSIER = {
  /** Certified copies, due one hour from now. */
  dueInAnHour: 34001,
  /** Certificate of marital status, due tomorrow. */
  dueTomorrow: 34002,
  /** Change of civil status, due two days ago. */
  overdue: 34003,
  /** Waiting for papers: `Tạm dừng xử lý`. */
  paused: 34004,
  /** `Đã trả kết quả`, on time. */
  returned: 34005,
  /** Came online and was received. */
  online: 34006,
  /** Came online, not received yet: no code. */
  onlineNew: 34007,
  /** No due date printed. */
  withoutDue: 34008,
  /** A due date that is no date. */
  malformedDue: 34009,
  /** Due before it was received. */
  dueBeforeReceived: 34010,
  /** Death registration, result ready (grief). */
  death: 34011,
  /** Birth registration, result ready (joy). */
  birth: 34012,
  /** Marriage registration, still being processed a day after its due date (joy, late). */
  marriage: 34013,
  /** A direct dossier whose receive form is open: no code yet. */
  draft: 34014,
} as const;

const DAY = workingDays(1);

interface Sketch {
  readonly id: number;
  readonly procedure: ProcedureKey;
  readonly applicant: string;
  /** Before `now`, in working minutes. */
  readonly receivedAgo: number | null;
  /** After `now` (negative: before), in working minutes; a string is printed as it stands. */
  readonly dueIn: number | string | null;
  readonly channel?: PracticeDossier['channel'];
  readonly status?: PracticeDossier['status'];
  readonly dueText?: string;
  readonly stepText?: string;
}

const SKETCHES: readonly Sketch[] = [
  {
    id: DOSSIER.dueInAnHour,
    procedure: 'copy',
    applicant: 'NGUYỄN VĂN VÍ DỤ',
    receivedAgo: 180,
    dueIn: 60,
    dueText: 'Còn 1 giờ',
    stepText: 'Còn 0 ngày 1 giờ ',
  },
  {
    id: DOSSIER.dueTomorrow,
    procedure: 'single',
    applicant: 'TRẦN THỊ MẪU',
    receivedAgo: 2 * DAY,
    dueIn: DAY,
    dueText: 'Còn 1 ngày',
    stepText: 'Còn 1 ngày 0 giờ ',
  },
  {
    id: DOSSIER.overdue,
    procedure: 'change',
    applicant: 'PHẠM THỊ MẪU',
    receivedAgo: 5 * DAY,
    dueIn: -2 * DAY,
    dueText: 'Quá 2 ngày',
    stepText: 'Quá hạn 2 ngày 0 giờ 25 phút ',
  },
  {
    id: DOSSIER.paused,
    procedure: 'recognition',
    applicant: 'LÊ VĂN VÍ DỤ',
    receivedAgo: 4 * DAY,
    dueIn: 2 * DAY,
    status: 'waiting',
    dueText: 'Tạm dừng xử lý',
  },
  {
    id: DOSSIER.returned,
    procedure: 'extract',
    applicant: 'HOÀNG THỊ MẪU',
    receivedAgo: 300,
    dueIn: 120,
    status: 'done',
    dueText: 'Đúng hạn',
  },
  {
    id: DOSSIER.online,
    procedure: 'single',
    applicant: 'VŨ VĂN VÍ DỤ',
    receivedAgo: DAY,
    dueIn: 2 * DAY,
    channel: 'online',
    dueText: 'Còn 2 ngày',
    stepText: 'Còn 2 ngày ',
  },
  {
    id: DOSSIER.onlineNew,
    procedure: 'birth',
    applicant: 'ĐỖ THỊ MẪU',
    receivedAgo: null,
    dueIn: null,
    channel: 'online',
    status: 'receiving',
  },
  { id: DOSSIER.withoutDue, procedure: 'extract', applicant: 'BÙI VĂN VÍ DỤ', receivedAgo: 300, dueIn: null },
  {
    id: DOSSIER.malformedDue,
    procedure: 'copy',
    applicant: 'ĐẶNG THỊ MẪU',
    receivedAgo: 360,
    dueIn: '31/02/2026 99:00:00',
  },
  {
    id: DOSSIER.dueBeforeReceived,
    procedure: 'change',
    applicant: 'NGÔ VĂN VÍ DỤ',
    receivedAgo: DAY,
    dueIn: -2 * DAY,
    dueText: 'Quá 2 ngày',
  },
  {
    id: DOSSIER.death,
    procedure: 'death',
    applicant: 'DƯƠNG THỊ MẪU',
    receivedAgo: 240,
    dueIn: 240,
    status: 'released',
    dueText: 'Còn 4 giờ',
  },
  {
    id: DOSSIER.birth,
    procedure: 'birth',
    applicant: 'LÝ VĂN VÍ DỤ',
    receivedAgo: 180,
    dueIn: 300,
    status: 'released',
    dueText: 'Còn 5 giờ',
  },
  {
    id: DOSSIER.marriage,
    procedure: 'marriage',
    applicant: 'MAI THỊ MẪU',
    receivedAgo: 2 * DAY,
    dueIn: -DAY,
    dueText: 'Quá 1 ngày',
    stepText: 'Quá hạn 1 ngày 0 giờ ',
  },
  { id: DOSSIER.draft, procedure: 'birth', applicant: '', receivedAgo: null, dueIn: DAY, status: 'receiving' },
];

function dueOf(sketch: Sketch, now: WallTime): PracticeDossier['due'] {
  return typeof sketch.dueIn === 'number' ? workingMinutesFrom(now, sketch.dueIn) : sketch.dueIn;
}

/**
 * The invented dossiers of the invented commune, made relative to `now` (epoch milliseconds) in working time, so that
 * "due in an hour" has one working hour left also when the page is opened at night.
 */
export function practiceDossiers(now: number): PracticeDossier[] {
  const wall = wallTimeAt(now - (now % MINUTE_MS));
  return SKETCHES.map((sketch, index) => {
    const received = sketch.receivedAgo === null ? null : workingMinutesFrom(wall, -sketch.receivedAgo);
    return {
      id: sketch.id,
      code: received === null ? '' : practiceCode(received, 11 + index),
      procedure: PRACTICE_PROCEDURES[sketch.procedure],
      applicant: sketch.applicant,
      channel: sketch.channel ?? 'direct',
      submitted: received ?? workingMinutesFrom(wall, -120),
      received,
      due: dueOf(sketch, wall),
      status: sketch.status ?? 'processing',
      dueText: sketch.dueText ?? '',
      stepText: sketch.stepText ?? '',
    };
  });
}
