import { readPage } from 'page-reader';
import { savedPage } from 'page-reader/saved';
import { describe, expect, it } from 'vitest';
import { PRACTICE_PROCEDURES } from '../../../src/training/practice/procedures.ts';
import { practiceDossiers } from '../dossiers.ts';
import { sealed } from '../routes.ts';
import { sealedPage } from './pages.ts';

const dossiers = practiceDossiers(Date.parse('2026-11-18T09:00:00+07:00'));

function read(url: string) {
  const page = savedPage(sealedPage(new URL(url), dossiers).body);
  return readPage(page, { url, profile: null, procedures: Object.values(PRACTICE_PROCEDURES) });
}

describe('saved pages of closed shadow roots', () => {
  it('read as they are seen: a dossier', () => {
    const reading = read(sealed.detail('overdue'));
    const [dossier] = dossiers.filter(({ id }) => sealed.detail('overdue').endsWith(String(id)));
    expect(reading.kind).toBe('detail');
    expect(reading.facts).toMatchObject({ code: dossier?.code, procedureName: dossier?.procedure.name });
    expect(Object.keys(reading.facts ?? {})).toEqual(expect.arrayContaining(['received', 'due']));
  });

  it('read as they are seen: a list', () => {
    const { kind, rows } = read(sealed.list());
    expect(kind).toBe('list');
    const first = dossiers.findIndex(({ id }) => sealed.detail('overdue').endsWith(String(id)));
    const codes = dossiers.slice(first).flatMap(({ code }) => (code === '' ? [] : [code]));
    expect(rows.map(({ code }) => code)).toEqual(codes);
  });
});
