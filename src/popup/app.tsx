import { textIn } from 'checklist-core';
import { newEntryId } from 'checklist-core/journal';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { WireError } from '../messages/requests.ts';
import { now } from '../platform/clock.ts';
import type { Language } from '../platform/i18n.ts';
import type { PopupText } from '../platform/texts/popup.ts';
import { Choice } from '../ui/choice.tsx';
import { panelId, Tabs, tabId } from '../ui/tabs.tsx';
import { ask, onBroadcast } from './background.ts';
import { type ConfirmationRow, confirmations, latestDayPage } from './confirmations-view.ts';
import { DataNote } from './data-note.tsx';
import { DayPage } from './day-page.tsx';
import { type DayAnswers, daySections } from './day-page-model.ts';
import { LanguageContext, useTexts } from './language.tsx';
import { ClosedJournal, Notice, type NoticeContent } from './notice.tsx';
import { type PopupData, readPopup } from './popup-data.ts';
import { RecordedPage } from './recorded-page.tsx';
import { SiteStrip } from './site-strip.tsx';
import { type RowMark, TodayPage } from './today-page.tsx';
import { type TodayRow, todayView } from './today-view.ts';

type View = 'today' | 'recorded' | 'day';

/** The figures move on while the popup stays open. */
const TICK_MS = 30_000;

type Reading = { readonly kind: 'reading' | 'closed' } | { readonly kind: 'read'; readonly data: PopupData };

/** The popup: reads, draws, and reads again after every change the background tells of. */
export function App() {
  const [reading, setReading] = useState<Reading>({ kind: 'reading' });
  const [time, setTime] = useState(now);
  const turn = useRef(0);

  const read = async () => {
    turn.current += 1;
    const mine = turn.current;
    const found = await readPopup(now()).then(
      (data): Reading => ({ kind: 'read', data }),
      (error: unknown): Reading => {
        console.warn('popup: the journal could not be read', error);
        return { kind: 'closed' };
      },
    );
    // A slower, older answer must not overwrite a newer one.
    if (mine !== turn.current) return;
    setReading(found);
    setTime(now());
  };

  useEffect(() => {
    void read();
    const tick = setInterval(() => setTime(now()), TICK_MS);
    const deaf = onBroadcast(() => void read());
    return () => {
      clearInterval(tick);
      deaf();
    };
  }, []);

  const language = reading.kind === 'read' ? reading.data.house.language : 'vi';
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  return (
    <LanguageContext.Provider value={language}>
      {reading.kind === 'read' ? (
        <Desk data={reading.data} time={time} onChanged={read} />
      ) : (
        <Waiting closed={reading.kind === 'closed'} onRetry={() => void read()} />
      )}
    </LanguageContext.Provider>
  );
}

function Waiting({ closed, onRetry }: { readonly closed: boolean; readonly onRetry: () => void }) {
  const t = useTexts();
  return (
    <>
      <header class="top">
        <Brand />
      </header>
      <main aria-busy={!closed}>
        {closed ? <ClosedJournal onRetry={onRetry} /> : <p class="unseen">{t('loading')}</p>}
      </main>
    </>
  );
}

interface DeskProps {
  readonly data: PopupData;
  /** Epoch ms. */
  readonly time: number;
  readonly onChanged: () => Promise<void>;
}

