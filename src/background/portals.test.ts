import type { Pack } from 'checklist-core';
import type { AskedFinish } from 'checklist-core/desk';
import type { PortalProfile } from 'page-reader';
import { taughtId } from 'page-reader/profile';
import { safeParse } from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { createReceiver, type Handlers } from '../messages/receive.ts';
import type { Broadcast, PortalsView } from '../messages/requests.ts';
import { requestSchema } from '../messages/schemas.ts';
import { defaultPack } from '../rules/index.ts';
import { portalById } from '../rules/portals/index.ts';
import { finishEntry, voidEntry } from './entries.ts';
import { packOf } from './house-rules.ts';
import { importPortal, portalOf, removePortal, setPortalEnabled, teachPortal, viewPortals } from './portals.ts';
import { wireErrorOf } from './request-error.ts';
import type { RequestContext, Services } from './services.ts';
import { portalSource } from './testing/portal-source.ts';

const HOST = 'motcua.vi-du.vn:8443';
const ours: PortalProfile = {
  format: 'portal-profile/1',
  id: 'xa-vi-du',
  title: 'Một cửa xã (ví dụ)',
  hosts: ['motcua.vi-du.vn'],
  pages: [{ kind: 'detail', url: '^/xem/\\d+' }],
  labels: { due: ['Ngày xong'] },
  actions: [],
  confidence: 'uncertain',
  source: 'Bịa để minh họa, không có trang thật',
};
const lesson: PortalProfile = { ...ours, id: taughtId(HOST), hosts: [HOST], labels: { due: ['Trả lúc'] } };

let told: Broadcast[];
let services: Services;
beforeEach(() => {
  told = [];
  begin();
});

function begin(kept: unknown = undefined, managed: unknown = {}): void {
  services = {
    portals: portalSource(kept, managed),
    desks: { load: () => Promise.reject(new Error('no desk here')), save: async () => undefined },
    now: () => 0,
    newId: () => 'AAAAAAAAAAAAAAAAAAAAAA',
    tell: (_profile, broadcast) => void told.push(broadcast),
    dueChanged: () => undefined,
  };
}

function context(tier: RequestContext['tier'] = 'content', origin = `https://${HOST}`): RequestContext {
  const profile = { id: 'p', kind: 'normal', name: null, createdAt: 0 } as unknown as RequestContext['profile'];
  return { profile, tier, tab: '1', url: `${origin}/`, origin, host: new URL(origin).hostname };
}

const inForce = (origin = `https://${HOST}`) => portalOf(services, context('content', origin));
const importText = (profile: unknown) => importPortal(services, context('page'), JSON.stringify(profile));
const rowsOf = ({ rows }: PortalsView) =>
  rows.map(
    ({ origin, profile, offBy, replacedBy }) =>
      `${origin} ${profile.id} ${offBy}${replacedBy === null ? '' : ` replaced by ${replacedBy}`}`,
  );

describe('the profile in force', () => {
  it('is the shipped one, or none', async () => {
    expect(await inForce('https://motcua.mod.gov.vn')).toEqual(portalById('opencps'));
    expect(await inForce('http://10.0.0.5')).toBeNull();
    expect(await portalOf(services, context('page'))).toBeNull();
    expect(await portalOf(services, context('practice'))).toEqual(portalById('opencps'));
  });

  it('is laid in layers: policy over taught over imported over shipped', async () => {
    const hosts = ['motcua.mod.gov.vn'];
    const taught = {
      ...lesson,
      id: taughtId('motcua.mod.gov.vn'),
      hosts,
      labels: { stepDue: ['Ngày xong'], due: ['A'] },
    };
    begin(
      { profiles: [{ ...ours, hosts }, taught], off: [] },
      { portals: [{ ...ours, id: 'tinh', hosts, labels: { never: ['a'] } }] },
    );
    const portal = await inForce('https://motcua.mod.gov.vn');
    expect(portal).toMatchObject({
      id: 'tinh',
      labels: { never: ['a'], stepDue: ['Ngày xong'], newDue: ['Hẹn lại'] },
      actions: portalById('opencps')?.actions,
    });
    expect(portal?.labels.due).toBeUndefined();
  });

  it('takes a shipped one’s place where it has its id', async () => {
    const update = { ...ours, id: 'opencps', version: '2.0.0', hosts: ['motcua.mod.gov.vn'] };
    await importText(update);
    expect(await inForce('https://motcua.mod.gov.vn')).toEqual(update);
    expect(rowsOf(await viewPortals(services)).filter((row) => row.includes(' opencps '))).toEqual([
      'imported opencps null',
      'shipped opencps null replaced by imported',
    ]);
  });

  it('tells ports apart', async () => {
    begin({ profiles: [{ ...ours, hosts: ['10.0.0.5:8080'] }] });
    expect((await inForce('http://10.0.0.5:8080'))?.id).toBe('xa-vi-du');
    expect(await inForce('http://10.0.0.5')).toBeNull();
  });
});

