import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOverlay } from './apply-overlay.ts';
import { currentId } from './current-id.ts';
import { packHash } from './pack-hash.ts';
import { type ParsedPack, parsePack } from './parse-pack.ts';
import { layerOf, resolveLayers } from './resolve-layers.ts';
import { switchOnFaults } from './switch-on-faults.ts';
import { richOverlay, richPack } from './testing/rich-pack.ts';
import type { WrittenPack } from './written-pack.ts';

const BOTH = ['vi', 'en'];

function written(value: unknown): WrittenPack {
  const parsed = parsePack(value, BOTH);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.written;
}

const below = written(richPack());

/** An overlay of nothing but its head, and what a test adds. */
function overlay(more: Record<string, unknown> = {}): Record<string, unknown> {
  const imports = { id: 'hospital-desk', version: '2.1.0' };
  return { format: 'checklist-pack-overlay/1', id: 'ward', version: '1.0.0', status: 'active', imports, ...more };
}

function laid(more: Record<string, unknown>, under: WrittenPack = below): Extract<ParsedPack, { ok: true }> {
  const result = applyOverlay(under, overlay(more), BOTH);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result;
}

function faultsOf(more: Record<string, unknown>): readonly (readonly [string, string])[] {
  const result = applyOverlay(below, overlay(more), BOTH);
  return result.ok ? [] : result.faults.map(({ path, message }) => [path, message]);
}

const idsIn = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const cue = (id: string, more = {}) => ({ id, pausePoint: 'triage', text: { en: id, vi: id }, serves: [], ...more });

