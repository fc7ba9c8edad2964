import { describe, expect, it } from 'vitest';
import { runHere } from './testing/run-here.ts';

async function left(...args: string[]) {
  const said = await runHere(['remaining', ...args, '--json']);
  expect(said).toMatchObject({ code: 0, messages: '' });
  return JSON.parse(said.out) as Record<string, unknown>;
}

describe('checklist remaining', () => {
  it.each([
    [['--now', '2026-10-05T07:30', '--due', '2026-10-06T10:30'], 660, 'Còn 1 ngày 3 giờ', 'running'],
    [['--now', '2026-10-06T08:30', '--due', '2026-10-06T10:30'], 120, 'Hôm nay, còn 2 giờ', 'due-today'],
    [['--now', '2026-10-06T10:30', '--due', '2026-10-06T08:30'], -120, 'Quá hạn 2 giờ', 'overdue'],
    [
      ['--now', '2026-10-06T10:30', '--due', '2026-10-06T08:30', '--paused-since', '2026-10-05T16:00'],
      120,
      'Tạm dừng, chờ bổ sung',
      'paused',
    ],
    [['--now', '2026-10-06T10:30', '--due', ''], null, 'Chưa thấy ngày hẹn', 'unknown'],
    [['--now', '2026-10-06T10:30', '--due', '06/10/2026'], null, 'Ngày hẹn cần xem lại', 'unknown'],
    [['--now', '2026-10-06T10:30', '--due', '2099-10-06'], null, 'Chưa có lịch cho ngày hẹn', 'unknown'],
  ])('answers %j', async (args, minutes, text, state) => {
    expect(await left(...args)).toMatchObject({ minutes, text, state });
  });

  it('gives the other figure where a day may or may not be a holiday', async () => {
    expect(await left('--now', '2026-11-23T14:00', '--due', '2026-11-25T10:30')).toMatchObject({
      minutes: 360,
      uncertain: { minutes: 840, days: ['2026-11-24'] },
    });
  });

  it('says it to a person', async () => {
    const { out } = await runHere(['remaining', '--now', '2026-10-05T07:30', '--due', '2026-10-06T10:30']);
    expect(out).toBe('Còn 1 ngày 3 giờ\ngiờ làm việc, 1 ngày = 8 giờ · hẹn trả 10:30, thứ Ba 06/10\n');
  });

  it('answers a batch', async () => {
    const lines = [
      '{"now":"2026-10-05T07:30","due":"2026-10-06T10:30"}',
      '{"due":"2026-10-06T10:30","pausedSince":"2026-10-05T16:00"}',
      '{"due":null}',
      '{}',
    ];
    const said = await runHere(['remaining', '--now', '2026-10-06T09:30', '--batch', '-'], lines.join('\n'));
    const answers = said.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answers.map(({ text, error }) => text ?? error)).toEqual([
      'Còn 1 ngày 3 giờ',
      'Tạm dừng, chờ bổ sung',
      'Chưa thấy ngày hẹn',
      'line 4: due: is missing',
    ]);
    expect(said.code).toBe(1);
  });

  it.each([
    [['--due', '2026-10-06'], '--now: is missing'],
    [['--now', '2026-10-06T10:30'], '--due: is missing'],
    [['--now', '2026-10-06', '--due', '2026-10-06'], '--now: needs a time of day'],
    [['--now', '2026-10-06T10:30', '--due', '2026-10-06', '--paused-since', 'x'], '--paused-since: not a local time'],
    [
      ['--now', '2026-10-06T10:30', '--due', '2026-10-08', '--paused-since', '2026-10-07T08:00'],
      '--paused-since: is after now',
    ],
  ])('refuses %j', async (args, message) => {
    const said = await runHere(['remaining', ...args]);
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.messages).toContain(message);
  });
});
