import { describe, expect, it } from 'vitest';
import type { PageNode } from './page-node.ts';
import { type PageScan, scanOn, scanPage } from './page-scan.ts';
import { fact, node, table } from './testing/literal.ts';
import { patterns } from './testing/vietnamese-patterns.ts';

const HEADS = ['Mã hồ sơ', 'Ngày hẹn trả'];
const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => [`H27.128.14-261120-${String(i).padStart(4, '0')}`, '23/11/2026']);

function page(): PageNode {
  const cells = rows(20).map((texts) => node('tr', {}, ...texts.map((text) => node('td', {}, text))));
  return node(
    'body',
    {},
    node('nav', {}, ...Array.from({ length: 50 }, (_, i) => node('a', {}, `Mục ${i}`, node('br', {})))),
    node('div', {}, table(HEADS), 'trước', node('div', {}, node('table', {}, ...cells))),
    node('div', { role: 'dialog' }, ...Array.from({ length: 60 }, () => fact('Mã hồ sơ', 'H27.128.14-261120-0001'))),
    ...Array.from({ length: 60 }, () => node('div', {}, fact('Ngày hẹn trả', '23/11/2026'))),
    node('div', {}, table(HEADS, ...rows(200)), node('p', {}, 'sau'), node('p', {}, node('b', {}, 'cuối'))),
  );
}

function shown({ lines, tables, dialogs }: PageScan): unknown {
  return {
    lines: lines.map(({ text, place, ink }) => [text, place, ink]),
    tables: tables.map(({ headers, rows: all }) => [headers, all.map((cells) => cells.map(({ column }) => column))]),
    dialogs: dialogs.map(shown),
  };
}

describe('a page looked at a little at a step', () => {
  it('shows the same in the end, after many steps', () => {
    const root = page();
    let steps = 1;
    while (scanOn(root, patterns)) steps += 1;
    expect(steps).toBeGreaterThan(20);
    expect(shown(scanPage(root, patterns))).toEqual(shown(scanPage(page(), patterns)));
  });

  it('can be looked at to the end at any time', () => {
    const root = page();
    for (let i = 0; i < 5; i += 1) expect(scanOn(root, patterns)).toBe(true);
    expect(shown(scanPage(root, patterns))).toEqual(shown(scanPage(page(), patterns)));
    expect(scanOn(root, patterns)).toBe(false);
  });

  it('keeps what it saw of the parts that stay, each in its new surroundings', () => {
    const [nav, ...parts] = page().children;
    const before = node('body', {}, ...(nav === undefined ? [] : [nav]), ...parts);
    while (scanOn(before, patterns));
    const [, borrowing] = scanPage(before, patterns).tables;
    const after = node('body', {}, ...parts);
    while (scanOn(after, patterns));
    const { lines, tables } = scanPage(after, patterns);
    expect(tables[1]).toBe(borrowing);
    expect(scanPage(before, patterns).lines.slice(-lines.length)).toEqual(lines);
    const alone = node('body', {}, ...parts.slice(1), ...parts.slice(0, 1));
    while (scanOn(alone, patterns));
    expect(scanPage(alone, patterns).tables).toHaveLength(3);
  });
});