describe('its pack', () => {
  const police: Pack = { ...defaultPack, id: 'cong-an-vi-du', version: '1.2.0' };
  const find = (id: string) => (id === police.id ? police : null);

  it('goes with the host, and is the default one where nobody has it or it serves no desk', async () => {
    begin({
      profiles: [
        { ...ours, pack: 'cong-an-vi-du' },
        { ...ours, id: 'khac', hosts: ['b.vn'], pack: '5-phuong-cham' },
      ],
    });
    expect(packOf(await inForce(), find)).toBe(police);
    expect(packOf(await inForce())).toBe(defaultPack);
    expect(packOf(await inForce('https://b.vn'))).toBe(defaultPack);
    expect(packOf(await inForce('https://c.vn'), find)).toBe(defaultPack);
    expect((await viewPortals(services)).faults).toMatchObject([
      { in: 'local', id: 'xa-vi-du', path: '/pack', code: 'no-pack' },
      { in: 'local', id: 'khac', path: '/pack', code: 'no-pack' },
    ]);
  });

  it('is named by the finish that was answered there, and by what takes it back', () => {
    const cues = police.cues.filter(({ pausePoint }) => pausePoint === 'finish').map(({ id }) => id);
    const intent = { kind: 'finish', id: 'x', profile: 'p', sessionId: 's', cues, missed: [], skipped: false } as const;
    const asked: AskedFinish = {
      outcome: 'returned',
      askedAt: 0,
      tone: null,
      group: null,
      late: null,
      channel: 'direct',
      procedureCode: null,
      onTime: null,
    };
    const moment = { now: 0, practice: false };
    expect(finishEntry(intent, asked, police, moment).service?.pack).toBe('cong-an-vi-du@1.2.0');
    expect(voidEntry('x', 'cong-an-vi-du@1.2.0', moment).service?.pack).toBe('cong-an-vi-du@1.2.0');
    const shorter = { ...police, cues: police.cues.filter(({ pausePoint }) => pausePoint !== 'finish') };
    expect(() => finishEntry(intent, asked, shorter, moment)).toThrow('a cue that the pack does not have');
  });
});

describe('the kill switch', () => {
  const silent = { code: 'not-allowed' };

  it('of the official keeps the overlay off the hosts of a profile, until it is turned back', async () => {
    await setPortalEnabled(services, context('page'), { id: 'opencps', enabled: false });
    await expect(inForce('https://motcua.mod.gov.vn')).rejects.toMatchObject(silent);
    expect((await inForce('https://dichvucong.gov.vn'))?.id).toBe('national');
    await setPortalEnabled(services, context('page'), { id: 'opencps', enabled: true });
    expect((await inForce('https://motcua.mod.gov.vn'))?.id).toBe('opencps');
    expect(told).toEqual([{ type: 'rules' }, { type: 'rules' }]);
  });

  it('of a file holds, also for what is laid over it', async () => {
    await importText({ ...ours, enabled: false });
    await expect(inForce()).rejects.toMatchObject(silent);
    await teachPortal(services, context(), { profile: lesson });
    await expect(inForce()).rejects.toMatchObject(silent);
  });

  it('of the policy holds whatever the official says, for one profile or for all', async () => {
    begin(undefined, { portalsOff: ['opencps'] });
    await setPortalEnabled(services, context('page'), { id: 'opencps', enabled: true });
    await expect(inForce('https://motcua.mod.gov.vn')).rejects.toMatchObject(silent);
    begin(undefined, { portalsOff: ['*'] });
    await expect(inForce('http://10.0.0.5')).rejects.toMatchObject(silent);
    expect(await viewPortals(services)).toMatchObject({ allOff: true });
  });

  it('of the policy holds for the hosts of a profile whose place an imported one takes', async () => {
    begin(undefined, { portalsOff: ['opencps'] });
    await importText({ ...ours, id: 'opencps', hosts: ['nowhere.example'] });
    await expect(inForce('https://motcua.mod.gov.vn')).rejects.toMatchObject(silent);
  });

  it('holds beside another profile that names the host as closely, or more closely', async () => {
    const wide = { ...ours, id: 'rong', hosts: ['*.vi-du.vn'], enabled: false };
    begin(undefined, { portals: [wide, { ...ours, hosts: ['motcua.vi-du.vn'] }] });
    await expect(inForce()).rejects.toMatchObject(silent);
    begin();
    await importText(ours);
    await setPortalEnabled(services, context('page'), { id: ours.id, enabled: false });
    await importText({ ...ours, id: 'khac' });
    await expect(inForce()).rejects.toMatchObject(silent);
  });

  it('of the policy that names no profile is said, with its place', async () => {
    begin({ profiles: [ours], off: [] }, { portalsOff: ['opencps', 'opencpss', ours.id, 'motcua.mod.gov.vn', '*'] });
    expect((await viewPortals(services)).faults).toMatchObject([
      { in: 'policy', path: '/portalsOff/1', code: 'off-unknown', values: { id: 'opencpss' } },
      { in: 'policy', path: '/portalsOff/3', code: 'off-unknown', values: { id: 'motcua.mod.gov.vn' } },
    ]);
  });
});

