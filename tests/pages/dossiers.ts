import { type PracticeDossier, practiceCode } from '../../src/training/practice/dossier.ts';
import { PRACTICE_PROCEDURES, type ProcedureKey } from '../../src/training/practice/procedures.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type WallTime, wallTimeAt } from '../../src/training/practice/wall-time.ts';

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
  /** Marriage registration, result ready but late (joy, late). */
  marriage: 34013,
} as const;

interface Sketch {
  readonly id: number;
  readonly procedure: ProcedureKey;
  readonly applicant: string;
  /** Before `now`, in milliseconds. */
  readonly receivedAgo: number | null;
  /** After `now` (negative: before), in milliseconds; a string is printed as it stands. */
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
    receivedAgo: 3 * HOUR_MS,
    dueIn: HOUR_MS,
    dueText: 'Còn 1 giờ',
    stepText: 'Còn 0 ngày 1 giờ ',
  },
  {
    id: DOSSIER.dueTomorrow,
    procedure: 'single',
    applicant: 'TRẦN THỊ MẪU',
    receivedAgo: 2 * DAY_MS,
    dueIn: DAY_MS,
    dueText: 'Còn 1 ngày',
    stepText: 'Còn 1 ngày 0 giờ ',
  },
  {
    id: DOSSIER.overdue,
    procedure: 'change',
    applicant: 'PHẠM THỊ MẪU',
    receivedAgo: 7 * DAY_MS,
    dueIn: -2 * DAY_MS,
    dueText: 'Quá 2 ngày',
    stepText: 'Quá hạn 2 ngày 0 giờ 25 phút ',
  },
  {
    id: DOSSIER.paused,
    procedure: 'recognition',
    applicant: 'LÊ VĂN VÍ DỤ',
    receivedAgo: 4 * DAY_MS,
    dueIn: 2 * DAY_MS,
    status: 'waiting',
    dueText: 'Tạm dừng xử lý',
  },
  {
    id: DOSSIER.returned,
    procedure: 'extract',
    applicant: 'HOÀNG THỊ MẪU',
    receivedAgo: DAY_MS,
    dueIn: 2 * HOUR_MS,
    status: 'done',
    dueText: 'Đúng hạn',
  },
  {
    id: DOSSIER.online,
    procedure: 'single',
    applicant: 'VŨ VĂN VÍ DỤ',
    receivedAgo: DAY_MS,
    dueIn: 3 * DAY_MS,
    channel: 'online',
    dueText: 'Còn 3 ngày',
    stepText: 'Còn 3 ngày ',
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
  { id: DOSSIER.withoutDue, procedure: 'extract', applicant: 'BÙI VĂN VÍ DỤ', receivedAgo: 5 * HOUR_MS, dueIn: null },
  {
    id: DOSSIER.malformedDue,
    procedure: 'copy',
    applicant: 'ĐẶNG THỊ MẪU',
    receivedAgo: 6 * HOUR_MS,
    dueIn: '31/02/2026 99:00:00',
  },
  {
    id: DOSSIER.dueBeforeReceived,
    procedure: 'change',
    applicant: 'NGÔ VĂN VÍ DỤ',
    receivedAgo: DAY_MS,
    dueIn: -2 * DAY_MS,
    dueText: 'Quá 2 ngày',
  },
  {
    id: DOSSIER.death,
    procedure: 'death',
    applicant: 'DƯƠNG THỊ MẪU',
    receivedAgo: 4 * HOUR_MS,
    dueIn: DAY_MS + HOUR_MS,
    status: 'released',
    dueText: 'Còn 1 ngày',
  },
  {
    id: DOSSIER.birth,
    procedure: 'birth',
    applicant: 'LÝ VĂN VÍ DỤ',
    receivedAgo: 4 * HOUR_MS,
    dueIn: DAY_MS + 2 * HOUR_MS,
    status: 'released',
    dueText: 'Còn 1 ngày',
  },
  {
    id: DOSSIER.marriage,
    procedure: 'marriage',
    applicant: 'MAI THỊ MẪU',
    receivedAgo: 6 * DAY_MS,
    dueIn: -DAY_MS,
    status: 'released',
    dueText: 'Quá 1 ngày',
    stepText: 'Quá hạn 1 ngày 0 giờ ',
  },
];

function dueOf(sketch: Sketch, now: WallTime): PracticeDossier['due'] {
  return typeof sketch.dueIn === 'number' ? now + sketch.dueIn : sketch.dueIn;
}

/**
 * The invented dossiers of the invented commune, made relative to `now` (epoch milliseconds). Plain time: an hour
 * is an hour on the clock, also at night; tests that count working time fix `now` inside working hours.
 */
export function practiceDossiers(now: number): PracticeDossier[] {
  const wall = wallTimeAt(now - (now % MINUTE_MS));
  return SKETCHES.map((sketch, index) => {
    const received = sketch.receivedAgo === null ? null : wall - sketch.receivedAgo;
    return {
      id: sketch.id,
      code: received === null ? '' : practiceCode(received, 11 + index),
      procedure: PRACTICE_PROCEDURES[sketch.procedure],
      applicant: sketch.applicant,
      channel: sketch.channel ?? 'direct',
      submitted: received ?? wall - 2 * HOUR_MS,
      received,
      due: dueOf(sketch, wall),
      status: sketch.status ?? 'processing',
      dueText: sketch.dueText ?? '',
      stepText: sketch.stepText ?? '',
    };
  });
}
