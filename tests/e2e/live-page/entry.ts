import { nameIndex, type PageContext, readPage, vietnameseWords } from 'page-reader';
import { pageNode } from 'page-reader/dom';
import { watchPage } from '../../../src/content/navigation.ts';
import { PageLens } from '../../../src/content/page-lens.ts';
import { SlowRules } from '../../../src/content/slow-rules.ts';
import { randomFrom } from '../../perf/page-cost/paired.ts';

declare global {
  interface Window {
    /** Changes the page `times` times at random; answers the readings that differ from a fresh one, with the last change. */
    changeAndCompare(seed: number, times: number): Promise<string[]>;
    /** Reads a long list in pieces while the page changes; whether it took more than one, and the same as a fresh one. */
    readInPieces(): Promise<{ pieces: boolean; same: boolean; rows: number }>;
    /** What the lens reads, now. */
    readNow(): Promise<string>;
    /** What was read the last time that the page was said to have changed. */
    readLast(): string;
  }
}

const known: Omit<PageContext, 'url'> = {
  profile: null,
  procedures: [
    { code: '1.001193', name: 'Đăng ký khai sinh' },
    { code: '1.000894', name: 'Đăng ký kết hôn' },
  ],
};

const url = 'https://trang-khac.example/ho-so';
const rules = new SlowRules({ resting: () => [], rest: () => undefined, now: () => 0 });
const lens = new PageLens({
  document,
  url: () => url,
  context: () => ({ ...known, procedures: nameIndex(known.procedures), words: vietnameseWords }),
  host: () => null,
  rules,
});
/** Whether the page is read when it has changed; otherwise only when a test says so. */
let isFollowed = false;
let last = '';
const watch = watchPage(
  window,
  {
    onNavigate: () => undefined,
    onTouch: (records) => lens.touch(records),
    onChange: () => {
      if (isFollowed) last = JSON.stringify(lens.read());
    },
  },
  new AbortController().signal,
);
lens.watchedBy(watch);

type Change = (random: () => number) => void;

function pick<T>(things: ArrayLike<T>, random: () => number): T {
  const found = things[Math.floor(random() * things.length)];
  if (found === undefined) throw new Error('the page has lost its parts');
  return found;
}

function parts(selector: string): readonly HTMLElement[] {
  const inFrames = [...document.querySelectorAll('iframe')].flatMap((frame) => [
    ...(frame.contentDocument?.querySelectorAll<HTMLElement>(selector) ?? []),
  ]);
  const shadows = [...document.querySelectorAll('x-part')].flatMap((host) => [
    ...(host.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
  ]);
  return [...document.querySelectorAll<HTMLElement>(selector), ...inFrames, ...shadows];
}

const CLASSES = ['off', 'faint', 'unseen', 'on', 'v-dialog', 'anticon'];
const WORDS = [
  'H27.128.14-261021-0013',
  'H27.128.14-261022-0044',
  '27/10/2026',
  'Quá 2 ngày',
  'Đăng ký khai sinh',
  '-',
];

const CHANGES: Readonly<Record<string, Change>> = {
  class: (random) => pick(parts('*'), random).classList?.toggle(pick(CLASSES, random)),
  display: (random) => {
    pick(parts('tr, td, div, span'), random).style.display = pick(['none', '', 'contents'], random);
  },
  hidden: (random) => {
    pick(parts('tr, td, div, span'), random).hidden = random() < 0.5;
  },
  text: (random) => {
    const { firstChild } = pick(parts('td, span, th, dd'), random);
    if (firstChild?.nodeType === Node.TEXT_NODE) firstChild.nodeValue = pick(WORDS, random);
  },
  words: (random) => pick(parts('td, dd'), random).replaceChildren(pick(WORDS, random)),
  aria: (random) => pick(parts('tr, td, div'), random).setAttribute('aria-hidden', String(random() < 0.3)),
  title: (random) => pick(parts('td, span'), random).setAttribute('title', pick(WORDS, random)),
  colspan: (random) => pick(parts('td'), random).setAttribute('colspan', String(1 + Math.floor(random() * 2))),
  moved: (random) => pick(parts('tbody'), random).prepend(pick(parts('tbody tr'), random)),
  changedAway: (random) => {
    const row = pick(parts('tbody tr'), random);
    const { parentNode, nextSibling } = row;
    row.remove();
    pick(row.querySelectorAll('td'), random).textContent = pick(WORDS, random);
    parentNode?.insertBefore(row, nextSibling);
  },
  wrapped: (random) => {
    const cell = pick(parts('td'), random);
    const wrap = document.createElement('div');
    wrap.append(...cell.childNodes);
    cell.append(wrap);
  },
  doubled: (random) => {
    const row = pick(parts('tbody tr'), random);
    if (parts('tbody tr').length < 60) row.after(row.cloneNode(true));
  },
  // Told by no record: what a person does.
  checked: () => document.querySelector<HTMLInputElement>('#more')?.click(),
  typed: (random) => {
    const field = document.querySelector<HTMLInputElement>('#code');
    if (field === null) return;
    field.value = pick(WORDS, random);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  },
  sheet: (random) => {
    const sheet = document.querySelector('style.more') ?? document.createElement('style');
    sheet.className = 'more';
    sheet.textContent = `tr:nth-child(${2 + Math.floor(random() * 5)}) td:nth-child(3) { opacity: 0 }`;
    pick([document.head, document.body], random).append(sheet);
  },
};

function fresh(): string {
  return JSON.stringify(readPage(pageNode(document.body), { ...known, url }));
}

/** Observers are told in a microtask. */
async function read(): Promise<string> {
  await Promise.resolve();
  return JSON.stringify(lens.read());
}

window.readNow = read;
window.readLast = () => {
  isFollowed = true;
  return last;
};
window.readInPieces = async () => {
  let changed = false;
  setTimeout(() => {
    changed = true;
    for (const cell of document.querySelectorAll('tr:nth-child(7) td:first-child')) {
      cell.textContent = 'H27.128.14-261022-0044';
    }
  });
  await new Promise<void>((done) => lens.prepare(done));
  const pieces = changed;
  const kept = await read();
  return { pieces, same: kept === fresh(), rows: lens.reading?.rows.length ?? 0 };
};
window.changeAndCompare = async (seed, times) => {
  const random = randomFrom(seed);
  const differing: string[] = [];
  await read();
  for (let i = 0; i < times; i += 1) {
    const names = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(Object.keys(CHANGES), random));
    for (const name of names) CHANGES[name]?.(random);
    const kept = await read();
    if (kept !== fresh()) differing.push(`${i}: ${names.join(', ')}\n${kept}\n${fresh()}`);
  }
  return differing;
};
