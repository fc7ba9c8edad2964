import { describe, expect, it } from 'vitest';

import type { PageNode } from './page-node.ts';
import { worded } from './read-page.ts';
import { readInSteps, readPage } from './read-worded.ts';
import { node, table } from './testing/literal.ts';
import { shippedProfile } from './testing/shipped-profile.ts';

const ROWS = 200;
const COLUMNS = 6;
const context = worded({
  url: 'https://motcua.mod.gov.vn/web/mot-cua/qlhs#/danh-sach-ho-so/0',
  profile: shippedProfile('opencps'),
  procedures: [],
});

/** A list, and how often anybody has looked into one of its cells. */
function watchedList() {
  const rows = Array.from({ length: ROWS }, (_, i) => [
    String(i + 1),
    `H27.128.14-261021-${String(i).padStart(4, '0')}`,
    'Đăng ký khai sinh',
    '21/10/2026 07:34:24',
    '18/11/2026 07:34:00',
    'Đang xử lý',
  ]);
  const heads = ['STT', 'Mã hồ sơ', 'Thủ tục', 'Ngày tiếp nhận', 'Hẹn trả', 'Trạng thái'];
  const root = node('body', {}, table(heads, ...rows));
  const watched = { root, looks: 0 };
  const watch = (one: PageNode) => {
    const { children } = one;
    for (const child of children) watch(child);
    if (one.tag !== 'td') return;
    Object.defineProperty(one, 'children', {
      get: () => {
        watched.looks += 1;
        return children;
      },
    });
  };
  watch(root);
  return watched;
}

/** Reads it all; answers into how many cells the longest step looked, and how many rows were read. */
function readWatched(watched: ReturnType<typeof watchedList>) {
  const steps = readInSteps(watched.root, context);
  let longest = 0;
  for (;;) {
    const before = watched.looks;
    const { done, value } = steps.next();
    longest = Math.max(longest, watched.looks - before);
    if (done === true) return { longest, rows: value.rows.length };
  }
}

describe('what can be pressed in a row', () => {
  const HEADS = ['Mã hồ sơ', 'Ngày hẹn trả', 'Trạng thái', ''];
  const CELLS = ['H27.128.14-261021-0001', '20/11/2026', 'Đang xử lý', ''];
  /** The row with something else in one of its cells. */
  const rowWith = (at: number, ...content: readonly (PageNode | string)[]) => {
    const cells = CELLS.map((text, i) => node('td', {}, ...(i === at ? content : [text])));
    const heads = HEADS.map((text) => node('th', {}, text));
    const list = node('table', {}, node('tr', {}, ...heads), node('tr', {}, ...cells));
    return readPage(node('body', {}, list), context).rows[0];
  };

  it.each(['button', 'a'])('is no pause where no head says what stands there: %s', (tag) => {
    expect(rowWith(3, node(tag, {}, 'Tạm dừng xử lý'))).toEqual(rowWith(3, node(tag, {}, 'Xem')));
    expect(rowWith(3, node(tag, {}, 'Tạm dừng'))).toMatchObject({ due: '2026-11-20', status: 4 });
    expect(rowWith(3, node('span', {}, 'Tạm dừng xử lý'))).toMatchObject({ dueState: 'paused' });
  });

  it('is the status where a head says so, and may hold the code besides', () => {
    expect(rowWith(2, node('a', {}, 'Tạm dừng xử lý'))).toMatchObject({ dueState: 'paused' });
    const code = node('a', {}, CELLS[0] ?? '', ' ', node('small', {}, 'Tạm dừng xử lý'));
    expect(rowWith(0, code)).toMatchObject({ code: CELLS[0], dueState: 'paused' });
  });
});

it('looks into the cells of few rows of a list at a step, that a press of a key may come between', () => {
  const { longest, rows } = readWatched(watchedList());
  expect(rows).toBe(ROWS);
  expect(longest).toBeGreaterThan(0);
  expect(longest).toBeLessThan(10 * COLUMNS);
});

it('looks into no row again that was read and has stayed', () => {
  const watched = watchedList();
  readWatched(watched);
  watched.looks = 0;
  expect(readWatched(watched).rows).toBe(ROWS);
  expect(watched.looks).toBeLessThan(COLUMNS);
});