describe('importing', () => {
  it('takes a sound file, once for each id, and tells everybody', async () => {
    expect(await importText(ours)).toEqual({
      imported: { id: 'xa-vi-du', title: 'Một cửa xã (ví dụ)', hosts: ['motcua.vi-du.vn'], replacedBy: null },
    });
    await importText({ ...ours, title: 'Tên mới' });
    const { rows } = await viewPortals(services);
    expect(rows.filter(({ origin }) => origin === 'imported').map(({ profile }) => profile.title)).toEqual(['Tên mới']);
    expect(told).toEqual([{ type: 'rules' }, { type: 'rules' }]);
  });

  it('keeps a newer version where the file holds an older one, and says both', async () => {
    await importText({ ...ours, version: '1.10.0' });
    expect(await importText({ ...ours, version: '1.9.0' })).toEqual({
      older: { title: ours.title, given: '1.9.0', kept: '1.10.0' },
    });
    expect((await inForce())?.version).toBe('1.10.0');
    expect(await importText({ ...ours, version: '1.10.0', title: 'Sửa' })).toMatchObject({
      imported: { title: 'Sửa' },
    });
  });

  it('says that what the policy has under the same id stands in its place, and shows it', async () => {
    begin(undefined, { portals: [{ ...ours, hosts: ['a.vn'] }] });
    expect(await importText({ ...ours, hosts: ['b.vn'] })).toMatchObject({ imported: { replacedBy: 'policy' } });
    expect(rowsOf(await viewPortals(services))).toContain('imported xa-vi-du null replaced by policy');
    expect(await inForce('https://b.vn')).toBeNull();
  });

  it.each([
    ['no JSON', '{"format":', '/format'],
    ['a key twice', '{"id":"a","id":"b"}', '/id'],
    ['another format', JSON.stringify({ ...ours, format: 'x' }), '/format'],
    ['the applicant', JSON.stringify({ ...ours, labels: { code: ['Họ và tên'] } }), '/labels/code/0'],
    ['a hostile pattern', JSON.stringify({ ...ours, pages: [{ kind: 'list', url: '(a+)+$' }] }), '/pages/0/url'],
  ])('refuses %s with its place, and changes nothing', async (_, text, path) => {
    const answer = await importPortal(services, context('page'), text);
    expect('faults' in answer ? answer.faults.map((fault) => fault.path) : []).toEqual([path]);
    expect(told).toEqual([]);
    expect(await services.portals.kept()).toBeUndefined();
  });

  it('stops at what a browser should keep', async () => {
    const all = Array.from({ length: 50 }, (_, n) => ({ ...ours, id: `xa-${n}` }));
    begin({ profiles: all, off: [] });
    await expect(importText(ours)).rejects.toMatchObject({ code: 'storage-full' });
    expect(told).toEqual([]);
    await removePortal(services, context('page'), 'xa-7');
    expect(await importText(ours)).toHaveProperty('imported');
  });

  it('has the newest act of several that name a host alike, also one that is updated', async () => {
    await importText(ours);
    await importText({ ...ours, id: 'xa-khac' });
    expect(await inForce()).toMatchObject({ id: 'xa-khac' });
    await importText({ ...ours, version: '1.0.1' });
    expect(await inForce()).toMatchObject({ id: 'xa-vi-du', version: '1.0.1' });
  });

  it('keeps both of two that come at once', async () => {
    await Promise.all([importText(ours), importText({ ...ours, id: 'xa-khac' })]);
    const { rows } = await viewPortals(services);
    expect(rows.filter(({ origin }) => origin === 'imported')).toHaveLength(2);
  });
});

