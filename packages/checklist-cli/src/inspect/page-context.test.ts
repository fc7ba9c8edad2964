import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import opencps from '../../../../src/rules/portals/opencps.json' with { type: 'json' };
import { knownPage } from './page-context.ts';

const folder = mkdtempSync(join(tmpdir(), 'checklist-context-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function profileWith(over: object, url = 'https://motcua.mod.gov.vn/') {
  const path = join(folder, 'profile.json');
  writeFileSync(path, JSON.stringify({ ...opencps, pages: [], labels: { due: ['Xong'] }, actions: [], ...over }));
  return (await knownPage(url, path)).context.profile;
}

describe('a profile from a file', () => {
  it('is laid over the shipped one of the host, as in the extension', async () => {
    const { pages, actions } = opencps;
    expect(await profileWith({ id: 'taught-here' })).toMatchObject({ id: 'taught-here', pages, actions });
  });

  it('takes the place of the shipped one with its id', async () => {
    expect(await profileWith({})).toMatchObject({ id: 'opencps', pages: [], labels: { due: ['Xong'] }, actions: [] });
  });

  it('stands alone where nothing ships', async () => {
    const hosts = ['motcua.vi-du.vn'];
    expect(await profileWith({ id: 'ours', hosts }, 'https://motcua.vi-du.vn/')).toMatchObject({ pages: [] });
  });
});
