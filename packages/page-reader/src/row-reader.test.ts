import { expect, it } from 'vitest';

import type { PageNode } from './page-node.ts';
import { worded } from './read-page.ts';
import { readInSteps } from './read-worded.ts';
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
