import { describe, expect, it } from 'vitest';
import { mayRecord, maySend, tierOf } from './sender.ts';

const own = { id: 'abc', root: 'chrome-extension://abc/' };
const content = { id: 'abc', url: 'https://motcua.example.vn/web/x#/1', frameId: 0, tab: { id: 3 } };
const popup = { id: 'abc', url: 'chrome-extension://abc/src/popup/index.html' };
const practice = { id: 'abc', url: 'chrome-extension://abc/src/training/practice/index.html?x=1', tab: { id: 4 } };

describe('tierOf', () => {
  it('tells overlay, pages of ours and the practice desk apart', () => {
    expect(tierOf(content, own)).toEqual({
      tier: 'content',
      origin: 'https://motcua.example.vn',
      host: 'motcua.example.vn',
    });
    expect(tierOf(popup, own)).toEqual({ tier: 'page' });
    expect(tierOf({ ...popup, tab: { id: 1 } }, own)).toEqual({ tier: 'page' });
    expect(tierOf(practice, own)).toEqual({ tier: 'practice' });
  });

  it.each([
    ['another extension', { ...content, id: 'xyz' }],
    ['nobody', {}],
    ['a page without address', { id: 'abc', tab: { id: 3 } }],
    ['a script without a tab', { id: 'abc', url: content.url }],
    ['a frame inside a portal', { ...content, frameId: 2 }],
    ['a file', { ...content, url: 'file:///home/x.html' }],
    ['an address that is none', { ...content, url: 'nonsense' }],
    ['a page that only looks like ours', { ...popup, url: 'chrome-extension://abcd/src/popup/index.html' }],
  ])('knows nobody: %s', (_, sender) => {
    expect(tierOf(sender, own)).toBeNull();
  });

  it('does not take a portal path for the practice desk', () => {
    const portal = { ...content, url: 'https://motcua.example.vn/src/training/practice/index.html' };
    expect(tierOf(portal, own)?.tier).toBe('content');
    const mention = { ...popup, url: 'chrome-extension://abc/src/popup/index.html#src/training/practice/' };
    expect(tierOf(mention, own)?.tier).toBe('page');
  });
});

describe('who may say what', () => {
  const tiers = [content, popup, practice].map((sender) => tierOf(sender, own));

  it('lets only pages of ours change marks and language, and only the overlay report a page', () => {
    const types = [
      'open',
      'see',
      'count',
      'finishCues',
      'fold',
      'house',
      'mark',
      'setLanguage',
      'press',
      'desk',
      'record',
    ] as const;
    const table = types.map((type) => [type, tiers.map((tier) => tier && maySend(tier, type))]);
    expect(table).toEqual([
      ['open', [true, false, true]],
      ['see', [true, false, true]],
      ['count', [true, false, true]],
      ['finishCues', [true, false, true]],
      ['fold', [true, false, true]],
      ['house', [false, true, true]],
      ['mark', [false, true, true]],
      ['setLanguage', [false, true, true]],
      ['press', [true, false, true]],
      ['desk', [false, true, true]],
      ['record', [true, true, true]],
    ]);
  });

  it('lets the overlay teach and pages of ours keep portals; the practice desk keeps none', () => {
    const types = ['teach', 'teachPortal', 'portals', 'importPortal', 'removePortal', 'setPortalEnabled'] as const;
    expect(types.map((type) => tiers.map((tier) => tier && maySend(tier, type)))).toEqual([
      [true, false, true],
      [true, false, true],
      ...types.slice(2).map(() => [false, true, false]),
    ]);
  });

  it('lets the overlay say what rests, and pages of ours wake it', () => {
    const types = ['ruleOff', 'rulesOff', 'clearRuleOff'] as const;
    expect(types.map((type) => tiers.map((tier) => tier && maySend(tier, type)))).toEqual([
      [true, false, true],
      [false, true, false],
      [false, true, false],
    ]);
  });

  it('gives away only from a page of ours, and never what was practised', () => {
    const table = (['prepareHandover', 'giveHandover', 'withdrawHandover', 'receipt'] as const).map((type) =>
      tiers.map((tier) => tier && maySend(tier, type)),
    );
    expect(table).toEqual(Array.from({ length: 4 }, () => [false, true, false]));
  });

  it('keeps the day page off the portal and the finish on it', () => {
    const table = (['finish', 'day-page', 'void'] as const).map((kind) => [
      kind,
      tiers.map((tier) => tier && mayRecord(tier, kind)),
    ]);
    expect(table).toEqual([
      ['finish', [true, false, true]],
      ['day-page', [false, true, true]],
      ['void', [true, true, true]],
    ]);
  });
});
