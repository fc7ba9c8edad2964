import { expect, it } from 'vitest';
import { readPage } from './read-page.ts';
import { fact, node } from './testing/literal.ts';

it('gives an input without a name to no label, whatever is named around it', () => {
  const root = node(
    'body',
    {},
    node(
      'main',
      { id: 'phieu' },
      fact('Mã hồ sơ:', 'H27.128.14-261021-0013'),
      fact('Ngày tiếp nhận:', '21/10/2026'),
      node('dl', {}, node('dt', {}, 'Ngày hẹn trả'), node('dd', {}, '18/11/2026')),
      node('p', {}, node('input', { value: '01/01/2027' })),
    ),
  );
  const { facts } = readPage(root, {
    url: 'https://motcua.vi-du.example/',
    profile: null,
    procedures: [],
    kind: 'detail',
  });
  expect(facts).toMatchObject({ received: '2026-10-21', due: '2026-11-18' });
});

it('gives no label the input of another that has the same id', () => {
  const input = (label: string, value: string) =>
    node('div', {}, node('label', { for: 'x' }, label), node('input', { id: 'x', value }));
  const root = node(
    'body',
    {},
    fact('Mã hồ sơ:', 'H27.128.14-261021-0013'),
    input('Ngày tiếp nhận', '21/10/2026'),
    input('Ngày sinh', '12/03/2001'),
  );
  const { facts } = readPage(root, { url: 'https://a.example/', profile: null, procedures: [], kind: 'receive' });
  expect(facts).toMatchObject({ received: '2026-10-21' });
  expect(JSON.stringify(facts)).not.toContain('2001');
});