describe('what lies in the browser and in the policy', () => {
  it('loses no good profile to a bad one, and names the bad', async () => {
    begin(
      { profiles: [5, { id: 'hong' }, ours], off: ['x', 7] },
      {
        portals: [
          { ...ours, id: 'tinh', hosts: ['https://x'] },
          { ...ours, id: 'tinh-2' },
        ],
        colour: 1,
      },
    );
    const view = await viewPortals(services);
    expect(rowsOf(view).slice(0, 2)).toEqual(['policy tinh-2 null', 'imported xa-vi-du null']);
    const named = view.faults.map((fault) => `${fault.in} ${fault.id} ${fault.path} ${fault.code}`);
    expect(named.slice(0, 3)).toEqual([
      'policy null /colour policy-key',
      'policy tinh /portals/0/hosts/0 host-form',
      'local null /portals/0 unexpected',
    ]);
    await importText({ ...ours, id: 'xa-khac' });
    expect(await services.portals.kept()).toMatchObject({ profiles: [{ id: 'xa-khac' }, 5, { id: 'hong' }, ours] });
    await removePortal(services, context('page'), 'hong');
    expect(await services.portals.kept()).toMatchObject({ profiles: [{ id: 'xa-khac' }, 5, ours] });
  });

  it.each([[null], [7], [{ profiles: 'x', off: {} }], [[]]])('is as if it were not there: %j', async (kept) => {
    begin(kept, kept);
    expect((await viewPortals(services)).rows.every(({ origin }) => origin === 'shipped')).toBe(true);
  });
});

