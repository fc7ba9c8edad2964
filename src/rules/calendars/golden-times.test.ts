import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type GoldenAnswer, goldenAnswers } from './golden-answers.ts';

const run = promisify(execFile);

describe('the golden table', () => {
  it.each(goldenAnswers())('$question', ({ answer, expected }) => {
    expect(answer).toBe(expected);
  });

  it('has the twelve scenarios in which other libraries were compared', () => {
    const answers = goldenAnswers('comparison');
    expect(answers).toHaveLength(12);
    expect(answers.map(({ answer }) => answer)).toEqual(answers.map(({ expected }) => expected));
  });
});

/** What a machine in this zone answers, and what its own clock shows at noon UTC on 1 July 2026. */
async function machineIn(zone: string): Promise<{ hour: number; answers: readonly GoldenAnswer[] }> {
  const module = JSON.stringify(new URL('./golden-answers.ts', import.meta.url).href);
  const script = `import { goldenAnswers } from ${module};
    const hour = new Date(Date.UTC(2026, 6, 1, 12)).getHours();
    const answers = [...goldenAnswers(), ...goldenAnswers('comparison')];
    console.log(JSON.stringify({ hour, answers }));`;
  const options = ['--import', 'tsx', '--conditions=source', '--input-type=module', '--eval', script];
  const { stdout } = await run(process.execPath, options, { env: { ...process.env, TZ: zone } });
  return JSON.parse(stdout);
}

describe('the zone of the machine', () => {
  it.concurrent.each([
    ['UTC', 12],
    ['America/New_York', 8],
    ['Asia/Ho_Chi_Minh', 19],
    ['Pacific/Apia', 1],
  ])('%s changes nothing', { timeout: 60_000 }, async (zone, hourThere) => {
    const { hour, answers } = await machineIn(zone);
    expect(hour).toBe(hourThere);
    expect(answers.length).toBeGreaterThan(120);
    expect(answers.filter(({ answer, expected }) => answer !== expected)).toEqual([]);
  });
});
