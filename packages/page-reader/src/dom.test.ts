// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { nearestControl } from './controls.ts';
import { LiveTree, pageNode } from './dom.ts';
import { scanPage } from './page-scan.ts';
import { readPage } from './read-page.ts';
import { shippedProfile } from './testing/shipped-profile.ts';
import { patterns } from './testing/vietnamese-patterns.ts';

const procedures = [{ code: '1.001193', name: 'Đăng ký khai sinh' }];
const CODE = 'H27.128.14-261021-0013';

function body(html: string): Element {
  document.body.innerHTML = html;
  return document.body;
}

function lines(html: string): readonly string[] {
  return scanPage(pageNode(body(html)), patterns).lines.map(({ text }) => text);
}

function element(selector: string): Element {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(selector);
  return found;
}

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('the live page', () => {
  it('leaves out what is no word of the page', () => {
    expect(
      lines(`<p>Mã hồ sơ<i class="v-icon material-icons" aria-hidden="true">arrow_downward</i></p>
        <script>var a = 'tập lệnh';</script><style>p { color: red }</style><noscript>không</noscript>
        <span class="material-icons">filter_list</span><svg><text>vẽ</text></svg><template><p>mẫu</p></template>`),
    ).toEqual(['Mã hồ sơ']);
  });

  it('does not see what is hidden, in whatever way', () => {
    expect(
      lines(`<style>[hidden] { display: none }</style><p>thấy</p><p hidden>một</p><p style="display:none">hai</p><div style="display:none"><p>ba</p></div>
        <p style="visibility:hidden">bốn</p><p style="opacity:0">năm</p><div aria-hidden="true"><p>sáu</p></div>`),
    ).toEqual(['thấy']);
  });

  it('reads values, never of password or hidden inputs', () => {
    body(`<input id="a" value="cũ"><textarea id="b">ghi</textarea>
      <select id="c"><option>một</option><option selected>hai</option></select>
      <input type="password" value="bí mật"><input type="hidden" value="ẩn"><input type="checkbox" value="có">`);
    (element('#a') as HTMLInputElement).value = 'mới';
    expect(scanPage(pageNode(document.body), patterns).lines.map(({ text }) => text)).toEqual(['mới', 'ghi', 'hai']);
    expect(pageNode(element('input[type=password]')).value).toBeNull();
  });

  it('leaves out our own host', () => {
    body('<p>trang</p><than-thien><p>của mình</p></than-thien>');
    const scan = scanPage(pageNode(document.body, element('than-thien')), patterns);
    expect(scan.lines.map(({ text }) => text)).toEqual(['trang']);
  });

  it('follows a press upwards in the document', () => {
    body('<form><button type="button"><span>Tiếp nhận <b>hồ sơ</b></span></button></form>');
    expect(nearestControl(pageNode(element('b')))?.tag).toBe('button');
    expect(nearestControl(pageNode(element('form')))).toBeNull();
  });

  it('reads a detail out of real elements', () => {
    const page =
      body(`<div id="app"><div class="row-header"><div>Chi tiết hồ sơ</div><div title="Đăng ký khai sinh"><b>Đăng ký…</b></div></div>
      <div class="v-tooltip__content" style="display:none"><span>H27.128.14-261021-0099</span></div>
      <div><span class="pr-2">Mã hồ sơ: </span><span class="v-tooltip"><span> ${CODE} </span></span></div>
      <div><span class="pr-2">Ngày tiếp nhận: </span><span class="pl-0 text-bold"> 21/10/2026 07:34:24 </span></div>
      <div><span class="pr-2">Ngày hẹn trả: </span><span class="pl-0 text-bold">  </span></div>
      <div><span class="pr-2">Trạng thái: </span><span class="pl-0 text-bold"> Đang xử lý </span></div></div>`);
    const url = 'https://motcua.mod.gov.vn/web/mot-cua/qlhs#/danh-sach-ho-so/0/chi-tiet-ho-so/34013';
    expect(readPage(pageNode(page), { url, profile: shippedProfile('opencps'), procedures })).toEqual({
      kind: 'detail',
      rows: [],
      facts: {
        code: CODE,
        procedureName: 'Đăng ký khai sinh',
        received: '2026-10-21T07:34:24',
        statusText: 'Đang xử lý',
        status: 4,
        doubts: [],
      },
    });
  });

  it('reads a list out of real elements, icon words and second head row dropped', () => {
    const page =
      body(`<table><thead><tr><th><i class="material-icons" aria-hidden="true">check_box_outline_blank</i></th>
      <th>Mã hồ sơ<i class="material-icons" aria-hidden="true">arrow_downward</i></th><th>Chủ hồ sơ</th><th>Ngày hẹn trả</th></tr>
      <tr><th colspan="4"></th></tr></thead>
      <tbody><tr><td></td><td><div>${CODE}<br><span>Hồ sơ trực tuyến</span></div></td><td>CÔNG DÂN</td><td>18/11/2026 07:34:00</td></tr></tbody></table>`);
    const url = 'https://motcua.mod.gov.vn/web/mot-cua/qlhs#/danh-sach-ho-so/0?renew=1';
    expect(readPage(pageNode(page), { url, profile: shippedProfile('opencps'), procedures }).rows).toEqual([
      { code: CODE, channel: 'online', due: '2026-11-18T07:34:00', doubts: [] },
    ]);
  });
});

describe('the live page from one reading to the next', () => {
  it('is read on where a link was taken out of it', async () => {
    const tree = new LiveTree();
    const observer = new MutationObserver(() => {});
    observer.observe(body('<p><a href="https://motcua.example/">Mã hồ sơ</a></p>'), { subtree: true, childList: true });
    const read = () => scanPage(tree.root(document.body), patterns).lines.map(({ text }) => text);
    expect(read()).toEqual(['Mã hồ sơ']);
    element('p').textContent = 'Hẹn trả';
    tree.touch(observer.takeRecords());
    await Promise.resolve();
    expect(read()).toEqual(['Hẹn trả']);
    observer.disconnect();
  });
});
