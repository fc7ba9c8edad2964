import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/dependencies.mjs';

/** The command as the README says: from the repository's root, after the build. */
function checklist(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', 'checklist', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, npm_config_loglevel: 'error' },
  });
  return { status, stdout, stderr };
}

describe('npx checklist, from the root of the repository', () => {
  it('answers the example of the specification', () => {
    const { status, stdout } = checklist(
      'due',
      '--received',
      '2026-02-13T15:20',
      '--term',
      '3 ngày làm việc',
      '--json',
    );
    expect(status).toBe(0);
    // Friday; 16 to 20 February off for Tết; the day of receipt is not counted.
    expect(JSON.parse(stdout)).toMatchObject({ due: '2026-02-25T15:20', calendar: expect.stringMatching(/^[^@]+@\d/) });
  });

  it('counts what is left, in the words of the overlay', () => {
    const { status, stdout } = checklist(
      'remaining',
      '--now',
      '2026-11-23T08:00',
      '--due',
      '2026-11-24T11:00',
      '--json',
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      minutes: expect.any(Number),
      text: expect.stringMatching(/^Còn /),
      state: 'running',
    });
  });

  it('finds no fault in the packs that ship', () => {
    const pack = join('src', 'rules', 'packs', '4-xin-4-luon-5-khong.json');
    expect(checklist('lint', pack).status).toBe(0);
  });

  it('says 2 for wrong usage and nothing on stdout', () => {
    const { status, stdout, stderr } = checklist('due', '--recieved', '2026-02-13');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).not.toBe('');
  });
});
