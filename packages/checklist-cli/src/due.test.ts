import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { vnOffice } from '../../../src/rules/calendars/index.ts';
import { runHere } from './testing/run-here.ts';

const ASKED = ['due', '--received', '2026-02-13T15:20', '--term', '3 ngày làm việc'];

async function dueJson(...args: string[]) {
  const said = await runHere([...args, '--json']);
  expect(said).toMatchObject({ code: 0, messages: '' });
  return JSON.parse(said.out) as Record<string, unknown>;
}

describe('checklist due', () => {
  it('answers the example of the design', async () => {
    expect(await dueJson(...ASKED)).toEqual({
      due: '2026-02-25T15:20',
      calendar: `vn-office@${vnOffice.version}`,
      rule: 'không tính ngày nhận (BLDS 2015, Điều 147 khoản 2); chỉ tính ngày làm việc, theo chữ của thời hạn; giữ giờ nhận, như hệ thống một cửa in',
      rules: ['receipt-day-not-counted', 'working-days-only', 'clock-time-kept'],
      start: '2026-02-13T15:20',
      target: null,
      uncertain: null,
      cases: [],
    });
  });

  it('says it to a person', async () => {
    const { out } = await runHere([...ASKED, '--target', '50%']);
    expect(out).toMatch(/^due {7}2026-02-25T15:20\n/);
    expect(out).toMatch(/^target {4}2026-02-24T09:50$/m);
  });

  it.each([
    [['--count', 'end-of-day'], { due: '2026-02-25T17:00' }],
    [['--target', '-30%'], { target: '2026-02-24T16:08' }],
    [['--target', '16h'], { target: '2026-02-24T15:20' }],
    [['--pause', '2026-02-23T08:00/2026-02-24T08:00'], { due: '2026-02-26T15:20' }],
    [
      ['--pause', '2026-02-23T08:00/2026-02-23T09:00', '--pause', '2026-02-24T08:00/2026-02-24T09:00'],
      { due: '2026-02-26T07:50' },
    ],
    [['--restart', '2026-02-24T09:00'], { due: '2026-02-27T09:00', start: '2026-02-24T09:00' }],
    [['--hours', '08:00-12:00,13:30-15:00'], { due: '2026-02-26T08:00', start: '2026-02-23T08:00' }],
  ])('counts with %j', async (extra, answer) => {
    expect(await dueJson(...ASKED, ...extra)).toMatchObject(answer);
  });

  it('gives the other date where a day may or may not be a holiday', async () => {
    const answer = await dueJson('due', '--received', '2026-11-23T09:00', '--term', '1 ngày làm việc');
    expect(answer).toMatchObject({
      due: '2026-11-25T09:00',
      uncertain: { due: '2026-11-24T09:00', days: ['2026-11-24'] },
    });
  });

  it('gives what the wording grants under a condition', async () => {
    const term = '03 ngày làm việc; trường hợp phải xác minh thì không quá 05 ngày làm việc';
    expect(await dueJson('due', '--received', '2026-10-05T09:00', '--term', term)).toMatchObject({
      due: '2026-10-08T09:00',
      cases: [{ condition: 'phải xác minh', due: '2026-10-12T09:00' }],
    });
  });

  it('counts with a calendar file', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'checklist-')), 'our office.json');
    writeFileSync(file, `\ufeff${JSON.stringify({ ...vnOffice, id: 'our-office', days: [] })}`);
    expect(await dueJson(...ASKED, '--calendar', file)).toMatchObject({
      due: '2026-02-18T15:20',
      calendar: `our-office@${vnOffice.version}`,
    });
    writeFileSync(file, JSON.stringify({ ...vnOffice, week: { ...vnOffice.week, mon: ['08:00-25:00'] } }));
    const refused = await runHere([...ASKED, '--calendar', file]);
    expect(refused.code).toBe(2);
    expect(refused.messages).toContain(`${file}: week.mon[0]: `);
  });

  it.each([
    [['due'], '--received: is missing'],
    [['due', '--received', '2026-02-13T15:20'], '--term: is missing'],
    [['due', '--received', '2026-02-13', '--term', '3 ngày'], '--received: needs a time of day'],
    [
      ['due', '--received', '2026-02-13T15:20+07:00', '--term', '3 ngày'],
      '--received: not a local time without offset',
    ],
    [['due', '--received', '2026-02-30T15:20', '--term', '3 ngày'], '--received: not a local time'],
    [['due', '--received', '1999-02-13T15:20', '--term', '3 ngày'], '--received: vn-office@'],
    [['due', '--received', '2026-02-13T15:20', '--term', 'soon'], '--term: "soon" has a part that is not understood'],
    [[...ASKED, '--count', 'noon'], '--count: must be clock or end-of-day'],
    [[...ASKED, '--target', '0%'], '--target: must be like 50%'],
    [[...ASKED, '--pause', '2026-02-13T15:20'], '--pause: must be FROM/TO'],
    [[...ASKED, '--pause', '2026-02-14T15:20/2026-02-13T15:20'], '--pause: ends before it begins'],
    [[...ASKED, '--restart', '2026-02-12T15:20'], '--restart: is before the receipt'],
    [[...ASKED, '--hours', '7-11'], '--hours'],
    [[...ASKED, '--calendar', 'nowhere.json'], 'nowhere.json: no such file'],
    [[...ASKED, '--batch', '-'], '--batch cannot be used together with --received'],
    [[...ASKED, '--frist', '3'], "unknown option '--frist'"],
    [[...ASKED, 'more'], 'too many arguments'],
    [['dew'], "unknown command 'dew'"],
  ])('refuses %j', async (args, message) => {
    const said = await runHere(args);
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.messages).toContain(message);
  });

  it('tells apart what was understood but has no date', async () => {
    const none = await runHere(['due', '--received', '2026-02-13T15:20', '--term', 'Không quy định', '--json']);
    expect(none.code).toBe(1);
    expect(JSON.parse(none.out)).toMatchObject({ reason: 'no-term', error: 'the term names no length' });
    const beyond = await runHere(['due', '--received', '2027-12-30T15:20', '--term', '3 ngày làm việc']);
    expect(beyond).toMatchObject({ code: 1, out: '' });
    expect(beyond.messages).toContain('answers only for 2018-01-01 to 2027-12-31');
  });

  it('gives the date of a condition where the wording names a length for nothing else', async () => {
    const asked = ['due', '--received', '2026-10-05T09:00', '--term'];
    const term = 'không quá 05 ngày làm việc trường hợp phải xác minh';
    const said = await runHere([...asked, term]);
    expect(said).toMatchObject({ code: 1, out: 'case      2026-10-12T09:00: phải xác minh\n' });
    expect(said.messages).toContain('names a length only for: phải xác minh');
    const json = await runHere([...asked, term, '--json']);
    expect(JSON.parse(json.out)).toMatchObject({ cases: [{ condition: 'phải xác minh', due: '2026-10-12T09:00' }] });
  });

  it('shows how a term is written where one is not understood', async () => {
    const said = await runHere(['due', '--received', '2026-10-05T09:00', '--term', 'ba ngày']);
    expect(said.messages).toContain('Write a term like "3 ngày làm việc" or "16 giờ làm việc"');
  });

  it('reads no more of a calendar than one can have', async () => {
    const said = await runHere([...ASKED, '--calendar', '/dev/zero']);
    expect(said).toMatchObject({ code: 2, messages: expect.stringContaining('larger than 16 MiB') });
  });

  it('names a calendar as a whole without an empty place', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'checklist-')), 'none.json');
    writeFileSync(file, 'null');
    const { messages } = await runHere([...ASKED, '--calendar', file]);
    expect(messages).toBe(`checklist: ${file}: must be an object, not null\n`);
    writeFileSync(file, '{\n  "id": "a",\n  "id": "b"\n}');
    const twice = await runHere([...ASKED, '--calendar', file]);
    expect(twice.messages).toBe(`checklist: ${file}: id: the key stands twice in one object: line 3, column 3\n`);
  });
});

