import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import opencps from '../../../src/rules/portals/opencps.json' with { type: 'json' };
import { runHere } from './testing/run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'checklist-inspect-'));
const DETAIL_URL = 'https://motcua.mod.gov.vn/web/mot-cua/qlhs#/danh-sach-ho-so/0/chi-tiet-ho-so/34013';
const LIST_URL = 'https://motcua.example.vn/ho-so';
/** What must never be told, in places where a reader that is not careful would find it. */
const APPLICANT = ['NGUYỄN THỊ SAO MAI', '079123456789', '0912 345 678', 'sao.mai@example.vn', 'Hẻm 12 Đường Cây Bàng'];
const [NAME, ID_NUMBER, PHONE, MAIL, ADDRESS] = APPLICANT;

const DETAIL = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="detail_files/app%20style.css?v=1">
  <link rel="stylesheet" href="../outside.css"><link rel="stylesheet" href="detail_files/gone.css">
  <h2>Chi tiết hồ sơ</h2>
  <div class="stale">Mã hồ sơ: H27.128.14-261021-0099</div>
  <div><span>Mã hồ sơ: </span><span>H27.128.14-261021-0013</span></div>
  <div><span>Chủ hồ sơ: </span><span>${NAME}</span></div>
  <div><span>Số CMND/ căn cước: </span><span>${ID_NUMBER}</span></div>
  <div><span>Thủ tục: </span><span>Đăng ký khai sinh</span></div>
  <div><span>Ngày tiếp nhận: </span><span>21/10/2026 07:34:24</span></div>
  <div><span>Ngày hẹn trả: </span><span>20/10/2026 07:34:00</span></div>
  <div><span>Thời hạn giải quyết: </span><span>${ADDRESS}</span></div>
  <div><span>Trạng thái: </span><span>Đang xử lý</span></div><p>${MAIL}</p><p>${PHONE}</p>`;

const LIST = `<meta charset="utf-8"><h2>Danh sách hồ sơ</h2><table>
  <tr><th>Mã hồ sơ</th><th>Chủ hồ sơ</th><th>Ngày hẹn trả</th></tr>
  ${Array.from({ length: 25 }, (_, i) => `<tr><td>H27.128.14-261021-00${10 + i}</td><td>${NAME}</td><td>18/11/2026</td></tr>`).join('')}
  </table>`;

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Old Vietnamese pages write the tone as a mark of its own, behind the letter. */
function inWindows1258(text: string): Uint8Array {
  const letters = new TextDecoder('windows-1258').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const marked = text.replace(/\p{L}/gu, (letter) => {
    const [tone = ''] = /[\u0300\u0301\u0303\u0309\u0323]/.exec(letter.normalize('NFD')) ?? [];
    return letter.normalize('NFD').replace(tone, '').normalize('NFC') + tone;
  });
  return Uint8Array.from(marked, (letter) => letters.indexOf(letter));
}

function inspect(path: string, ...args: readonly string[]) {
  return runHere(['inspect', path, '--url', DETAIL_URL, ...args]);
}

let detail: string;
beforeAll(() => {
  mkdirSync(join(folder, 'saved', 'detail_files'), { recursive: true });
  detail = file('saved/detail.html', DETAIL);
  file('saved/detail_files/app style.css', '.stale { display: none }');
  file('outside.css', 'div { display: none }');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('checklist inspect', () => {
  it('tells what the extension reads on a detail, as one JSON document', async () => {
    const said = await inspect(detail, '--json');
    expect(said).toMatchObject({ code: 0, messages: '' });
    expect(JSON.parse(said.out)).toEqual({
      kind: 'detail',
      portal: 'opencps',
      facts: {
        code: 'H27.128.14-261021-0013',
        procedureName: 'Đăng ký khai sinh',
        received: '2026-10-21T07:34:24',
        due: '2026-10-20T07:34:00',
        statusText: 'Đang xử lý',
        status: 4,
        doubts: ['due-before-received'],
      },
      rows: [],
    });
    expect(said.out.split('\n')).toHaveLength(2);
  });

  it('says it to a person', async () => {
    const { out } = await inspect(detail);
    expect(out).toMatch(/^page {5}detail\n/);
    expect(out).toMatch(/^portal {3}opencps: /m);
    expect(out).toMatch(/^code {11}H27\.128\.14-261021-0013$/m);
    expect(out).toMatch(/^doubt {10}the appointment lies before the receipt$/m);
    expect(out).toMatch(/^visible {2}guessed from .*; not beside the page: 1 of the style sheets/m);
  });

  it('reads what a page keeps in a closed shadow root, which is seen all the same', async () => {
    const content = `<template shadowrootmode="closed">${DETAIL}</template>`;
    const sealed = file('sealed.html', `<!doctype html><meta charset="utf-8"><ho-so>${content}Đang tải…</ho-so>`);
    const said = await inspect(sealed, '--json');
    expect(JSON.parse(said.out)).toMatchObject({
      kind: 'detail',
      facts: { code: 'H27.128.14-261021-0013', procedureName: 'Đăng ký khai sinh', received: '2026-10-21T07:34:24' },
    });
  });

  it('tells the dossiers of a list on a host that no profile names', async () => {
    const path = file('list.html', LIST);
    const json = await runHere(['inspect', path, '--url', LIST_URL, '--json']);
    const answer = JSON.parse(json.out) as { readonly rows: readonly object[] };
    expect(answer).toMatchObject({ kind: 'list', portal: 'generic', facts: null });
    expect(answer.rows).toHaveLength(25);
    expect(answer.rows[0]).toEqual({ code: 'H27.128.14-261021-0010', due: '2026-11-18', doubts: [] });
    const { out } = await runHere(['inspect', path, '--url', LIST_URL]);
    expect(out).toMatch(/^20 {3}H27\.128\.14-261021-0029 {2}2026-11-18$/m);
    expect(out).toContain('… and 5 more rows: --json has them all.');
  });

  it('explains where each fact comes from', async () => {
    const said = await inspect(detail, '--explain', '--json');
    const answer = JSON.parse(said.out) as { readonly facts: object; readonly signals: object };
    expect(answer).toMatchObject({
      kind: 'detail',
      portal: 'opencps',
      facts: {
        code: { value: 'H27.128.14-261021-0013', label: 'mã hồ sơ', confidence: 'sure', rejected: [] },
        received: { value: '2026-10-21T07:34:24', label: 'ngày tiếp nhận' },
        status: { value: 4, label: 'trạng thái' },
        missing: { term: [{ label: 'thời hạn giải quyết', reason: 'no-such-value' }] },
        doubts: ['due-before-received'],
      },
      rows: [],
      signals: { detail: expect.arrayContaining(['address', 'facts']) },
      hints: expect.any(Array),
      visibility: 'guessed',
    });
    expect(answer.facts).not.toHaveProperty('dueState');
    const { out } = await inspect(detail, '--explain');
    expect(out).toMatch(/^code +H27\.128\.14-261021-0013 +mã hồ sơ +.+ +sure$/m);
    expect(out).toMatch(/^- term: "thời hạn giải quyết", .+: what stands there is no such value$/m);
  });

  it('never tells anything of the applicant', async () => {
    const list = file('list-of-people.html', LIST);
    for (const args of [[], ['--json'], ['--explain'], ['--explain', '--json']]) {
      for (const said of [await inspect(detail, ...args), await inspect(list, ...args)]) {
        for (const secret of APPLICANT) expect(said.out + said.messages).not.toContain(secret);
      }
    }
  });

  it('tries a profile from a file', async () => {
    const profile = {
      ...opencps,
      id: 'our-portal',
      hosts: ['motcua.example.vn'],
      labels: { code: ['Số vận đơn'] },
      enabled: false,
    };
    const path = file('profile.json', JSON.stringify(profile));
    const page = file('slip.html', DETAIL.replaceAll('Mã hồ sơ', 'Số vận đơn'));
    const said = await inspect(page, '--profile', path, '--json');
    expect(JSON.parse(said.out)).toMatchObject({ portal: 'our-portal', facts: { doubts: expect.any(Array) } });
    expect(said.messages).toContain('does not name the host motcua.mod.gov.vn: add it to "hosts"');
    expect(said.messages).toContain('is switched off');
    const without = await inspect(page, '--json');
    expect(JSON.parse(without.out)).not.toMatchObject({ facts: { code: 'H27.128.14-261021-0013' } });
  });

  it('names every fault of a profile with its path', async () => {
    const path = file('bad.json', JSON.stringify({ ...opencps, id: 'Our Portal', colour: 'red' }));
    const said = await inspect(detail, '--profile', path);
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.messages).toContain(`${path}: /id: must be lower-case words`);
    expect(said.messages).toContain(`${path}: /colour: unknown key`);
  });

  it('reads a page in an old encoding', async () => {
    const bytes = inWindows1258(DETAIL.replace('<meta charset="utf-8">', ''));
    const said = await inspect(file('old.html', bytes), '--json');
    expect(JSON.parse(said.out)).toMatchObject({
      kind: 'detail',
      facts: { procedureName: 'Đăng ký khai sinh', received: '2026-10-21T07:34:24', status: 4 },
    });
  });

  it.each([
    ['nothing', '<html></html>'],
    ['a page of frames', '<frameset><frame src="a.html"></frameset>'],
    ['broken markup', '<table><tr><td><div></table></p></b><<<>>'],
    ['zero bytes', '<p>\u0000\u0000</p>'],
    ['nesting without end', '<div>'.repeat(20_000)],
    ['a half character', '<p>\ud800'],
  ])('answers for %s', async (_name, html) => {
    const said = await inspect(file('odd.html', html), '--json');
    expect(said).toMatchObject({ code: 0, messages: '' });
    expect(JSON.parse(said.out)).toMatchObject({ kind: 'other', facts: null, rows: [] });
  });

  it('follows no name out of the folder, and no style sheet that is a folder', async () => {
    // Whether or not a browser would, where it leads: to the style sheet one folder up that hides everything.
    const links = ['%2e%2e/outside.css', '..%2foutside.css', 'a/../../outside.css', '.', 'x%00.css', '%ff.css'];
    const html = links.map((href) => `<link rel=stylesheet href="${href}">`).join('');
    const path = file('saved/links.html', `${html}${DETAIL.slice(DETAIL.indexOf('<h2>'))}`);
    const said = await inspect(path);
    expect(said.out).toMatch(/^code {11}H27/m);
    expect(said.out).toContain('not beside the page: 3 of the style sheets');
  });

  it('reads a frame of the same site that was saved beside the page, no other', async () => {
    const from = (url: string) => `<!-- saved from url=(0040)${url} -->\n${DETAIL}`;
    file('saved/detail_files/own.html', from('https://motcua.mod.gov.vn/frame'));
    file('saved/detail_files/foreign.html', from('https://elsewhere.example.vn/frame'));
    const frame = (name: string) => file(`saved/${name}.html`, `<iframe src="detail_files/${name}.html"></iframe>`);
    expect(JSON.parse((await inspect(frame('own'), '--json')).out)).toMatchObject({ kind: 'detail' });
    const foreign = await inspect(frame('foreign'), '--json');
    expect(JSON.parse(foreign.out)).toMatchObject({ kind: 'other' });
    expect(foreign.messages).toBe(
      'warning: of another site than --url and not read, as in the extension: 1 of its frames\n',
    );
  });

  it('warns of an address that the page was not saved from: another profile may act there', async () => {
    const saved = (url: string) => file('from.html', `<!-- saved from url=(0040)${url} -->\n${DETAIL}`);
    expect((await inspect(saved('https://motcua.mod.gov.vn/ho-so/7'))).messages).toBe('');
    expect((await inspect(saved('http://10.0.0.5:8080/ho-so/7'))).messages).toBe(
      'warning: the page says that it was saved from another site than https://motcua.mod.gov.vn, which --url names\n',
    );
  });

  it.each([
    ['a PDF', '%PDF-1.7\n<?xpacket begin="" ?><x:xmpmeta>'],
    ['a picture', '\u0089PNG\r\n\u001a\n<?xml version="1.0"?>'],
    ['an office document', 'PK\u0003\u0004<p>'],
  ])('refuses %s, whatever is in it', async (_name, bytes) => {
    const said = await inspect(file('other.html', Buffer.from(bytes, 'latin1')), '--json');
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.messages).toContain('holds no HTML');
  });

  it.each([
    [[join(folder, 'nowhere.html'), '--url', DETAIL_URL], 'nowhere.html: no such file'],
    [[folder, '--url', DETAIL_URL], 'is a folder'],
    [[join(folder, 'list.html', 'x.html'), '--url', DETAIL_URL], 'a part of this path is a file'],
    [['/dev/zero', '--url', DETAIL_URL], 'larger than 16 MiB'],
    [['a.html'], "required option '--url <url>' not specified"],
    [['--url', DETAIL_URL], "missing required argument 'page'"],
    [['a.html', '--url', 'motcua.example.vn/ho-so'], '--url "motcua.example.vn/ho-so": not the address of a page'],
    [['a.html', '--url', ''], '--url "": not the address of a page'],
    [['a.html', '--url', 'file:///a.html'], 'not the address of a page'],
    [['a.html', '--url', 'javascript:alert(1)'], 'not the address of a page'],
    [['a.html', '--url', DETAIL_URL, '--profile', 'nowhere.json'], 'nowhere.json: no such file'],
    [['a.html', 'b.html', '--url', DETAIL_URL], 'too many arguments'],
  ])('refuses %j', async (args, message) => {
    const said = await runHere(['inspect', ...args]);
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.messages).toContain(message);
  });

  it.each([
    [
      'a web archive',
      'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.vn/\r\n\tx\r\nMIME-Version: 1.0\r\n\r\n<p>',
      'is a web archive',
    ],
    ['an empty file', '', 'holds no HTML'],
    ['words', 'Mã hồ sơ: H27.128.14-261021-0013', 'holds no HTML'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'holds no HTML'],
  ])('refuses %s', async (_name, content, message) => {
    const said = await inspect(file('no-page.html', content));
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.messages).toContain(message);
  });

  it('refuses a file of 300 MB without reading it', async () => {
    const path = file('huge.html', '<p>');
    truncateSync(path, 300_000_000);
    const said = await inspect(path);
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.messages).toContain('larger than 16 MiB. Save the page as "Webpage, Complete"');
  });

  it('refuses a name that leads to itself', async () => {
    const path = join(folder, 'loop.html');
    symlinkSync(path, path);
    expect(await inspect(path)).toMatchObject({ code: 2, messages: expect.stringContaining('loop.html') });
  });
});