function Desk({ data, time, onChanged }: DeskProps) {
  const t = useTexts();
  const [view, setView] = useState<View>('today');
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const [busyRow, setBusyRow] = useState<string | null>(null);
  const [answers, setAnswers] = useState<DayAnswers>({});
  const [saving, setSaving] = useState(false);
  const { house, calendar, stamp, entries, watched, status } = data;
  const profile = house.desk.profile.id;

  const today = useMemo(() => todayView(watched, calendar, time), [watched, calendar, time]);
  const recorded = useMemo(() => confirmations(entries, stamp), [entries, stamp]);
  const sections = useMemo(() => daySections(house.pack), [house.pack]);
  // One id per set of answers: a second press after a lost answer cannot make a second page.
  const dayId = useMemo(newId, [answers]);

  const say = (text: string, action: NoticeContent['action'] = null) => setNotice({ text, action, fault: false });
  const sayFault = ({ code }: WireError) => setNotice({ text: t(faultText(code)), action: null, fault: true });

  const mark = async (row: TodayRow, to: RowMark | 'open') => {
    setBusyRow(row.row);
    const reply = await ask('mark', { row: row.row, mark: to });
    if (reply.ok) await onChanged();
    setBusyRow(null);
    if (!reply.ok) return sayFault(reply.error);
    if (to === 'open') return say(t('restored', { code: row.code }));
    const undo = { text: t('undo'), onPress: () => void mark(row, 'open') };
    say(t(to === 'done' ? 'movedDone' : 'movedNotMine', { code: row.code }), undo);
  };

  const undo = async (row: ConfirmationRow) => {
    setBusyRow(row.id);
    const reply = await ask('record', { intent: { kind: 'void', id: newId(), profile, of: row.id } });
    if (reply.ok) await onChanged();
    setBusyRow(null);
    if (!reply.ok) return sayFault(reply.error);
    say(t('undone', { time: row.time ?? '' }));
  };

  const saveDay = async () => {
    setSaving(true);
    const reply = await ask('record', { intent: { kind: 'day-page', id: dayId, profile, answers } });
    if (reply.ok) {
      await onChanged();
      setAnswers({});
    }
    setSaving(false);
    // The page itself says that it is saved, and takes the focus.
    if (reply.ok) setNotice(null);
    else sayFault(reply.error);
  };

  const choose = async (language: Language) => {
    const reply = await ask('setLanguage', { language });
    if (!reply.ok) return sayFault(reply.error);
    await onChanged();
    // What was said before was said in the other language.
    setNotice(null);
  };

  return (
    <>
      <header>
        <div class="top">
          <Brand />
          <LanguageChoice value={house.language} onChoose={(language) => void choose(language)} />
        </div>
        <SiteStrip onSay={say} />
        <Tabs
          label={t('views')}
          tabs={[
            { id: 'today', text: t('viewToday'), count: today.overdue + today.dueToday },
            { id: 'recorded', text: t('viewRecorded'), count: recorded.length },
            { id: 'day', text: t('viewDay') },
          ]}
          current={view}
          onSelect={(next: View) => {
            setView(next);
            setNotice(null);
          }}
        />
      </header>
      <main>
        <div class="panel" id={panelId(view)} role="tabpanel" aria-labelledby={tabId(view)} key={view}>
          {view === 'today' && (
            <TodayPage
              view={today}
              calendar={calendar}
              firstRun={status.entries === 0 && status.watched === 0}
              busyRow={busyRow}
              onMark={(row, to) => void mark(row, to)}
            />
          )}
          {view === 'recorded' && (
            <RecordedPage rows={recorded} pack={house.pack} busyRow={busyRow} onUndo={(row) => void undo(row)} />
          )}
          {view === 'day' && (
            <DayPage
              sections={sections}
              groupTitle={(id) => groupTitle(data, id)}
              answers={answers}
              saved={latestDayPage(entries)}
              saving={saving}
              onAnswers={setAnswers}
              onSave={() => void saveDay()}
            />
          )}
        </div>
      </main>
      <Notice content={notice} />
      <DataNote keyBesideData={status.keyBesideData} />
    </>
  );
}

function Brand() {
  const t = useTexts();
  return (
    <h1 class="brand">
      <img src="/icons/48.png" width="24" height="24" alt="" />
      {t('name')}
    </h1>
  );
}

interface LanguageChoiceProps {
  readonly value: Language;
  readonly onChoose: (language: Language) => void;
}

function LanguageChoice({ value, onChoose }: LanguageChoiceProps) {
  const t = useTexts();
  return (
    <div class="language">
      <Choice
        name="language"
        legend={t('language')}
        legendUnseen
        options={[
          { value: 'vi', text: 'VI', title: t('languageVi') },
          { value: 'en', text: 'EN', title: t('languageEn') },
        ]}
        value={value}
        onChoose={onChoose}
      />
    </div>
  );
}

function newId(): string {
  return newEntryId((length) => crypto.getRandomValues(new Uint8Array(length)));
}

function groupTitle({ house }: PopupData, groupId: string): string {
  const title = house.pack.groups.find(({ id }) => id === groupId)?.title;
  return title === undefined ? groupId : textIn(title, house.language);
}

function faultText(code: WireError['code']): PopupText {
  switch (code) {
    case 'storage-full':
      return 'faultFull';
    case 'too-late':
      return 'faultLate';
    case 'other-profile':
      return 'faultProfile';
    default:
      return 'faultSave';
  }
}
