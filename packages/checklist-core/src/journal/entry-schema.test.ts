import { describe, expect, it } from 'vitest';
import { makeDisclosure } from './disclosure.ts';
import type { ConductPart, PrivatePart, ServicePart } from './entry.ts';
import { conductPartSchema, parseEntry, parseWith, privatePartSchema, servicePartSchema } from './entry-schema.ts';

const service: ServicePart = {
  kind: 'finish',
  day: '2026-11-23',
  half: 'am',
  pack: 'vn.4-xin-4-luon-5-khong@1.0.0',
  pausePoint: 'finish',
  outcome: 'received',
  group: 'ho-tich',
  channel: 'direct',
  onTime: null,
  practice: false,
  of: null,
};
const conduct: ConductPart = {
  rules: ['xin-chao', 'xin-cam-on'],
  cues: ['finish-thank', 'finish-receipt'],
  missed: ['finish-receipt'],
  skipped: false,
};
const personal: PrivatePart = { at: '2026-11-23T09:15:04', procedure: '1.001193' };
const dayPage: PrivatePart = {
  at: '2026-11-23T16:50:00',
  procedure: null,
  dayPage: { 'xin-chao': 'kept', 'khong-1': 'none' },
};

const pathOf = (result: ReturnType<typeof parseEntry>) => (result.ok ? null : result.fault.path);

