import { type Pack, textIn } from 'checklist-core';
import type { FileDigest } from './file-digest.ts';
import { useLanguage, useTexts } from './language.tsx';

/** The stated sums, by the words of each rule; a rule that this pack does not have keeps its id. */
export function ConductSums({ digest, pack }: { readonly digest: FileDigest; readonly pack: Pack }) {
  const t = useTexts();
  const language = useLanguage();
  const { stated } = digest.header;
  if (stated === null) return <p class="soft note">{t('noConduct')}</p>;
  const words = new Map(pack.rules.map(({ id, text }) => [id, textIn(text, language)]));
  // In the pack's own order, as the official knows it.
  const order = [...words.keys()];
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  const rules = Object.entries(stated.rules).sort(([a], [b]) => place(a) - place(b));
  return (
    <div>
      <table class="figures rules">
        <caption>{t('byRule')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('rule')}</th>
            <th scope="col">{t('asked')}</th>
            <th scope="col">{t('missed')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(([id, { of, missed }]) => (
            <tr key={id}>
              <th scope="row">{words.has(id) ? <q>{words.get(id)}</q> : id}</th>
              <td>{of}</td>
              <td data-zero={missed === 0}>{missed}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="soft note">
        {[
          t('skipped', { n: stated.skipped }),
          ...(stated.bypassed > 0 ? [t('bypassed', { n: stated.bypassed })] : []),
        ].join(', ')}
        {'. '}
        {t(digest.lines.some(({ conduct }) => conduct !== null) ? 'provable' : 'stated')}
      </p>
    </div>
  );
}
