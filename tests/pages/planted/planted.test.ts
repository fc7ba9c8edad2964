import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { explainPage, type PageContext, type PageKind, type PageNode, readPage, signsNow } from 'page-reader';
import { closestProfile, lintProfile, parseProfile } from 'page-reader/profile';
import { savedPage } from 'page-reader/saved';
import { type Choice, headingOf, profileFrom, readTaught, refusalAt, spotsOf, type TaughtKey } from 'page-reader/teach';
import { afterAll, describe, expect, it } from 'vitest';
import { runHere } from '../../../packages/checklist-cli/src/testing/run-here.ts';
import { pagePattern } from '../../../src/messages/page-pattern.ts';
import { portals } from '../../../src/rules/portals/index.ts';
import { procedures } from '../../../src/rules/procedures/index.ts';
import { procedureSpellings } from '../../../src/rules/resolve-procedure.ts';
import { type PlantedPage, plantedPage } from './planted-page.ts';
import { markersOf, tracesOf } from './trace-scan.ts';

/*
 * Whatever is planted, wherever: nothing of it comes out of anything that looks at a page.
 */

const table = procedureSpellings(procedures);
const KINDS = ['list', 'detail', 'receive', 'return', 'procedure'] as const satisfies readonly PageKind[];
const KEYS = ['code', 'received', 'due', 'newDue', 'stepDue', 'procedureName', 'status', 'term'] as const;

function contextOf({ url }: PlantedPage): PageContext {
  return { url, profile: closestProfile(portals, new URL(url).host), procedures: table };
}

/** Everything that the reader says of a page, as it is and as each kind. The address it was given it gives back; nobody keeps it. */
function read(root: PageNode, context: PageContext): unknown {
  const asIs = { ...signsNow(root, context), url: null };
  const kinds = KINDS.map((kind) => readPage(root, { ...context, kind }));
  return [readPage(root, context), asIs, kinds, pagePattern(context.url)];
}

function explained(root: PageNode, context: PageContext): unknown {
  return [explainPage(root, context), KINDS.map((kind) => explainPage(root, { ...context, kind }))];
}

/** What teaching keeps where somebody takes every place it offers, whatever label stands there. */
function taught(root: PageNode, context: PageContext, kind: 'list' | 'detail' | 'receive'): unknown {
  const lesson = { ...context, kind };
  const choices: Choice[] = [];
  const offered = KEYS.flatMap((key: TaughtKey) =>
    spotsOf(root, lesson, key, choices).map(({ label, value, standing }) => {
      if (standing === 'new' && label !== null) choices.push({ key, label });
      return { label, value, standing };
    }),
  );
  const { host } = new URL(context.url);
  const heading = headingOf(root);
  const lessonPlace = { url: context.url, host, kind, heading, dialog: false, title: host, source: host };
  const profile = profileFrom(choices, lessonPlace);
  const parsed = parseProfile(profile);
  const refusals = root.children.map((child) => refusalAt(root, lesson, child));
  return [
    offered.filter(({ standing }) => standing === 'new' || standing === 'known'),
    profile,
    parsed,
    parsed.ok ? lintProfile(parsed.profile) : [],
    refusals,
    readTaught(root, lesson, choices),
  ];
}

function expectNothing(page: PlantedPage, told: unknown): void {
  const text = typeof told === 'string' ? told : JSON.stringify(told);
  expect(tracesOf(page.applicant, text)).toEqual([]);
  expect(text).not.toContain(page.applicant.birth);
}

describe('the scan', () => {
  it('finds an applicant in whatever spelling a page prints one', () => {
    fc.assert(
      fc.property(plantedPage, (page) => {
        // A name as short as an office word is planted like any other and looked for by nothing of its own.
        fc.pre(markersOf(page.applicant).name?.length !== 0);
        expect(tracesOf(page.applicant, `${page.html} ${page.url}`)).not.toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('finds one that a reader lets through', () => {
    /** A reader that takes whatever stands behind a label. */
    const careless = (html: string) => ({ due: /Ngày hẹn trả: ?(?:<[^>]*>)*([^<]*)/.exec(html)?.[1] });
    fc.assert(
      fc.property(plantedPage, ({ applicant: one }) => {
        for (const value of [one.name, one.idNumber, one.phone, one.mail, one.address, one.taxCode, one.passport]) {
          const leak = careless(`<p>Ngày hẹn trả: <b>${value}</b></p>`);
          const isCommon = value === one.name && tracesOf(one, one.name).length === 0;
          expect(isCommon ? [] : tracesOf(one, JSON.stringify(leak))).toHaveLength(isCommon ? 0 : 1);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('the pages', () => {
  it('are read: most of them give facts beside the applicant', () => {
    const pages = fc.sample(plantedPage, { numRuns: 100, seed: 4 });
    const read = pages.filter((page) => {
      const { facts } = readPage(savedPage(page.html), { ...contextOf(page), kind: 'receive' });
      return Object.keys(facts ?? {}).length > 2;
    });
    expect(read.length).toBeGreaterThan(50);
  });
});

describe('an applicant', { timeout: 30_000 }, () => {
  it('is in no fact, sign or page pattern', () => {
    fc.assert(
      fc.property(plantedPage, (page) => expectNothing(page, read(savedPage(page.html), contextOf(page)))),
      { numRuns: 800 },
    );
  });

  it('is in no explanation', () => {
    fc.assert(
      fc.property(plantedPage, (page) => expectNothing(page, explained(savedPage(page.html), contextOf(page)))),
      { numRuns: 400 },
    );
  });

  it('is in nothing that is taught, whatever somebody points at', () => {
    fc.assert(
      fc.property(plantedPage, fc.constantFrom('list', 'detail', 'receive'), (page, kind) =>
        expectNothing(page, taught(savedPage(page.html), contextOf(page), kind)),
      ),
      { numRuns: 120 },
    );
  });
});

describe('checklist inspect', { timeout: 30_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('tells nothing of an applicant, in words, as JSON, or explained', async () => {
    const file = join(folder, 'page.html');
    const forms = fc.subarray(['--json', '--explain']);
    await fc.assert(
      fc.asyncProperty(plantedPage, forms, async (page, flags) => {
        writeFileSync(file, page.html);
        const { code, out, messages } = await runHere(['inspect', file, '--url', page.url, ...flags]);
        expect(code).toBe(0);
        expectNothing(page, out + messages);
      }),
      { numRuns: 120 },
    );
  });
});
