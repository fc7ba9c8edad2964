// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { LiveTree, pageNode } from './dom.ts';
import { scanPage } from './page-scan.ts';
import { readPage } from './read-page.ts';
import { savedPage } from './saved/index.ts';
import { patterns } from './testing/vietnamese-patterns.ts';

const CONTEXT = { url: 'https://motcua.example.vn/tiep-nhan', profile: null, procedures: [], kind: 'receive' } as const;

/** A form with this group of radio buttons behind a label, among the applicant's fields. */
function form(group: string): string {
  return `<h2>Tiếp nhận hồ sơ</h2><div><label>Họ và tên</label><input value="NGUYỄN VĂN VÍ DỤ"></div>${group}
    <div><label>Số điện thoại</label><input value="0900 000 000"></div>`;
}

/** The channel as read of a saved file and of the live page; they must say the same. */
function channelOf(group: string, kind: 'receive' | 'detail' = 'receive') {
  document.body.innerHTML = form(group);
  const live = readPage(pageNode(document.body), { ...CONTEXT, kind }).facts;
  expect(readPage(savedPage(`<body>${form(group)}`), { ...CONTEXT, kind }).facts).toEqual(live);
  return live?.channel;
}

function native(chosen: number): string {
  return ['Trực tiếp', 'Trực tuyến', 'Bưu chính']
    .map((words, at) => `<label><input type="radio" name="k"${at === chosen ? ' checked' : ''}> ${words}</label>`)
    .join(' ');
}

describe('radio buttons that name a channel', () => {
  it.each([
    ['direct', 0],
    ['online', 1],
    ['post', 2],
    [undefined, -1],
  ])('say %s behind their label, beside it and in its line', (channel, chosen) => {
    const options = native(chosen);
    expect(channelOf(`<div><label>Hình thức tiếp nhận</label><div role="radiogroup">${options}</div></div>`)).toBe(
      channel,
    );
    expect(channelOf(`<p>Hình thức tiếp nhận: ${options}</p>`)).toBe(channel);
    expect(channelOf(`<table><tr><td>Hình thức nộp:</td><td>${options}</td></tr></table>`)).toBe(channel);
    expect(channelOf(`<fieldset><legend>Kênh nộp</legend>${options}</fieldset>`)).toBe(channel);
  });

  it('say it where the label only names its button', () => {
    const group = `<div>Hình thức tiếp nhận</div><div><input type="radio" id="a"><label for="a">Trực tiếp</label>
      <input type="radio" id="b" checked><label for="b">Trực tuyến</label></div>`;
    expect(channelOf(`<div>${group}</div>`)).toBe('online');
  });

  it('say it where they are buttons by their role alone', () => {
    const group = (online: boolean) => `<div><span>Kênh tiếp nhận</span><div role="radiogroup">
      <div role="radio" aria-checked="${!online}"><i></i><span>Trực tiếp</span></div>
      <div role="radio" aria-checked="${online}"><i></i><span>Trực tuyến</span></div></div></div>`;
    expect(channelOf(group(true))).toBe('online');
    expect(channelOf(group(false))).toBe('direct');
  });

  it('say nothing on a page that shows a dossier: somebody may be choosing', () => {
    expect(channelOf(`<p>Hình thức tiếp nhận: ${native(1)}</p>`, 'detail')).toBeUndefined();
  });

  it('leave the words of all others as they are, whatever stands before them', () => {
    const group = `<p>Giới tính: <label><input type="radio" checked>Nam</label> <label><input type="radio">Nữ</label></p>
      <p>Trạng thái: <label><input type="radio" checked>Đang xử lý</label> <label><input type="radio">Đã trả kết quả</label></p>`;
    expect(channelOf(group)).toBeUndefined();
    expect(scanPage(pageNode(document.body), patterns).lines.map(({ ink }) => ink)).toEqual([
      'print',
      'print',
      'draft',
      'print',
      'print',
      'print',
      'draft',
    ]);
  });

  it('are never the value of a label of the applicant', () => {
    expect(channelOf(`<p>Nơi ở: ${native(0)}</p><p>Nhận kết quả: ${native(2)}</p>`)).toBeUndefined();
  });

  it('are asked again when one of them was chosen, which leaves no trace in the page', async () => {
    document.body.innerHTML = form(`<p>Hình thức tiếp nhận: ${native(-1)}</p>`);
    const tree = new LiveTree();
    const read = async () => {
      await Promise.resolve();
      return readPage(tree.root(document.body), CONTEXT).facts?.channel;
    };
    const choose = (at: number) => {
      const button = document.querySelectorAll<HTMLInputElement>('[type=radio]')[at];
      if (button !== undefined) button.checked = true;
    };
    expect(await read()).toBeUndefined();
    const root = tree.root(document.body);
    expect(tree.root(document.body)).toBe(root);
    choose(1);
    expect(await read()).toBe('online');
    choose(0);
    expect(await read()).toBe('direct');
  });
});
