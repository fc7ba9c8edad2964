import { useId } from 'preact/hooks';
import type { ReviewText } from '../platform/texts/review.ts';
import { useTexts } from './language.tsx';

const LINES: readonly (readonly [ReviewText, ReviewText])[] = [
  ['smallKeep', 'smallKeepHow'],
  ['smallStuck', 'smallStuckHow'],
  ['smallTry', 'smallTryHow'],
];

/** What a small office writes together instead of figures that would be somebody's. Nothing of it is stored. */
export function SmallOffice() {
  const t = useTexts();
  return (
    <section class="card small-office" aria-labelledby="small-head">
      <h2 id="small-head">{t('smallHead')}</h2>
      <p>{t('small')}</p>
      <p class="soft">{t('smallHow')}</p>
      {LINES.map(([name, how]) => (
        <Line key={name} name={t(name)} how={t(how)} />
      ))}
      <p class="soft small screen-only">{t('smallWrite')}</p>
    </section>
  );
}

function Line({ name, how }: { readonly name: string; readonly how: string }) {
  const id = useId();
  return (
    <div class="sheet-line">
      <label for={id}>{name}</label>
      <span class="soft small" id={`${id}-how`}>
        {how}
      </span>
      <textarea id={id} rows={3} aria-describedby={`${id}-how`} autocomplete="off" />
    </div>
  );
}