describe('checklist due --batch', () => {
  const good = { received: '2026-02-13T15:20', term: '3 ngày làm việc' };

  async function batch(input: string | Uint8Array, ...args: string[]) {
    const said = await runHere(['due', '--batch', '-', ...args], input);
    const answers = said.out.split('\n').slice(0, -1);
    return { ...said, answers: answers.map((line) => JSON.parse(line) as Record<string, unknown>) };
  }

  it('answers each line in its order, and goes on after a bad one', async () => {
    const lines = [good, { ...good, term: '16 giờ làm việc' }, { ...good, received: 'x' }, good].map((line) =>
      JSON.stringify(line),
    );
    const said = await batch(`\ufeff${lines.join('\r\n')}`);
    expect(said.answers.map(({ due, error }) => due ?? error)).toEqual([
      '2026-02-25T15:20',
      '2026-02-24T15:20',
      'line 3: received: not a local time without offset, like 2026-02-13T15:20: "x"',
      '2026-02-25T15:20',
    ]);
    expect(said.code).toBe(1);
  });

  it('takes options as what holds for every line', async () => {
    const said = await batch(`{"received":"2026-02-13T15:20"}\n${JSON.stringify(good)}\n`, '--term', '1 ngày làm việc');
    expect(said.answers.map(({ due }) => due)).toEqual(['2026-02-23T15:20', '2026-02-25T15:20']);
    expect(said.code).toBe(0);
  });

  it.each([
    ['an empty line', '', 'empty'],
    ['no JSON', '{', 'not JSON'],
    ['a list', '[1]', 'not a JSON object'],
    ['a misspelt key', '{"recieved":"2026-02-13T15:20"}', 'recieved: unknown; known are'],
    ['a key of the prototype', '{"__proto__":{"term":"1 ngày"}}', '__proto__: unknown'],
    ['a number for a text', '{"received":5}', 'received: must be a text'],
    ['too long a line', `{"term":"${'a'.repeat(70_000)}"}`, 'longer than 65536 bytes'],
    ['deep nesting', '['.repeat(30_000), 'not JSON'],
  ])('names %s', async (_name, line, message) => {
    const { answers, code } = await batch(`${line}\n${JSON.stringify(good)}\n`);
    expect(answers).toHaveLength(2);
    expect(answers[0]?.error).toContain(`line 1: ${message}`);
    expect(answers[1]?.due).toBe('2026-02-25T15:20');
    expect(code).toBe(1);
  });

  it('names a line that is not UTF-8', async () => {
    const { answers } = await batch(Buffer.from([0x22, 0xff, 0x22, 0x0a]));
    expect(answers).toEqual([{ error: 'line 1: not UTF-8 text' }]);
  });

  it('answers nothing with nothing', async () => {
    expect(await batch('')).toMatchObject({ code: 0, out: '' });
  });
});
