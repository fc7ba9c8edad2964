import fc from 'fast-check';
import { readPage } from 'page-reader';
import { savedPage } from 'page-reader/saved';
import { safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { MOST_ROWS } from './most-rows.ts';
import { requestSchema } from './schemas.ts';

const schema = requestSchema((name) => name === 'Example procedure');
const accepts = (message: unknown) => safeParse(schema, message).success;

/** What is heard of a list, row by row; null if none of it. */
function heard(rows: readonly unknown[], listed: readonly unknown[] = []) {
  const parsed = safeParse(schema, { type: 'see', body: { page: { kind: 'list', facts: null, rows, listed } } });
  return parsed.success && parsed.output.type === 'see' ? parsed.output.body.page : null;
}

const ID = 'AAAAAAAAAAAAAAAAAAAAAA';
const facts = {
  code: 'H27.128.14-261021-0013',
  procedureCode: '1.001193',
  procedureName: 'Example procedure',
  channel: 'direct',
  received: '2026-10-21T07:34:24',
  due: '2026-11-18',
  status: 4,
  doubts: [],
};
const page = { kind: 'detail', facts, rows: [], listed: [] };
const finish = { kind: 'finish', id: ID, profile: 'p', sessionId: 's', cues: ['a'], missed: [], skipped: false };

const WEEK = { from: '2026-11-16', to: '2026-11-22' };
const SHA = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

const good = [
  { type: 'open', body: {} },
  { type: 'house', body: {} },
  { type: 'finishCues', body: {} },
  { type: 'bring', body: { script: 'rows' } },
  { type: 'bring', body: { script: 'cards' } },
  { type: 'count', body: { marks: [{ due: '2026-11-25T16:00', status: 2, doubts: [] }], returnedAt: null } },
  { type: 'see', body: { page } },
  {
    type: 'see',
    body: { page: { kind: 'list', facts: null, rows: [facts, { doubts: ['due-malformed'] }], listed: [facts.code] } },
  },
  { type: 'waiting', body: { id: ID } },
  { type: 'press', body: { id: ID, actionId: 'receive', outcome: 'received', channel: null, facts } },
  { type: 'settle', body: { id: ID, success: true, facts: null } },
  { type: 'record', body: { intent: finish } },
  { type: 'record', body: { intent: { kind: 'void', id: ID, profile: 'p', of: ID } } },
  { type: 'record', body: { intent: { kind: 'day-page', id: ID, profile: 'p', answers: { 'xin-chao': 'kept' } } } },
  { type: 'correctPage', body: { pattern: 'https://motcua.example.vn/#0a1f', kind: 'detail' } },
  { type: 'fold', body: { folded: true } },
  { type: 'ruleOff', body: { rule: 'read', ms: 84 } },
  { type: 'rulesOff', body: {} },
  { type: 'clearRuleOff', body: { host: 'dichvucong.gov.vn', rule: 'rows' } },
  { type: 'mark', body: { row: 'AbC_-1', mark: 'done' } },
  { type: 'setLanguage', body: { language: 'en' } },
  { type: 'desk', body: {} },
  { type: 'prepareHandover', body: { period: WEEK, conduct: 'sums', name: null } },
  { type: 'prepareHandover', body: { period: WEEK, conduct: 'lines', name: 'Đỗ Thị Ví Dụ' } },
  { type: 'giveHandover', body: { text: '{"format":"checklist-handover/1",…\n' } },
  { type: 'withdrawHandover', body: { id: SHA } },
  { type: 'receipt', body: {} },
];

describe('request schema', () => {
  it.each(good)('takes %j', (message) => {
    expect(accepts(message)).toBe(true);
  });

  it.each([
    ['a period that ends before it begins', { period: { from: WEEK.to, to: WEEK.from } }],
    ['a minute', { period: { ...WEEK, to: '2026-11-22T10:00' } }],
    ['private things', { conduct: 'private' }],
    ['an empty name', { name: '' }],
    ['a name with a line end', { name: 'Example\nName' }],
    ['a name in decomposed form', { name: 'Đỗ Thị Ví Dụ'.normalize('NFD') }],
    ['a name that turns the text around', { name: 'Example \u202Ename' }],
  ])('hands over for no %s', (_, planted) => {
    const body = { period: WEEK, conduct: 'sums', name: null, ...planted };
    expect(accepts({ type: 'prepareHandover', body })).toBe(false);
  });

  it.each(['-', '_'])('takes random ids that begin with "%s": one in thirty does', (sign) => {
    const random = `${sign}${ID.slice(1)}`;
    const intent = { ...finish, id: random, profile: random, sessionId: random };
    expect(accepts({ type: 'record', body: { intent } })).toBe(true);
    expect(accepts({ type: 'mark', body: { row: random, mark: 'done' } })).toBe(true);
  });

  it('refuses an unknown key anywhere', () => {
    for (const message of good) {
      for (const [holder, path] of objectsIn(message)) {
        // Answers of the day page are a record: there a new key is a new rule id.
        if (path.endsWith('answers')) continue;
        const key = 'applicant';
        Object.assign(holder, { [key]: 'Phan Thi Example' });
        const { success, output } = safeParse(schema, message);
        Reflect.deleteProperty(holder, key);
        // Of a list that row alone is refused.
        expect([path, success]).toEqual([path, ROW.test(path)]);
        if (success) expect(JSON.stringify(output)).not.toContain(key);
      }
      expect(accepts(message)).toBe(true);
    }
  });

  const NAMES = ['PHAN THỊ VÍ DỤ', 'Nguyễn Văn Mẫu', 'Phan Thi Example', 'example', '0912345678', '001099012345'];

  it.each(['code', 'procedureCode', 'procedureName', 'channel', 'received', 'due', 'stepDue', 'status'])(
    'refuses a name or a number planted in the fact %s',
    (key) => {
      for (const name of NAMES) {
        const planted = { ...facts, [key]: name };
        expect([name, accepts({ type: 'see', body: { page: { ...page, facts: planted } } })]).toEqual([name, false]);
        expect(heard([planted, facts])?.rows).toEqual([facts]);
      }
    },
  );

  it('refuses a name or a number planted among the codes of a list', () => {
    for (const name of NAMES) {
      expect([name, heard([], [name, facts.code])?.listed]).toEqual([name, [facts.code]]);
    }
  });

  it.each(['term', 'statusText', 'dueText'])('refuses what a page prints: %s', (key) => {
    const printed = { ...facts, [key]: 'Còn 2 giờ' };
    expect(accepts({ type: 'see', body: { page: { ...page, facts: printed } } })).toBe(false);
    expect(heard([facts, printed])?.rows).toEqual([facts]);
    expect(accepts({ type: 'settle', body: { id: ID, success: true, facts: printed } })).toBe(false);
  });

  it.each(['1.001193.H27', 'BNG-270817', '0.001193'])('refuses %s, which the reader gives for no procedure', (code) => {
    const planted = { ...facts, procedureCode: code };
    expect(accepts({ type: 'see', body: { page: { ...page, facts: planted } } })).toBe(false);
  });

  it('has no field in a finish where a don’t, a note or a person could stand', () => {
    for (const extra of [{ note: 'x' }, { answers: {} }, { procedure: '1.001193' }, { at: '2026-10-21T07:34:24' }]) {
      expect(accepts({ type: 'record', body: { intent: { ...finish, ...extra } } })).toBe(false);
    }
    for (const name of NAMES.slice(0, 3)) {
      expect(accepts({ type: 'record', body: { intent: { ...finish, cues: [name] } } })).toBe(false);
    }
  });

  it('takes every code that the reader gives, in a press and in a list', () => {
    const house = fc.stringMatching(/^([A-Z]{2,5}(\.[A-Z0-9]{1,5}){0,3}|(000\.00\.14\.)?[A-Y]\d\d(\.\d{1,3}){0,4})$/);
    const day = fc.constantFrom('261021', '211026', '20261021', '21102026');
    const number = fc.stringMatching(/^\d{3,6}$/);
    let read = 0;
    fc.assert(
      fc.property(house, day, number, (...parts) => {
        const code = readAs(parts.join('-'));
        if (code === undefined) return;
        read += 1;
        const body = { id: ID, actionId: 'receive', outcome: 'received', channel: null, facts: { ...facts, code } };
        expect([code, accepts({ type: 'press', body })]).toEqual([code, true]);
        expect(heard([{ ...facts, code }], [code])).toMatchObject({ rows: [{ code }], listed: [code] });
      }),
    );
    expect(read).toBeGreaterThan(20);
  });

  it('hears as many rows as a list may have, and no more', () => {
    const rows = Array.from({ length: MOST_ROWS }, () => facts);
    expect(heard(rows)?.rows).toHaveLength(MOST_ROWS);
    expect(heard([...rows, facts])).toBeNull();
    expect(heard(rows, [...rows, facts])).toBeNull();
  });

  it('refuses ids that are not 128 bits', () => {
    for (const id of ['', 'A', `${ID}A`, 'AAAAAAAAAAAAAAAAAAAAAB', 'AAAAAAAAAAAAAAAAAAAAA=', '+'.repeat(22)]) {
      expect([id, accepts({ type: 'record', body: { intent: { ...finish, id } } })]).toEqual([id, false]);
    }
  });

  it('refuses a page pattern with a word of the address', () => {
    for (const pattern of [
      'https://a.vn/?q=ten',
      'javascript:alert(1)',
      'https://a.vn/phan-thi/#0a1f',
      'https://a.vn/#ten',
      'https://a.vn',
    ]) {
      expect(accepts({ type: 'correctPage', body: { pattern, kind: 'detail' } })).toBe(false);
    }
  });

  it('never takes junk and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (junk) => {
        expect(accepts(junk)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('never takes a good message whose one value was replaced by junk of another kind', () => {
    const junk = fc.oneof(fc.object(), fc.array(fc.anything(), { minLength: 1 }), fc.double(), fc.constant(' a b'));
    fc.assert(
      fc.property(fc.constantFrom(...good), fc.nat(), junk, (message, pick, value) => {
        const copy = structuredClone(message);
        const leaves = leavesIn(copy);
        const leaf = leaves[pick % leaves.length];
        if (!leaf) return;
        leaf.set(value);
        const { success, output } = safeParse(schema, copy);
        expect(success).toBe(ROW.test(leaf.path));
        // A row that does not fit is left out.
        if (success) expect(leavesIn(output).length).toBeLessThan(leaves.length);
      }),
      { numRuns: 1000 },
    );
  });
});

function objectsIn(value: unknown, path = '$'): [object, string][] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, item]) => objectsIn(item, `${path}.${key}`));
  return Array.isArray(value) ? inside : [[value, path], ...inside];
}

/** The code that the reader takes from a page that announces it. */
function readAs(code: string): string | undefined {
  const page = `<p>Mã hồ sơ: ${code}</p><p>Ngày tiếp nhận: 21/10/2026</p><p>Ngày hẹn trả: 18/11/2026</p>`;
  const context = { url: 'https://motcua.example.vn/xem', profile: null, procedures: [], kind: 'detail' } as const;
  return readPage(savedPage(page), context).facts?.code;
}

/** Where a row of a list stands, or something in it. */
const ROW = /\.page\.(rows|listed)\.\d+/;

interface Leaf {
  readonly path: string;
  readonly set: (value: unknown) => void;
}

/** Every text, number and boolean of a message; nulls are left out, because an object may stand there. */
function leavesIn(value: unknown, path = '$'): Leaf[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const at = `${path}.${key}`;
    if (typeof item === 'object') return leavesIn(item, at);
    return [{ path: at, set: (next: unknown) => Object.assign(value, { [key]: next }) }];
  });
}