describe('applyOverlay', () => {
  it('of nothing changes nothing but the head', () => {
    const { id, version, status, ...rest } = laid({}).written;
    const { id: _id, version: _version, status: _status, ...before } = below;
    expect([id, version, status]).toEqual(['ward', '1.0.0', 'active']);
    expect(rest).toEqual(before);
  });

  it('excludes parts, and what depends on them goes too', () => {
    const { pack } = laid({ exclude: { pausePoints: ['open-desk'], rules: ['greet-first'] } });
    expect(idsIn(pack.pausePoints)).toEqual(['triage']);
    expect(idsIn(pack.rules)).toEqual(['no-gifts']);
    // "greet" served only the rule that is gone, "lamp" stood at the point that is gone.
    expect(idsIn(pack.cues)).toEqual(['sorry-wait']);
  });

  it('includes nothing but what it names, in the lists it names', () => {
    const { pack } = laid({ include: { cues: ['greet'] } });
    expect(idsIn(pack.cues)).toEqual(['greet']);
    expect(idsIn(pack.rules)).toEqual(['greet-first', 'no-gifts']);
  });

  it('adds parts; a cue stands where it is told to', () => {
    const { pack } = laid({
      add: { cues: [cue('first', { before: 'greet' }), cue('between', { before: 'sorry-wait' }), cue('last')] },
    });
    expect(idsIn(pack.cues)).toEqual(['first', 'greet', 'between', 'sorry-wait', 'lamp', 'last']);
  });

  it('alters cues and pause points, language by language', () => {
    const { pack } = laid({
      alter: {
        cues: [
          { id: 'sorry-wait', when: null },
          { id: 'greet', text: { en: 'Smile' }, when: { op: 'known', fact: 'ward' } },
        ],
        pausePoints: [{ id: 'triage', asks: false, title: { en: 'Door', vi: 'Cửa' } }],
      },
    });
    const [greet, sorry] = pack.cues;
    expect(greet).toMatchObject({
      text: { en: 'Smile', vi: 'Chào, nói tên mình' },
      when: { op: 'known', fact: 'ward' },
    });
    expect(sorry).not.toHaveProperty('when');
    expect(pack.pausePoints[0]).toEqual({
      id: 'triage',
      mode: 'do-confirm',
      asks: false,
      title: { en: 'Door', vi: 'Cửa' },
    });
  });

  it('replaces by excluding and adding under the same id, which takes nothing along', () => {
    const rule = { ...below.rules[0], text: { en: 'greet at once', vi: 'chào ngay' }, source: 'handbook#3' };
    const { pack } = laid({ exclude: { rules: ['greet-first'] }, add: { rules: [rule] } });
    expect(pack.rules.find(({ id }) => id === 'greet-first')?.text.en).toBe('greet at once');
    expect(pack.cues[0]).toMatchObject({ id: 'greet', serves: ['greet-first'] });
  });

  it('sets parameters, which the result has as plain values', () => {
    const { pack, written: open } = laid({ set: { 'long-wait': 45 } });
    expect(pack).not.toHaveProperty('params');
    expect(JSON.stringify(pack)).not.toContain('long-wait}');
    expect(pack.cues[1]?.text.en).toBe('Apologise for over 45 minutes');
    expect(pack.cues[1]?.when).toMatchObject({ of: [{ op: 'gt', fact: 'waitMinutes', value: 45 }, {}, {}] });
    // A layer above may still set it.
    expect(open.params?.[0]).toMatchObject({ id: 'long-wait', default: 45, max: 120 });
  });

  it('remembers what it leaves out, so that old entries still say what they were about', () => {
    const { pack, written: province } = laid({ exclude: { rules: ['greet-first'] } });
    expect(currentId(pack, 'rule', 'greet-first')).toEqual({ state: 'dropped', since: '1.0.0' });
    expect(currentId(pack, 'rule', 'say-hello')).toEqual({ state: 'dropped', since: '1.0.0' });
    const back = overlay({ id: 'bed', imports: { id: 'ward', version: '1.x' }, add: { rules: [below.rules[0]] } });
    const again = applyOverlay(province, back, BOTH);
    expect(again.ok && currentId(again.pack, 'rule', 'say-hello')).toEqual({ state: 'current', id: 'greet-first' });
  });

  it.each<readonly [string, Record<string, unknown>, string, RegExp]>([
    ['another pack', { imports: { id: 'other', version: '2.1.0' } }, '/imports/id', /is "hospital-desk", not "other"/],
    [
      'another version',
      { imports: { id: 'hospital-desk', version: '2.0.0' } },
      '/imports/version',
      /version 2.1.0, not 2.0.0/,
    ],
    ['another major version', { imports: { id: 'hospital-desk', version: '1.x' } }, '/imports/version', /not 1.x/],
    [
      'a wrong hash',
      { imports: { id: 'hospital-desk', version: '2.1.0', sha256: '0'.repeat(64) } },
      '/imports/sha256',
      /has the hash [0-9a-f]{64}/,
    ],
    [
      'a hash of many versions',
      { imports: { id: 'hospital-desk', version: '2.x', sha256: packHash(below) } },
      '/imports/sha256',
      /one exact version/,
    ],
    ['the id of the pack below', { id: 'hospital-desk' }, '/id', /must differ/],
    [
      'an altered quotation',
      { alter: { rules: [{ id: 'greet-first', text: { en: 'hi' } }] } },
      '/alter/rules',
      /quoted word for word/,
    ],
    ['a rule that is not there', { exclude: { rules: ['bow'] } }, '/exclude/rules/0', /no rule "bow"/],
    ['a cue that is not there', { alter: { cues: [{ id: 'bow' }] } }, '/alter/cues/0/id', /no cue "bow"/],
    [
      'a cue both left out and altered',
      { exclude: { cues: ['greet'] }, alter: { cues: [{ id: 'greet' }] } },
      '/alter/cues/0/id',
      /no cue "greet"/,
    ],
    [
      'one cue altered twice',
      { alter: { cues: [{ id: 'greet' }, { id: 'greet' }] } },
      '/alter/cues/1/id',
      /already used/,
    ],
    ['an id that is taken', { add: { cues: [cue('lamp')] } }, '/add/cues/0/id', /"lamp" is already used/],
    ['one id added twice', { add: { cues: [cue('a'), cue('a')] } }, '/add/cues/0/id', /"a" is already used/],
    ['a place that is not there', { add: { cues: [cue('a', { before: 'z' })] } }, '/add/cues/0/before', /no cue "z"/],
    [
      'a rule that an added cue serves',
      { add: { cues: [cue('a', { serves: ['bow'] })] } },
      '/add/cues/0/serves/0',
      /no rule "bow"/,
    ],
    [
      'a rule that an altered cue serves',
      { alter: { cues: [{ id: 'greet', serves: ['bow'] }] } },
      '/alter/cues/0/serves/0',
      /no rule "bow"/,
    ],
    [
      'words too long',
      { alter: { cues: [{ id: 'greet', text: { en: 'x'.repeat(61) } }] } },
      '/alter/cues/0/text/en',
      /61 characters/,
    ],
    [
      'a language too few',
      { add: { groups: [{ id: 'g', title: { en: 'G' } }] } },
      '/add/groups/0/title',
      /no text in "vi"/,
    ],
    ['a parameter that is not there', { set: { speed: 3 } }, '/set/speed', /no parameter "speed"/],
    ['a value below its bounds', { set: { 'long-wait': 4 } }, '/set/long-wait', /at least 5, found 4/],
    ['a value above its bounds', { set: { 'long-wait': 121 } }, '/set/long-wait', /at most 120, found 121/],
    [
      'a fact that is not there',
      { alter: { cues: [{ id: 'greet', when: { op: 'known', fact: 'mood' } }] } },
      '/alter/cues/0/when/fact',
      /no fact "mood"/,
    ],
    [
      'an id that was given up',
      { add: { cues: [cue('say-hello')], rules: [{ ...below.rules[0], id: 'say-hello' }] } },
      '',
      /still in use/,
    ],
    [
      'too many cues',
      { add: { cues: ['a', 'b', 'c', 'd'].map((id) => cue(id)) } },
      '',
      /at \/pausePoints\/triage: shows 6 cues/,
    ],
    ['nothing left to stand for', { include: { rules: [] } }, '', /at \/rules: must have >=1 entries, has 0/],
    ['a key that is misspelt', { exlude: {} }, '/exlude', /unknown key/],
    ['a list for an object', { exclude: [] }, '/exclude', /found a list/],
  ])('refuses %s, with its place', (_, more, path, message) => {
    const faults = faultsOf(more);
    expect(faults[0]?.[0]).toBe(path);
    expect(faults[0]?.[1]).toMatch(message);
  });

  it('fits any version of a major one, and one wording by its hash', () => {
    expect(faultsOf({ imports: { id: 'hospital-desk', version: '2.x' } })).toEqual([]);
    expect(faultsOf({ imports: { id: 'hospital-desk', version: '2.1.0', sha256: packHash(below) } })).toEqual([]);
    const sameWords = written(JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(richPack()).reverse()))));
    expect(packHash(sameWords)).toBe(packHash(below));
    expect(packHash({ ...below, version: '2.1.1' })).not.toBe(packHash(below));
  });

  it('does not turn a draft into rules in force, unless its wording is confirmed', () => {
    const { confirmation: _, ...draft } = below;
    const day = 20_500;
    expect(applyOverlay(draft, overlay(), BOTH)).toMatchObject({ ok: false, faults: [{ path: '/status' }] });
    const confirmation = { number: '5', date: '2026-03-01', by: 'Example' };
    const confirmed = applyOverlay(draft, overlay({ confirmation }), BOTH);
    expect(confirmed.ok && switchOnFaults(confirmed.pack, day)).toEqual([]);
    const still = applyOverlay(draft, overlay({ status: 'draft' }), BOTH);
    expect(still.ok && switchOnFaults(still.pack, day).map(({ code }) => code)).toEqual(['draft-unconfirmed']);
  });
});

