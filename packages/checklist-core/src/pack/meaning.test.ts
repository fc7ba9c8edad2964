import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentId } from './current-id.ts';
import type { FactDeclaration } from './pack.ts';
import { parsePack } from './parse-pack.ts';
import { switchOnFaults } from './switch-on-faults.ts';
import { richPack } from './testing/rich-pack.ts';

type Json = Record<string, unknown>;

function faultsOf(more: Json, house: readonly FactDeclaration[] = []): readonly string[] {
  const parsed = parsePack({ ...richPack(), ...more }, ['en'], house);
  return parsed.ok ? [] : parsed.faults.map(({ path, code }) => `${code} ${path}`);
}

function packOf(more: Json) {
  const parsed = parsePack({ ...richPack(), ...more }, ['en']);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.pack;
}

const cueWhen = (when: unknown): Json => ({
  cues: [{ id: 'c', pausePoint: 'open-desk', text: { en: 'Go' }, serves: [], when }],
});

describe('facts', () => {
  it.each([
    [{ op: 'eq', fact: 'urgency', value: 'blue' }, 'fact-value /cues/0/when/value'],
    [{ op: 'in', fact: 'urgency', values: ['red', 'blue'] }, 'fact-value /cues/0/when/values/1'],
    [{ op: 'eq', fact: 'waitMinutes', value: '30' }, 'fact-type /cues/0/when/value'],
    [{ op: 'eq', fact: 'alone', value: 1 }, 'fact-type /cues/0/when/value'],
    [{ op: 'lt', fact: 'urgency', value: 'red' }, 'fact-unordered /cues/0/when/op'],
    [{ op: 'lt', fact: 'ward', param: 'long-wait' }, 'fact-type /cues/0/when/param'],
    [{ op: 'known', fact: 'mood' }, 'unknown-fact /cues/0/when/fact'],
    [{ op: 'any', of: [{ op: 'not', of: { op: 'known', fact: 'mood' } }] }, 'unknown-fact /cues/0/when/of/0/of/fact'],
    [{ op: 'eq', fact: 'waitMinutes', param: 'shortWait' }, 'id-form /cues/0/when/param'],
    [{ op: 'eq', fact: 'waitMinutes', param: 'short' }, 'no-param /cues/0/when/param'],
    [{ op: 'eq', fact: 'waitMinutes', param: 'long-wait', value: 3 }, 'unknown-key /cues/0/when/param'],
  ])('hold conditions to what is declared: %j', (when, fault) => {
    expect(faultsOf(cueWhen(when))).toEqual([fault]);
  });

  it('may be declared by the house; without any declaration nothing is checked', () => {
    const mood: FactDeclaration = { name: 'mood', type: 'boolean', title: { en: 'Mood' } };
    const asks = cueWhen({ op: 'eq', fact: 'mood', value: true });
    expect(faultsOf(asks)).toEqual(['unknown-fact /cues/0/when/fact']);
    expect(faultsOf(asks, [mood])).toEqual([]);
    const { facts: _, ...silent } = { ...richPack(), ...asks };
    expect(parsePack(silent, ['en']).ok).toBe(true);
    expect(parsePack(silent, ['en'], [{ ...mood, type: 'string' }]).ok).toBe(false);
  });

  it('cannot be declared otherwise than the house declares them', () => {
    const ward: FactDeclaration = { name: 'ward', type: 'number', title: { en: 'Ward' } };
    expect(faultsOf({}, [ward])).toContain('fact-declared-otherwise /facts/3');
    expect(faultsOf({}, [{ ...ward, type: 'string' }])).toEqual([]);
  });
});

describe('parameters', () => {
  const param = (more: Json): Json => ({
    params: [{ id: 'long-wait', type: 'int', default: 30, title: { en: 'T' }, ...more }],
  });

  it.each([
    [param({ min: 40 }), 'param-low /params/0/default'],
    [param({ max: 20 }), 'param-high /params/0/default'],
    [param({ min: 30, max: 29, default: 30 }), 'param-bounds /params/0'],
    [param({ default: 1.5 }), 'whole-number /params/0/default'],
    [
      { cues: [{ id: 'c', pausePoint: 'open-desk', text: { en: 'Go {Long Wait}' }, serves: [] }] },
      'placeholder-form /cues/0/text/en',
    ],
    [
      { cues: [{ id: 'c', pausePoint: 'open-desk', text: { en: 'Go {long}' }, serves: [] }] },
      'no-param /cues/0/text/en',
    ],
  ])('are sound, and named where they exist: %#', (more, fault) => {
    expect(faultsOf(more)).toContain(fault);
  });

  it('leave braces in a quotation alone', () => {
    const [rule, other] = richPack().rules as Json[];
    expect(packOf({ rules: [{ ...rule, text: { en: 'greet {all}' } }, other] }).rules[0]?.text.en).toBe('greet {all}');
  });
});