describe('entry schema', () => {
  it('takes a finish, a void and a day page', () => {
    const voided: ServicePart = { ...service, kind: 'void', of: 'AAECAwQFBgcICQoLDA0ODw' };
    for (const entry of [
      { service, conduct, private: personal },
      { service, conduct: { ...conduct, missed: [], skipped: true }, private: null },
      { service: voided, conduct: null, private: personal },
      { service: null, conduct: null, private: dayPage },
    ]) {
      expect(parseEntry(entry)).toEqual({ ok: true, value: entry });
    }
  });

  it('has no field for the five don’ts in the classes that can be shared', () => {
    const answers = { 'khong-1': 'none' };
    for (const key of ['dayPage', 'donts', 'khong', 'answers', 'note', 'at', 'procedure', 'code', '__proto__']) {
      const extra = Object.fromEntries([[key, answers]]);
      expect(parseWith(servicePartSchema, { ...service, ...extra }).ok, `service.${key}`).toBe(false);
      expect(parseWith(conductPartSchema, { ...conduct, ...extra }).ok, `conduct.${key}`).toBe(false);
    }
  });

  it('lets a day page open no class but the private one', () => {
    expect(parseEntry({ service, conduct: null, private: dayPage }).ok).toBe(false);
    expect(parseEntry({ service: null, conduct, private: dayPage }).ok).toBe(false);
  });

  it('leaves no room for a sentence, a name, a minute or a dossier code', () => {
    const services: readonly (readonly [keyof ServicePart, unknown])[] = [
      ['group', 'Nguyễn Văn Ví Dụ'],
      ['group', 'ho tich'],
      ['pack', 'no-version'],
      ['pausePoint', ''],
      ['pausePoint', 'x'.repeat(65)],
      ['day', '2026-11-23T09:15'],
      ['day', '2026-02-30'],
      ['day', '23/11/2026'],
      ['half', '09:15'],
      ['kind', 'note'],
      ['practice', 'no'],
    ];
    for (const [key, value] of services) {
      const result = parseEntry({ service: { ...service, [key]: value }, conduct, private: personal });
      expect(pathOf(result), `${key}=${value}`).toBe(`service.${key}`);
    }
    for (const at of ['2026-11-23', '2026-11-23T24:00:00', '2026-11-23T09:15:04Z', '2026-11-31T09:15:04']) {
      expect(parseWith(privatePartSchema, { ...personal, at }).ok, at).toBe(false);
    }
    expect(parseWith(privatePartSchema, { ...personal, procedure: 'H27.128.14-261021-0013' }).ok).toBe(false);
  });

  it('names the place of what is missing, unknown or inconsistent', () => {
    const { half: _half, ...noHalf } = service;
    const cases: readonly (readonly [unknown, string])[] = [
      [null, ''],
      [{ service: null, conduct: null, private: null }, ''],
      [{ service: noHalf, conduct, private: null }, 'service.half'],
      [{ service, conduct: { ...conduct, missed: ['other'] }, private: null }, 'conduct'],
      [{ service, conduct: { ...conduct, rules: ['a', 'a'] }, private: null }, 'conduct.rules'],
      [{ service: { ...service, kind: 'void' }, conduct: null, private: null }, 'service'],
      [{ service: { ...service, of: 'AAECAwQFBgcICQoLDA0ODw' }, conduct: null, private: null }, 'service'],
      [{ service: { ...service, kind: 'void', of: 'short' }, conduct: null, private: null }, 'service.of'],
      [{ service: null, conduct: null, private: { ...dayPage, dayPage: { a: 'yes' } } }, 'private.dayPage.a'],
      [{ service, conduct, private: personal, note: 'x' }, 'note'],
    ];
    for (const [value, path] of cases) expect(pathOf(parseEntry(value)), JSON.stringify(value)).toBe(path);
  });

  it('keeps the shared parts short enough for a line of a hand-over, and takes every day page', () => {
    const ids = (count: number) => Array.from({ length: count }, (_, index) => `${index}`.padEnd(64, 'x'));
    const answers = (count: number) => Object.fromEntries(ids(count).map((id) => [id, 'no-occasion']));
    const longest = { rules: ids(200), cues: ids(200), missed: ids(200), skipped: false };
    expect(parseWith(conductPartSchema, longest).ok).toBe(true);
    expect(makeDisclosure('x'.repeat(22), 'c', longest).length).toBeLessThan(60 * 1024);
    expect(parseWith(conductPartSchema, { ...longest, rules: ids(201) }).ok).toBe(false);
    expect(parseWith(privatePartSchema, { ...dayPage, dayPage: answers(500) }).ok).toBe(true);
    expect(parseWith(privatePartSchema, { ...dayPage, dayPage: answers(501) }).ok).toBe(false);
  });

  it('counts letters by kind and days by number, and nothing else with them', () => {
    const letter: ServicePart = { ...service, kind: 'letter', letter: 'apology' };
    const counts = {
      received: 31,
      resolved: { early: 4, onTime: 20, late: 1 },
      open: { notDue: 12, upToFive: 2, more: 0 },
      letters: { owed: 1, sent: 1 },
      promises: { made: 2, kept: 2 },
    };
    const days: ServicePart = { ...service, kind: 'day-counts', counts };
    expect(parseWith(servicePartSchema, letter)).toEqual({ ok: true, value: letter });
    expect(parseWith(servicePartSchema, days)).toEqual({ ok: true, value: days });
    const bad: readonly unknown[] = [
      { ...service, letter: 'apology' },
      { ...service, counts },
      { ...service, kind: 'letter' },
      { ...service, kind: 'day-counts' },
      { ...letter, letter: 'thanks' },
      { ...letter, of: 'AAECAwQFBgcICQoLDA0ODw' },
      { ...letter, to: 'x' },
      { ...days, counts: { ...counts, received: -1 } },
      { ...days, counts: { ...counts, received: 1.5 } },
      { ...days, counts: { ...counts, received: 1_000_001 } },
      { ...days, counts: { ...counts, open: { ...counts.open, note: 1 } } },
    ];
    for (const part of bad) expect(parseWith(servicePartSchema, part).ok, JSON.stringify(part)).toBe(false);
    expect(parseWith(conductPartSchema, { ...conduct, bypassed: true }).ok).toBe(true);
    expect(parseWith(conductPartSchema, { ...conduct, bypassed: false }).ok).toBe(false);
  });

  it('lets a new log say which one it continues, in place of a service part', () => {
    const root = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
    const continues = { origin: 'than-thien-log/9f86d081884c7d659a2feaa0c55ad015', size: 41, root };
    const entry = { service: null, conduct: null, private: personal, continues };
    expect(parseEntry(entry)).toEqual({ ok: true, value: entry });
    expect(parseEntry({ ...entry, private: null }).ok).toBe(true);
    for (const [change, path] of [
      [{ service }, ''],
      [{ conduct }, ''],
      [{ private: dayPage }, ''],
      [{ continues: { ...continues, origin: 'Nguyễn Văn Ví Dụ' } }, 'continues.origin'],
      [{ continues: { ...continues, size: -1 } }, 'continues.size'],
      [{ continues: { ...continues, root: 'AAAA' } }, 'continues.root'],
      [{ continues: { ...continues, why: 'x' } }, 'continues.why'],
    ] as const) {
      expect(pathOf(parseEntry({ ...entry, ...change })), JSON.stringify(change)).toBe(path);
    }
  });
});

describe('the answers of a day page', () => {
  it('keep a rule whose id JavaScript knows as something else', () => {
    const answers = { constructor: 'kept', prototype: 'forgot' };
    const entry = {
      service: null,
      conduct: null,
      private: { at: '2026-11-02T16:55:00', procedure: null, dayPage: answers },
    };
    const parsed = parseEntry(entry);
    expect(parsed.ok && Object.entries(parsed.value.private?.dayPage ?? {})).toEqual(Object.entries(answers));
  });
});