describe('any overlay', () => {
  const ids = (list: readonly { readonly id: string }[]) => fc.subarray(idsIn(list), { maxLength: 1 });
  const picked = fc.record(
    { groups: ids(below.groups), rules: ids(below.rules), pausePoints: ids(below.pausePoints), cues: ids(below.cues) },
    { requiredKeys: [] },
  );
  const fresh = fc.record({
    id: fc.constantFrom('greet', 'lamp', 'new', 'bell'),
    pausePoint: fc.constantFrom('triage', 'open-desk'),
    text: fc.constant({ en: 'Go {call-back}', vi: 'Đi' }),
    serves: fc.constantFrom([], ['greet-first']),
  });
  const change = fc.record(
    {
      id: fc.constantFrom('greet', 'sorry-wait', 'lamp'),
      when: fc.constant(null),
      serves: fc.constantFrom([], ['greet-first']),
    },
    { requiredKeys: ['id'] },
  );
  const parts = fc.record(
    {
      include: picked,
      exclude: picked,
      add: fc.record({ cues: fc.array(fresh, { maxLength: 2 }) }),
      alter: fc.record({ cues: fc.array(change, { maxLength: 2 }) }),
      set: fc.dictionary(fc.constantFrom('long-wait', 'call-back'), fc.integer({ min: 4, max: 121 })),
    },
    { requiredKeys: [] },
  );

  it('gives a pack that can be stored and read again, or says why not; and never changes the pack below', () => {
    const before = JSON.stringify(below);
    let sound = 0;
    fc.assert(
      fc.property(parts, (more) => {
        const result = applyOverlay(below, overlay(more), BOTH);
        if (!result.ok) return result.faults.length > 0;
        sound++;
        const again = parsePack(JSON.parse(JSON.stringify(result.written)), BOTH);
        expect(again).toEqual({ ok: true, pack: result.pack, written: result.written });
        for (const list of ['rules', 'cues', 'pausePoints'] as const) {
          for (const id of more.exclude?.[list] ?? []) {
            const isBack = list === 'cues' && (more.add?.cues ?? []).some((one) => one.id === id);
            expect(idsIn(result.pack[list]).includes(id)).toBe(isBack);
          }
        }
        return true;
      }),
      { numRuns: 1500 },
    );
    expect(sound).toBeGreaterThan(50);
    expect(JSON.stringify(below)).toBe(before);
  });
});

