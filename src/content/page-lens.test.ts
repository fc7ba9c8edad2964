// @vitest-environment happy-dom
import { nameIndex, vietnameseWords } from 'page-reader';
import { beforeEach, describe, expect, it } from 'vitest';
import { portalById } from '../rules/portals/index.ts';
import { procedures } from '../rules/procedures/index.ts';
import { PageLens } from './page-lens.ts';
import { SlowRules } from './slow-rules.ts';

const BASE = 'https://motcua.mod.gov.vn/web/mot-cua/qlhs#/danh-sach-ho-so/0/chi-tiet-ho-so/';

/** A detail page as an OpenCPS portal draws it; names of people are left out. */
function draw(code: string, due: string): void {
  const line = (label: string, value: string) => `<div><span>${label}: </span><span> ${value} </span></div>`;
  document.body.innerHTML = `<div><h3>CHI TIẾT HỒ SƠ</h3><b title="Đăng ký khai sinh">Đăng ký khai sinh</b>
    ${line('Mã hồ sơ', code)}${line('Ngày tiếp nhận', '20/11/2026 07:30:00')}
    ${line('Ngày hẹn trả', due)}${line('Trạng thái', 'Đang xử lý')}</div>`;
}

function lensAt(first: string) {
  const at = { url: first };
  const lens = new PageLens({
    document,
    url: () => at.url,
    context: () => ({ profile: portalById('opencps'), procedures: nameIndex(procedures), words: vietnameseWords }),
    host: () => null,
    rules: new SlowRules({ resting: () => [], rest: () => undefined, now: () => 0 }),
  });
  return {
    lens,
    go(url: string) {
      at.url = url;
      return lens.navigate(url);
    },
  };
}

const A = 'H27.128.14-261120-0013';
const B = 'H27.128.14-261120-0014';

beforeEach(() => draw(A, '25/11/2026 17:00:00'));

describe('PageLens', () => {
  it('reads the dossier of the page', () => {
    const { lens } = lensAt(`${BASE}34013`);
    expect(lens.read()).toMatchObject({ kind: 'detail', facts: { code: A, due: '2026-11-25T17:00:00' } });
  });

  it('never takes the previous dossier, still standing while the next one loads, for the next one', () => {
    const { lens, go } = lensAt(`${BASE}34013`);
    lens.read();
    expect(go(`${BASE}34014`)).toBe(true);
    expect(lens.reading).toBeNull();
    expect(lens.read()).toBeNull();
    document.body.append(document.createElement('progress'));
    expect(lens.read()).toBeNull();
    draw(B, '26/11/2026 17:00:00');
    expect(lens.read()).toMatchObject({ facts: { code: B } });
  });

  it('takes what stands there for its own once the page has come to rest', () => {
    const { lens, go } = lensAt(`${BASE}34013`);
    lens.read();
    go(`${BASE}34013/giay-to/4711`);
    expect(lens.read()).toBeNull();
    lens.settle();
    expect(lens.read()).toMatchObject({ facts: { code: A } });
  });

  it('reads the same dossier again when it was drawn anew', () => {
    const { lens, go } = lensAt(`${BASE}34013`);
    lens.read();
    go(`${BASE}34014`);
    draw(A, '27/11/2026 17:00:00');
    expect(lens.read()).toMatchObject({ facts: { code: A, due: '2026-11-27T17:00:00' } });
  });

  it('stays with the dossier when only the tab of the page changes', () => {
    const { lens, go } = lensAt(`${BASE}34013`);
    lens.read();
    expect(go(`${BASE}34013?activeTab=tabs-2`)).toBe(false);
    expect(lens.read()).toMatchObject({ facts: { code: A } });
  });

  it('gives a reading up at once when its dossier is taken off the page', () => {
    const { lens } = lensAt(`${BASE}34013`);
    lens.read();
    expect(lens.touch([])).toBe(false);
    document.body.replaceChildren();
    expect(lens.touch([])).toBe(true);
    expect(lens.reading).toBeNull();
  });

  it('reads again only if the page was touched since', () => {
    const { lens } = lensAt(`${BASE}34013`);
    const first = lens.read();
    expect(lens.readFresh()).toBe(first);
    lens.touch([]);
    expect(lens.readFresh()).not.toBe(first);
  });

  it('reads again where a field holds something else, though nothing tells of it', () => {
    const field = (label: string, value: string) => `<p><label>${label} <input readonly value="${value}"></label></p>`;
    document.body.innerHTML = `<h3>CHI TIẾT HỒ SƠ</h3>${field('Mã hồ sơ', A)}${field('Ngày tiếp nhận', '20/11/2026 07:30:00')}
      ${field('Ngày hẹn trả', '25/11/2026 17:00:00')}${field('Trạng thái', 'Đang xử lý')}`;
    const { lens } = lensAt(`${BASE}34013`);
    const first = lens.read();
    expect(first).toMatchObject({ facts: { code: A } });
    expect(lens.readFresh()).toBe(first);
    const [code] = document.querySelectorAll('input');
    if (code !== undefined) code.value = B;
    const next = lens.readFresh();
    expect(next).toMatchObject({ facts: { code: B } });
    expect(lens.readFresh()).toBe(next);
  });

  it('gives the same reading of a list while nothing changes that is read', async () => {
    const row = `<tr><td>${A}</td><td>Đăng ký khai sinh</td><td>20/11/2026 07:30</td><td>25/11/2026 17:00</td></tr>`;
    document.body.innerHTML = `<table><thead><tr><th>Mã hồ sơ</th><th>Thủ tục</th><th>Ngày tiếp nhận</th><th>Ngày hẹn trả</th></tr></thead>
      <tbody>${row}${row.replace(A, B)}</tbody></table>`;
    const { lens } = lensAt('https://motcua.mod.gov.vn/web/mot-cua/qlhs#/danh-sach-ho-so/0');
    lens.watchedBy({
      also: () => undefined,
      looks: { take: () => false, owe: () => undefined, hurry: () => undefined },
    });
    const observer = new MutationObserver((records) => void lens.touch(records));
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    const told = () => new Promise((done) => setTimeout(done, 20));
    const first = lens.read();
    expect(first?.rows).toHaveLength(2);
    const cells = document.querySelectorAll('tbody td');
    cells[3]?.setAttribute('class', 'hovered');
    await told();
    expect(lens.read()).toBe(first);
    if (cells[3] !== undefined) cells[3].textContent = '26/11/2026 17:00';
    await told();
    expect(lens.read()?.rows[0]).toMatchObject({ code: A, due: '2026-11-26T17:00' });
    observer.disconnect();
  });
});