describe('dates', () => {
  it.each([
    [{ effective: { from: '2026-02-30' } }, 'day-form /effective/from'],
    [{ effective: { from: '2026-13-01' } }, 'day-form /effective/from'],
    [{ effective: { from: '2026-02-01', to: '2026-01-31' } }, 'period-reversed /effective/to'],
    [{ confirmation: { number: '1', by: 'x', date: '2025-02-29' } }, 'day-form /confirmation/date'],
  ])('exist and follow each other: %j', (more, fault) => {
    expect(faultsOf(more)).toEqual([fault]);
  });

  it('say on which days a pack may be switched on', () => {
    const codesOn = (day: number, more: Json = {}) => switchOnFaults(packOf(more), day).map(({ code }) => code);
    const NEW_YEAR_2026 = 20_454;
    expect(codesOn(NEW_YEAR_2026 - 1)).toEqual(['not-yet-effective']);
    expect(codesOn(NEW_YEAR_2026)).toEqual([]);
    expect(codesOn(NEW_YEAR_2026 + 2 * 365 - 1)).toEqual([]);
    expect(codesOn(NEW_YEAR_2026 + 2 * 365)).toEqual(['no-longer-effective']);
    expect(codesOn(NEW_YEAR_2026, { status: 'retired' })).toEqual(['retired']);
    const { confirmation: _, ...unconfirmed } = packOf({});
    expect(switchOnFaults(unconfirmed, NEW_YEAR_2026).map(({ code }) => code)).toEqual(['draft-unconfirmed']);
  });

  it('and texts without source or confidence stay off, even if nothing parsed them', () => {
    const pack = packOf({});
    const bare = { ...pack, sources: [], rules: pack.rules.map(({ confidence: _, ...rule }) => rule) };
    // Data from an older store has no type; that is the case meant here.
    expect(switchOnFaults(bare as unknown as typeof pack, 20_500).map(({ code }) => code)).toEqual([
      'text-without-source',
      'text-without-confidence',
      'text-without-source',
      'text-without-confidence',
    ]);
  });
});

describe('ids that changed', () => {
  const change = (from: string, to: string | null, kind = 'rule'): Json => ({ kind, from, to, since: '2.0.0' });

  it('keep a series whole over several renames', () => {
    const pack = packOf({
      changedIds: [change('hello', 'say-hello'), change('say-hello', 'greet-first'), change('bow', null)],
    });
    // Entries of three versions of the pack, each under the id of its day.
    const entries = ['hello', 'say-hello', 'greet-first', 'bow', 'greet-first', 'wave'];
    const series = new Map<string, number>();
    for (const id of entries) {
      const now = currentId(pack, 'rule', id);
      const name = now.state === 'current' ? now.id : now.state;
      series.set(name, (series.get(name) ?? 0) + 1);
    }
    expect([...series]).toEqual([
      ['greet-first', 4],
      ['dropped', 1],
      ['unknown', 1],
    ]);
    expect(currentId(pack, 'cue', 'hello')).toEqual({ state: 'unknown' });
  });

  it.each([
    ['a circle', [change('a', 'b'), change('b', 'a')], ['id-cycle /changedIds/0/to', 'id-cycle /changedIds/1/to']],
    ['a change to itself', [change('a', 'a')], ['id-cycle /changedIds/0/to']],
    ['an id in use', [change('no-gifts', null)], ['old-id-in-use /changedIds/0/from']],
    ['two ways', [change('a', null), change('a', 'no-gifts')], ['old-id-twice /changedIds/1/from']],
    ['two into one', [change('a', 'no-gifts'), change('b', 'no-gifts')], ['ids-merged /changedIds/1/to']],
    ['nowhere', [change('a', 'b')], ['id-leads-nowhere /changedIds/0/to']],
    ['another kind', [change('a', 'lamp')], ['id-leads-nowhere /changedIds/0/to']],
  ])('are refused if they lead %s', (_, changedIds, faults) => {
    expect(faultsOf({ changedIds })).toEqual(faults);
  });

  it('never hang, whatever they are', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'greet-first', 'no-gifts');
    const changes = fc.array(
      fc.record({ kind: fc.constant('rule' as const), from: id, to: fc.option(id), since: fc.constant('1.0.0') }),
    );
    const sound = packOf({});
    fc.assert(
      fc.property(changes, id, (changedIds, asked) => {
        const parsed = parsePack({ ...richPack(), changedIds }, ['en']);
        const now = currentId({ ...sound, changedIds }, 'rule', asked);
        if (!parsed.ok) return true;
        // In a sound pack every id that was ever named has an answer.
        return now.state !== 'unknown' || !changedIds.some(({ from }) => from === asked);
      }),
      { numRuns: 1000 },
    );
  });
});