describe('resolveLayers', () => {
  const province = overlay({ id: 'province', set: { 'long-wait': 60 }, add: { cues: [cue('ask')] } });
  const commune = overlay({
    id: 'commune',
    imports: { id: 'province', version: '1.0.0' },
    set: { 'long-wait': 15 },
    alter: { cues: [{ id: 'ask', text: { vi: 'Hỏi thêm' } }] },
  });

  it('lays the commune over the province over the nation; the highest word counts', () => {
    const resolved = resolveLayers([richPack(), province, commune], BOTH);
    expect(resolved.faulty).toEqual([]);
    expect(resolved.pack?.id).toBe('commune');
    expect(resolved.pack?.cues.find(({ id }) => id === 'sorry-wait')?.text.en).toContain('15 minutes');
    expect(layerOf(resolved, 'cue', 'greet')).toEqual({ from: 'hospital-desk@2.1.0', alteredBy: [] });
    expect(layerOf(resolved, 'cue', 'ask')).toEqual({ from: 'province@1.0.0', alteredBy: ['commune@1.0.0'] });
    expect(layerOf(resolved, 'cue', 'nothing')).toBeNull();
  });

  it('leaves the layer below in force when one is faulty, and says which and why', () => {
    const faulty = { ...commune, set: { 'long-wait': 1 } };
    const resolved = resolveLayers([richPack(), province, faulty], BOTH);
    expect(resolved.pack?.id).toBe('province');
    expect(resolved.pack).toEqual(resolveLayers([richPack(), province], BOTH).pack);
    expect(resolved.faulty).toMatchObject([{ index: 2, id: 'commune', faults: [{ path: '/set/long-wait' }] }]);
  });

  it('does not lay a commune over a nation whose province fell out', () => {
    const resolved = resolveLayers([richPack(), { ...province, add: 3 }, commune], BOTH);
    expect(resolved.pack?.id).toBe('hospital-desk');
    expect(resolved.faulty.map(({ index, faults }) => [index, faults[0]?.path])).toEqual([
      [1, '/add'],
      [2, '/imports/id'],
    ]);
  });

  it('has nothing where even the lowest layer is faulty', () => {
    const resolved = resolveLayers([{}, province], BOTH);
    expect([resolved.pack, resolved.written]).toEqual([null, null]);
    expect(resolved.faulty[1]?.faults[0]?.code).toBe('layer-below-missing');
    expect(resolveLayers([], BOTH).pack).toBeNull();
  });

  it('uses every part of an overlay', () => {
    const resolved = resolveLayers([richPack(), richOverlay()], BOTH);
    expect(resolved.faulty).toEqual([]);
    expect(resolved.pack?.cues.map(({ id, text }) => [id, text.en])).toEqual([
      ['greet', 'Greet softly'],
      ['whisper', 'Speak low at night'],
      ['sorry-wait', 'Apologise for over 20 minutes'],
      ['beds-left', 'Note 4 beds'],
    ]);
  });
});
