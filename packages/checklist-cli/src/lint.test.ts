import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { defaultPack } from '../../../src/rules/packs/index.ts';
import opencps from '../../../src/rules/portals/opencps.json' with { type: 'json' };
import { runHere } from './testing/run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'checklist-lint-'));
const shipped = fileURLToPath(new URL('../../../src/rules/packs/', import.meta.url));

function filesIn(path: string): string[] {
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(path, name));
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('checklist lint', () => {
  it('finds nothing in the packs that ship, nor in the overlays that show how', async () => {
    const files = [...filesIn(join(shipped, 'examples')), ...filesIn(shipped)];
    expect(files.length).toBeGreaterThan(8);
    expect(await runHere(['lint', ...files])).toMatchObject({ code: 0, out: '' });
  });

  it('names each fault with its place, in every file', async () => {
    const [first, ...cues] = defaultPack.cues;
    const when = { op: 'all', of: [{ op: 'like', fact: 'tone', value: 'joy' }] };
    const wrong = file('wrong.json', { ...defaultPack, cues: [{ ...first, when }, ...cues] });
    const other = file('other.json', { ...defaultPack, version: 'one', colour: 'red' });
    const said = await runHere(['lint', wrong, join(shipped, '5-phuong-cham.json'), other]);
    expect(said.code).toBe(1);
    const lines = said.out.trim().split('\n');
    expect(lines.some((line) => line.startsWith(`${wrong}: /cues/0/when/of/0/op: `))).toBe(true);
    expect(lines.some((line) => line.startsWith(`${other}: /version: must be a version like`))).toBe(true);
    expect(lines).toContain(`${other}: /colour: unknown key`);
    expect(lines.every((line) => line.startsWith(wrong) || line.startsWith(other))).toBe(true);
  });

  it('speaks Vietnamese to who asks for it, of overlays without a pack too', async () => {
    const wrong = file('whne.json', { ...defaultPack, whne: 1 });
    const imports = { id: 'goi-la', version: '1.x' };
    const format = 'checklist-pack-overlay/1';
    const alone = file('alone.json', {
      format,
      id: 'xa',
      version: '1.0.0',
      status: 'active',
      title: { vi: 'Xã' },
      imports,
    });
    const said = await runHere(['lint', '--language', 'vi', wrong, alone]);
    expect(said.code).toBe(1);
    expect(said.out.trim().split('\n')).toEqual([
      `${wrong}: /whne: không có mục nào tên này; xem lại chính tả`,
      `${alone}: /imports/id: trong các tệp này không có gói "goi-la" dùng được; hãy ghi thêm tệp của gói ấy`,
    ]);
  });

  it('says the same as one JSON document', async () => {
    const wrong = file('no version.json', { ...defaultPack, version: undefined });
    const said = await runHere(['lint', wrong, join(shipped, '5-phuong-cham.json'), '--json']);
    const { ok, files } = JSON.parse(said.out) as { ok: boolean; files: { ok: boolean; faults: object[] }[] };
    expect([said.code, ok, ...files.map((each) => each.ok)]).toEqual([1, false, false, true]);
    expect(files[0]?.faults[0]).toMatchObject({ path: '/version' });
  });

  it.each([
    ['no JSON', '{"format":', '/format: is not JSON: line 1, column 11'],
    ['nothing', '', 'is not JSON: line 1'],
    ['a list', '[]', ''],
    ['something else', '{"format":"checklist-calendar/1"}', '/format: '],
    ['deep nesting', `${'['.repeat(100_000)}`, '/0/0/0'],
  ])('refuses %s without losing the next file', async (name, content, message) => {
    const path = file(`${name}.json`, content);
    const said = await runHere(['lint', path, join(shipped, '5-phuong-cham.json')]);
    expect(said.code).toBe(1);
    expect(said.out).toContain(`${path}: ${message}`);
  });

  it('wants the pack below an overlay', async () => {
    const overlay = {
      format: 'checklist-pack-overlay/1',
      id: 'our-commune',
      version: '1.0.0',
      status: 'active',
      imports: { id: 'our-province', version: '1.0.0' },
    };
    const said = await runHere(['lint', file('overlay.json', overlay)]);
    expect(said.code).toBe(1);
    expect(said.out).toContain('/imports/id: there is no sound pack "our-province" among these files');
  });

  it('reads a pack in a language of its own', async () => {
    const inEnglish = (text: object) => ('en' in text ? { en: text.en } : text);
    const text = JSON.stringify(defaultPack, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && 'vi' in value ? inEnglish(value) : value,
    );
    expect(await runHere(['lint', file('english.json', text)])).toMatchObject({ code: 0, out: '' });
  });

  it.each([
    [['lint'], "missing required argument 'pack'"],
    [['lint', join(folder, 'none.json')], 'none.json: no such file'],
    [['lint', folder], 'is a folder'],
  ])('refuses %j', async (args, message) => {
    const said = await runHere(args);
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.messages).toContain(message);
  });

  it('reads portal profiles beside packs: the shipped ones are sound', async () => {
    const portals = filesIn(fileURLToPath(new URL('../../../src/rules/portals/', import.meta.url)));
    expect(portals.length).toBeGreaterThan(10);
    const said = await runHere(['lint', ...portals, join(shipped, '5-phuong-cham.json'), '--json']);
    const { ok, files } = JSON.parse(said.out) as { ok: boolean; files: { kind: string; ok: boolean }[] };
    expect([said.code, ok]).toEqual([0, true]);
    expect(files.map(({ kind }) => kind)).toEqual([...portals.map(() => 'portal'), 'pack']);
  });

  it.each([
    ['misspelt', 'portalprofile/1'],
    ['left out', undefined],
  ])('judges a portal profile as one where its format is %s', async (_, format) => {
    const said = await runHere(['lint', file('unnamed.json', { ...opencps, format }), '--json']);
    const [found] = JSON.parse(said.out).files;
    expect(found.kind).toBe('portal');
    expect(found.faults.map(({ path }: { path: string }) => path)).toEqual(['/format']);
  });

  it('names faults of a portal profile, in both languages, and gives advice about a sound one', async () => {
    const wrong = file('portal.json', { ...opencps, labels: { code: ['Họ và tên'] }, hosts: ['https://x'] });
    const said = await runHere(['lint', wrong]);
    expect([said.code, said.out]).toEqual([
      1,
      `${wrong}: /hosts/0: must be a host in lower case like "motcua.example.vn", "*.example.vn", "10.0.0.5:8080" or "[fd00::5]"; a name with other letters as the address bar copies it, "xn--…"\n`,
    ]);
    const applicant = file('applicant.json', { ...opencps, labels: { code: ['Họ và tên'] } });
    expect((await runHere(['lint', applicant, '--language', 'vi'])).out).toBe(
      `${applicant}: /labels/code/0: là mục về người dân; không bao giờ đọc ở đó. Chỉ được ghi trong "never"\n`,
    );
    const newer = file('newer.json', { ...opencps, format: 'portal-profile/2' });
    expect((await runHere(['lint', newer])).out).toContain(`${newer}: /format: `);
    const advised = file('advised.json', { ...opencps, pack: '5-phuong-cham', labels: { due: ['Ngày hẹn trả'] } });
    const advice = await runHere(['lint', advised]);
    expect([advice.code, advice.out]).toEqual([0, '']);
    expect(advice.messages).toContain(
      `warning: ${advised}: /labels/due/0: the reader knows this label as "due" already`,
    );
    expect(advice.messages).toContain(`warning: ${advised}: /pack: no pack "5-phuong-cham" with a finish ships`);
    const withPack = file('with-pack.json', { ...opencps, pack: defaultPack.id });
    expect((await runHere(['lint', withPack])).messages).not.toContain('/pack');
  });
});
