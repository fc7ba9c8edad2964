import type { CountOf, LoggedOnTime, ServiceFigures, ServiceReport } from 'checklist-core/report';
import type { ReviewText } from '../platform/texts/review.ts';
import { useLanguage, useTexts } from './language.tsx';
import { percent } from './percent.ts';
import { groupWords } from './rule-words.ts';
import { shownNumber } from './shown-number.ts';

const OUTCOMES: Readonly<Record<string, ReviewText>> = {
  received: 'outcomeReceived',
  returned: 'outcomeReturned',
  supplement: 'outcomeSupplement',
  refused: 'outcomeRefused',
};

const LETTERS: Readonly<Record<string, ReviewText>> = {
  congratulation: 'letterCongratulation',
  condolence: 'letterCondolence',
  apology: 'letterApology',
};

/** What was done, as people's own journals say it: never to be taken for the portal's figures. */
export function ServiceSection({ service }: { readonly service: ServiceReport }) {
  const t = useTexts();
  const language = useLanguage();
  const { total, outcomes, groups } = service;
  const worded = (words: Readonly<Record<string, ReviewText>>) => (name: string | null) => {
    const key = name === null ? undefined : words[name];
    return key === undefined ? (name ?? t('groupUnknown')) : t(key);
  };
  return (
    <section class="card" aria-labelledby="service-head">
      <div class="section-head">
        <h2 id="service-head">{t('serviceHead')}</h2>
        <p class="soft small">
          {t('serviceSelfLogged', { n: shownNumber(total.entries, language) })}. {t('serviceOfficial')}
        </p>
      </div>
      <div class="service">
        <OnTime figures={total} />
        <Counts head={t('outcomes')} counts={outcomes} wordsOf={worded(OUTCOMES)} />
        <Counts
          head={t('groups')}
          counts={groups}
          wordsOf={(name) => (name === null ? t('groupUnknown') : groupWords(name, language))}
        />
        {total.letters.length > 0 && <Counts head={t('letters')} counts={total.letters} wordsOf={worded(LETTERS)} />}
      </div>
    </section>
  );
}

function OnTime({ figures: { onTime } }: { readonly figures: ServiceFigures }) {
  const t = useTexts();
  const language = useLanguage();
  if (onTime === null) {
    return (
      <div class="on-time">
        <h3>{t('onTimeRate')}</h3>
        <p class="soft">{t('onTimeOnePerson')}</p>
      </div>
    );
  }
  const { share, n, early, late, notes } = onTime;
  const number = (value: number) => shownNumber(value, language);
  if (share === null) {
    return (
      <div class="on-time">
        <h3>{t('onTimeRate')}</h3>
        <p class="soft">{t('onTimeNone')}</p>
      </div>
    );
  }
  const interval = { low: percent(share.low, language), high: percent(share.high, language) };
  return (
    <div class="on-time">
      <h3>{t('onTimeRate')}</h3>
      <p class="big">{t('cellRate', { rate: percent(share.rate, language) })}</p>
      <p class="soft small">{t('serviceSelfLogged', { n: number(n) })}</p>
      <p class="soft small">{t('interval', interval)}</p>
      <p class="small">
        {t('onTimeParts', { early: number(early), onTime: number(onTime.onTime), late: number(late) })}
      </p>
      <Caution notes={notes} n={n} />
    </div>
  );
}

function Caution({ notes, n }: Pick<LoggedOnTime, 'notes' | 'n'>) {
  const t = useTexts();
  if (notes.includes('ceiling')) return <p class="caution small">{t('ceiling', { n })}</p>;
  return notes.includes('low-n') ? <p class="caution small">{t('lowN', { n })}</p> : null;
}

interface CountsProps {
  readonly head: string;
  readonly counts: readonly CountOf[];
  readonly wordsOf: (name: string | null) => string;
}

function Counts({ head, counts, wordsOf }: CountsProps) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <table class="counts">
      <caption>{head}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{t('columnName')}</th>
          <th scope="col">{t('columnCount')}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ name, count }) => (
          <tr key={name}>
            <th scope="row">{wordsOf(name)}</th>
            <td>{shownNumber(count, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
