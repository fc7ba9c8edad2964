import type { NoteCode, Report } from 'checklist-core/report';
import type { ReviewText } from '../platform/texts/review.ts';
import { Button } from '../ui/button.tsx';
import { ConductSection } from './conduct-section.tsx';
import { useLanguage, useTexts } from './language.tsx';
import { ServiceSection } from './service-section.tsx';
import { shownDay } from './shown-day.ts';
import { shownNumber } from './shown-number.ts';
import { SmallOffice } from './small-office.tsx';
import type { Overview } from './worker/requests.ts';

export interface FiguresPageProps {
  readonly overview: Overview;
  /** Null while it is being made, and where there is nothing to report. */
  readonly report: Report | null;
  readonly onFiles: () => void;
}

/** The team's figures: never of one person, and below the minimum group a sheet to write together instead. */
export function FiguresPage({ overview, report, onFiles }: FiguresPageProps) {
  const t = useTexts();
  if (overview.files.length === 0) {
    return (
      <section class="card empty">
        <p>{t('figuresNone')}</p>
        <Button part="to-files" onPress={onFiles}>
          {t('viewFiles')}
        </Button>
      </section>
    );
  }
  if (report === null) return <p class="soft">{t('loading')}</p>;
  return (
    <div class="figures">
      <FiguresHead report={report} />
      {report.coverage.officials === null && <AskOffice onFiles={onFiles} text={t('officeUnknown')} />}
      {report.notes.includes('more-authors-than-officials') && (
        <AskOffice onFiles={onFiles} text={t('noteMoreAuthors')} />
      )}
      {report.small && <SmallOffice />}
      {report.conduct !== null && <ConductSection report={report} conduct={report.conduct} />}
      <ServiceSection service={report.service} />
      <Notes report={report} />
    </div>
  );
}

/** Without a size that can be true there is nothing about conduct; the way to say it stands right here. */
function AskOffice({ text, onFiles }: { readonly text: string } & Pick<FiguresPageProps, 'onFiles'>) {
  const t = useTexts();
  return (
    <section class="card ask-office screen-only">
      <p>{text}</p>
      <Button part="to-office" onPress={onFiles}>
        {t('officeHead')}
      </Button>
    </section>
  );
}

function FiguresHead({ report }: { readonly report: Report }) {
  const t = useTexts();
  const language = useLanguage();
  const { authors, officials, handovers, entries } = report.coverage;
  const facts = [
    officials === null ? t('coverageUnknown', { authors }) : t('coverage', { authors, officials }),
    t('coverageFiles', { n: handovers }),
    t('coverageEntries', { n: shownNumber(entries, language) }),
  ];
  return (
    <div class="section-head figures-head">
      <p>
        {report.period !== null && (
          <strong>{t('figuresPeriod', { from: shownDay(report.period.from), to: shownDay(report.period.to) })}</strong>
        )}
        <span class="soft">{facts.join(' · ')}</span>
      </p>
      <Button part="print" class="screen-only" onPress={() => print()}>
        {t('print')}
      </Button>
    </div>
  );
}

/** What the page says of a report as a whole, in this order; what stands beside a figure already is not said twice. */
const NOTES: Readonly<Partial<Record<NoteCode, ReviewText>>> = {
  'min-group': 'noteMinGroup',
  complementary: 'noteComplementary',
  differencing: 'noteDifferencing',
  'partial-total': 'notePartial',
  stated: 'noteStated',
  'stated-unplaced': 'noteStatedUnplaced',
  'stated-left-out': 'noteStatedLeftOut',
  'unknown-cues': 'noteUnknownCues',
  'not-comparable': 'noteNotComparable',
};

function Notes({ report }: { readonly report: Report }) {
  const t = useTexts();
  const notes: readonly string[] = report.notes;
  const said = Object.entries(NOTES).flatMap(([note, text]) => (notes.includes(note) ? [text] : []));
  return (
    <section class="card notes" aria-labelledby="notes-head">
      <h2 id="notes-head">{t('notesHead')}</h2>
      <ul>
        {said.map((key) => (
          <li key={key}>{t(key, { k: report.minGroup })}</li>
        ))}
        <li>{t('proven')}</li>
      </ul>
    </section>
  );
}