describe('teaching', () => {
  it('adds to what was taught on this host before, and the newest meaning of a label wins', async () => {
    await teachPortal(services, context(), { profile: lesson });
    const more = { ...lesson, labels: { received: ['Nhận lúc'], stepDue: ['TRẢ LÚC'] } };
    await teachPortal(services, context(), { profile: more });
    const portal = await inForce();
    expect(portal?.pages).toEqual(lesson.pages);
    expect(portal?.labels).toEqual({ received: ['Nhận lúc'], stepDue: ['TRẢ LÚC'] });
    expect(rowsOf(await viewPortals(services))[0]).toBe(`taught ${lesson.id} null`);
    expect(told).toHaveLength(2);
  });

  it("adds a colleague's lesson from a file to what was taught here, and what is taught here to that", async () => {
    await teachPortal(services, context(), { profile: lesson });
    const theirs = {
      ...lesson,
      version: '2.0.0',
      hosts: [HOST, 'motcua.xa-khac.vn'],
      pages: [{ kind: 'list' as const, url: '^/ho-so$' }],
      labels: { received: ['Nhận lúc'] },
    };
    await importText(theirs);
    expect((await inForce())?.labels).toEqual({ due: ['Trả lúc'], received: ['Nhận lúc'] });
    expect((await inForce())?.pages).toEqual([...theirs.pages, ...lesson.pages]);
    await teachPortal(services, context(), { profile: { ...lesson, labels: { code: ['Số phiếu xanh'] } } });
    const elsewhere = await inForce('https://motcua.xa-khac.vn');
    expect(elsewhere?.labels).toEqual({ code: ['Số phiếu xanh'], due: ['Trả lúc'], received: ['Nhận lúc'] });
    expect(elsewhere?.version).toBe('2.0.0');
  });

  it('is laid under what the policy says under its very id', async () => {
    begin(undefined, { portals: [{ ...lesson, labels: { due: ['Ngày xong'] } }] });
    await teachPortal(services, context(), { profile: { ...lesson, labels: { received: ['Nhận lúc'] } } });
    expect((await inForce())?.labels).toEqual({ due: ['Ngày xong'], received: ['Nhận lúc'] });
    expect(rowsOf(await viewPortals(services)).filter((row) => row.includes(lesson.id))).toEqual([
      `policy ${lesson.id} null`,
      `taught ${lesson.id} null`,
    ]);
  });

  it('is switched on again by a mended file', async () => {
    await importText({ ...lesson, enabled: false });
    expect(await inForce().catch(() => 'off')).toBe('off');
    await importText(lesson);
    expect((await inForce())?.id).toBe(lesson.id);
  });

  it('leaves what was taught on a host of nearly the same name', async () => {
    const [one, other] = ['a.b.vn', 'a-b.vn'].map((host) => ({ ...lesson, id: taughtId(host), hosts: [host] }));
    begin({ profiles: [one], off: [] });
    await teachPortal(services, context('content', 'https://a-b.vn'), { profile: { ...lesson, ...other } });
    expect((await inForce('https://a.b.vn'))?.id).toBe(taughtId('a.b.vn'));
    expect((await inForce('https://a-b.vn'))?.id).toBe(taughtId('a-b.vn'));
  });

  it.each([
    ['another host', { hosts: ['motcua.mod.gov.vn'] }],
    ['every port of the host', { hosts: ['motcua.vi-du.vn'] }],
    ['two hosts', { hosts: [HOST, 'b.vn'] }],
    ['another id', { id: 'opencps' }],
    ['actions', { actions: portalById('opencps')?.actions ?? [] }],
    ['a pack', { pack: 'ho-so-truc-tuyen' }],
    ['a switch', { enabled: false }],
  ])('refuses a lesson with %s', async (_, over) => {
    await expect(teachPortal(services, context(), { profile: { ...lesson, ...over } })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    expect([await services.portals.kept(), told]).toEqual([undefined, []]);
  });

  it('is not for the practice desk', async () => {
    const origin = 'chrome-extension://abc';
    const profile = { ...lesson, id: taughtId('abc'), hosts: ['abc'] };
    await expect(teachPortal(services, context('practice', origin), { profile })).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });

  it('acts again where it was switched off, removed, and taught anew; a shipped one stays off', async () => {
    const id = taughtId(HOST);
    await teachPortal(services, context(), { profile: lesson });
    await setPortalEnabled(services, context('page'), { id, enabled: false });
    await expect(inForce()).rejects.toMatchObject({ code: 'not-allowed' });
    await removePortal(services, context('page'), id);
    await teachPortal(services, context(), { profile: lesson });
    expect(await inForce()).toMatchObject({ id });
    await setPortalEnabled(services, context('page'), { id: 'opencps', enabled: false });
    await removePortal(services, context('page'), 'opencps');
    expect(await services.portals.kept()).toMatchObject({ off: ['opencps'] });
  });

  it('is bounded for one host', async () => {
    const lessons = ['x', 'y'].map((n) => ({ due: Array.from({ length: 40 }, (_, i) => `Nhãn ${n}${'a'.repeat(i)}`) }));
    await teachPortal(services, context(), { profile: { ...lesson, labels: lessons[0] ?? {} } });
    await expect(
      teachPortal(services, context(), { profile: { ...lesson, labels: lessons[1] ?? {} } }),
    ).rejects.toMatchObject({ code: 'bad-message' });
  });
});

describe('over the wire', () => {
  const schema = requestSchema(() => false);
  const refuse = () => Promise.reject(new Error('not in this test'));
  const handlers = new Proxy({} as Handlers<RequestContext>, { get: () => refuse });
  const receive = createReceiver<string, RequestContext>({
    parse: (message) => {
      const parsed = safeParse(schema, message);
      return parsed.success ? { ok: true, value: parsed.output } : { ok: false, detail: 'shape' };
    },
    admit: async () => context(),
    handlers,
    wireError: wireErrorOf,
  });

  it.each([
    ['teachPortal', { profile: { ...lesson, labels: { code: ['Họ và tên'] } } }],
    ['teachPortal', { profile: 'x' }],
    ['importPortal', { text: 'x'.repeat(300_000) }],
    ['importPortal', { text: 5 }],
    ['removePortal', { id: 'Nguyễn Văn Thử' }],
    ['setPortalEnabled', { id: 'opencps', enabled: 'no' }],
    ['portals', { all: true }],
  ])('a malformed %s is refused before any handler', async (type, body) => {
    expect(await receive({ type, body }, 'us')).toMatchObject({ ok: false, error: { code: 'bad-message' } });
  });
});
