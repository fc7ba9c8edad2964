import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/*
 * The built file as a process of its own: what only shows there is how it ends, its streams and its memory. What it
 * answers is tested beside the commands.
 */

const root = fileURLToPath(new URL('../../../', import.meta.url));
// Below node_modules, so that the built file finds what npm installs beside it.
const out = join(root, 'node_modules', '.cache', `checklist-cli-${process.pid}`);
const command = join(out, 'checklist.js');
const DUE = ['due', '--received', '2026-02-13T15:20', '--term', '3 ngày làm việc', '--json'];

beforeAll(async () => {
  mkdirSync(out, { recursive: true });
  const configFile = join(root, 'packages/checklist-cli/vite.config.ts');
  await build({ configFile, logLevel: 'error', build: { outDir: out, emptyOutDir: true } });
}, 60_000);

afterAll(() => rmSync(out, { recursive: true, force: true }));

function start(args: readonly string[], zone = 'UTC') {
  return spawn(process.execPath, [command, ...args], { env: { ...process.env, TZ: zone } });
}

async function say(args: readonly string[], stdin: string | null = null, zone = 'UTC') {
  const child = start(args, zone);
  child.stdin.end(stdin ?? '');
  const [stdout, stderr] = [child.stdout, child.stderr].map((stream) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString('utf8');
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, out: stdout?.() ?? '', messages: stderr?.() ?? '' };
}

describe('the built command', () => {
  it.each(['UTC', 'America/New_York', 'Asia/Ho_Chi_Minh'])('answers the same on a machine in %s', async (zone) => {
    const said = await say(DUE, null, zone);
    expect(said).toMatchObject({ code: 0, messages: '' });
    expect(JSON.parse(said.out)).toMatchObject({ due: '2026-02-25T15:20' });
  });

  it('knows its version, and helps with each command', async () => {
    expect(await say(['--version'])).toEqual({ code: 0, out: '0.1.0\n', messages: '' });
    const general = await say(['--help']);
    const commands = [...general.out.matchAll(/^ {2}(\w+)(?: \[options\])/gm)].map(([, name = '']) => name);
    expect(commands.sort()).toEqual(['due', 'inspect', 'lint', 'remaining', 'report', 'simulate', 'verify']);
    for (const name of commands) {
      const help = await say([name, '--help']);
      expect(help).toMatchObject({ code: 0, messages: '' });
      expect(help.out).toContain(`$ checklist ${name}`);
    }
  });

  it('says on stderr how it is used, and ends with 2', async () => {
    const said = await say([]);
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.messages).toContain('Usage: checklist');
  });

  it('reads a saved page with all that reading one takes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'checklist-page-'));
    const page = join(folder, 'page.html');
    writeFileSync(page, '<style>main { & p { display: none } }</style><main><p>Mã hồ sơ: 1</p></main>');
    const said = await say(['inspect', page, '--url', 'https://motcua.example.vn/', '--json']);
    rmSync(folder, { recursive: true });
    expect(said).toMatchObject({ code: 0, messages: '' });
    expect(JSON.parse(said.out)).toEqual({ kind: 'other', portal: 'generic', facts: null, rows: [] });
  });

  it('ends well when nobody reads on', async () => {
    const child = start(['remaining', '--batch', '-']);
    const faults: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => faults.push(chunk));
    child.stdin.on('error', () => undefined);
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end('{"now":"2026-10-05T07:30","due":"2026-10-06T10:30"}\n'.repeat(20_000));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, Buffer.concat(faults).toString()]).toEqual([0, '']);
  });

  it('says that the disk is full instead of falling over', async () => {
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [command, ...DUE], { stdio: ['ignore', full, 'pipe'] });
    const faults: Buffer[] = [];
    child.stderr?.on('data', (chunk: Buffer) => faults.push(chunk));
    const code = await new Promise((resolve) => child.on('close', resolve));
    closeSync(full);
    expect([code, Buffer.concat(faults).toString()]).toEqual([
      2,
      'checklist: standard output: the disk is full. Make room and run the command again.\n',
    ]);
  });

  it('answers a long batch line by line', async () => {
    const lines = 20_000;
    const said = await say(
      ['due', '--batch', '-', '--term', '3 ngày'],
      '{"received":"2026-10-05T07:30"}\n'.repeat(lines),
    );
    expect(said.code).toBe(0);
    expect(said.out.split('\n')).toHaveLength(lines + 1);
  });

  it('leaves whole files only when it is stopped', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'checklist-stopped-'));
    const child = start(['simulate', '--officials', '5000', '--days', '20', '--out', folder]);
    await new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        if (readdirSync(folder).length < 3) return;
        clearInterval(timer);
        resolve();
      }, 5);
    });
    child.kill('SIGINT');
    const signal = await new Promise((resolve) => child.on('close', (_code, by) => resolve(by)));
    expect(signal).toBe('SIGINT');
    const names = readdirSync(folder);
    expect(names.filter((name) => !name.endsWith('.jsonl'))).toEqual([]);
    expect(names.every((name) => statSync(join(folder, name)).size > 0)).toBe(true);
    expect(await say(['verify', ...names.map((name) => join(folder, name))])).toMatchObject({ code: 0 });
    rmSync(folder, { recursive: true });
  });

  it('leaves nothing behind when it is stopped while it writes rows', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'checklist-stopped-'));
    await say(['simulate', '--officials', '1', '--days', '3', '--out', folder]);
    const file = join(folder, 'official-0001-2025-01.jsonl');
    const rows = join(folder, 'rows.parquet');
    const child = start(['report', ...Array<string>(5000).fill(file), '--parquet', rows]);
    await new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        if (!readdirSync(folder).some((name) => name.includes('.part'))) return;
        clearInterval(timer);
        resolve();
      }, 5);
    });
    child.kill('SIGINT');
    const signal = await new Promise((resolve) => child.on('close', (_code, by) => resolve(by)));
    expect(signal).toBe('SIGINT');
    expect(readdirSync(folder).filter((name) => name.startsWith('rows'))).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
