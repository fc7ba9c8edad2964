import {
  dayOfMinute,
  dueInEnglish,
  formatDay,
  type Remaining,
  remainingHintInEnglish,
  remainingInEnglish,
  type WallMinute,
  type WorkingCalendar,
} from 'checklist-core/deadline';
import { dueInVietnamese, remainingHintInVietnamese, remainingInVietnamese } from 'checklist-core/vn';
import { useId } from 'preact/hooks';
import type { Language } from '../platform/i18n.ts';
import { Sign, type SignName } from './icons.tsx';
import { useLanguage, useTexts } from './language.tsx';
import type { TodayRow, TodaySection, TodaySectionId, TodayView } from './today-view.ts';
import { type Roving, useRoving } from './use-roving.ts';

export type RowMark = 'done' | 'not-mine';

export interface TodayPageProps {
  readonly view: TodayView;
  readonly calendar: WorkingCalendar;
  /** Nothing was ever recorded or watched here: say hello first. */
  readonly firstRun: boolean;
  /** Id of the row whose mark is on its way. */
  readonly busyRow: string | null;
  readonly onMark: (row: TodayRow, mark: RowMark) => void;
}

const WORDS = {
  vi: { left: remainingInVietnamese, hint: remainingHintInVietnamese, due: dueInVietnamese },
  en: { left: remainingInEnglish, hint: remainingHintInEnglish, due: dueInEnglish },
} as const satisfies Record<Language, unknown>;

const BUTTONS_PER_ROW = 2;

/** `Hôm nay`: what is overdue, due today, due next, with what one can do about each. */
export function TodayPage({ view, firstRun, ...rest }: TodayPageProps) {
  const t = useTexts();
  const rows = view.sections.reduce((sum, section) => sum + section.rows.length, 0);
  const roving = useRoving({ rows, columns: BUTTONS_PER_ROW });
  let before = 0;
  return (
    <div class="scroll" ref={roving.box} tabIndex={rows === 0 ? 0 : -1}>
      <h2 class="unseen">{t('viewToday')}</h2>
      {firstRun && <Welcome />}
      {view.overdue + view.dueToday === 0 && <EmptyToday hint={rows === 0 && !firstRun} />}
      {view.sections.map((section) => {
        const first = before;
        before += section.rows.length;
        return <Section key={section.id} section={section} first={first} now={view.now} roving={roving} {...rest} />;
      })}
      <p class="caveat">{t('caveat')}</p>
    </div>
  );
}

function Welcome() {
  const t = useTexts();
  return (
    <section class="card welcome">
      <h3>{t('welcome')}</h3>
      <p>{t('firstRun')}</p>
      <p class="soft">{t('welcomeHow')}</p>
    </section>
  );
}

function EmptyToday({ hint }: { readonly hint: boolean }) {
  const t = useTexts();
  return (
    <div class="empty">
      <img src="/icons/48.png" width="40" height="40" alt="" />
      <p>{t('emptyToday')}</p>
      {hint && <p class="soft">{t('emptyTodayHow')}</p>}
    </div>
  );
}

interface SectionProps extends Pick<TodayPageProps, 'calendar' | 'busyRow' | 'onMark'> {
  readonly section: TodaySection;
  /** Place of the section's first row in the whole list. */
  readonly first: number;
  readonly now: WallMinute;
  readonly roving: Roving;
}

function Section({ section, first, ...rest }: SectionProps) {
  const t = useTexts();
  const heading = useId();
  return (
    <section class="due" data-section={section.id} aria-labelledby={heading}>
      <h3 id={heading}>
        {t(section.id)} <span class="count">{section.rows.length}</span>
      </h3>
      <ul class="rows">
        {section.rows.map((row, index) => (
          <Row key={row.row} row={row} section={section.id} place={first + index} {...rest} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps extends Omit<SectionProps, 'section' | 'first'> {
  readonly row: TodayRow;
  readonly section: TodaySectionId;
  readonly place: number;
}

function Row({ row, section, place, now, calendar, roving, busyRow, onMark }: RowProps) {
  const t = useTexts();
  const words = WORDS[useLanguage()];
  const { due } = row.remaining;
  const act = (mark: RowMark) => {
    if (busyRow !== null) return;
    roving.keepFocus();
    onMark(row, mark);
  };
  return (
    <li class="row card" data-section={section} aria-busy={busyRow === row.row}>
      <div class="row-head">
        <span class="code">{row.code}</span>
        <span class="left" title={words.hint(row.remaining, calendar, now)}>
          <Sign name={signOf(row.remaining)} />
          {words.left(row.remaining, calendar)}
        </span>
      </div>
      {row.procedureName !== null && <p class="procedure">{row.procedureName}</p>}
      <p class="meta">
        {due !== null && <span>{t('dueAt', { time: words.due(due, now) })}</span>}
        <LastSeen row={row} />
      </p>
      {row.reopen && (
        <p class="reopen">
          <Sign name="reopen" />
          {t('reopen')}
        </p>
      )}
      <div class="acts">
        <RowButton
          text={t('done')}
          name={t('actionOn', { action: t('done'), code: row.code })}
          kind="plain"
          part="done"
          place={roving.buttonAt({ row: place, column: 0 })}
          onPress={() => act('done')}
        />
        <RowButton
          text={t('notMine')}
          name={t('actionOn', { action: t('notMine'), code: row.code })}
          kind="quiet"
          part="not-mine"
          place={roving.buttonAt({ row: place, column: 1 })}
          onPress={() => act('not-mine')}
        />
      </div>
    </li>
  );
}

interface RowButtonProps {
  readonly text: string;
  /** Begins with the text and says which dossier is meant. */
  readonly name: string;
  readonly kind: 'plain' | 'quiet';
  readonly part: RowMark;
  readonly place: ReturnType<Roving['buttonAt']>;
  readonly onPress: () => void;
}

function RowButton({ text, name, kind, part, place, onPress }: RowButtonProps) {
  return (
    <button
      type="button"
      class="tt-button small"
      data-kind={kind}
      data-part={part}
      aria-label={name}
      onClick={onPress}
      {...place}
    >
      {kind === 'plain' && <Sign name="check" />}
      {text}
    </button>
  );
}

function LastSeen({ row }: { readonly row: TodayRow }) {
  const t = useTexts();
  const { day, clock, minute } = row.lastSeen;
  const time =
    day === 'today'
      ? t('seenToday', { clock })
      : day === 'yesterday'
        ? t('seenYesterday', { clock })
        : t('seenOn', { clock, date: shortDate(minute) });
  return <span>{t('lastSeen', { time })}</span>;
}

/** `25/11`: a dossier is dropped from the list long before a year has passed. */
function shortDate(minute: WallMinute): string {
  const [, month, day] = formatDay(dayOfMinute(minute)).split('-');
  return `${day}/${month}`;
}

function signOf({ state }: Remaining): SignName {
  if (state === 'overdue') return 'late';
  return state === 'paused' ? 'pause' : 'clock';
}
