import { type Rule, textIn } from 'checklist-core';
import type { DayAnswer } from 'checklist-core/journal';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import type { SavedDayPage } from './confirmations-view.ts';
import {
  answer,
  answerRest,
  answersFor,
  canSave,
  type DayAnswers,
  type DaySection,
  isPositive,
  openCount,
  sectionState,
} from './day-page-model.ts';
import { ANSWER_TEXTS, groupQuestion, guardedRuleTexts } from './day-page-texts.ts';
import { Sign } from './icons.tsx';
import { useLanguage, useTexts } from './language.tsx';

export interface DayPageProps {
  readonly sections: readonly DaySection[];
  /** Titles of the pack's groups, for a group that has no question of its own. */
  readonly groupTitle: (groupId: string) => string;
  readonly answers: DayAnswers;
  /** Today's page as it lies in the journal; null until one was saved. */
  readonly saved: SavedDayPage | null;
  readonly saving: boolean;
  readonly onAnswers: (answers: DayAnswers) => void;
  readonly onSave: () => void;
}

/** `Nhìn lại một ngày`: all rules of the pack, once a day, for one's own eyes. */
export function DayPage(props: DayPageProps) {
  const [again, setAgain] = useState(false);
  const begun = again || canSave(props.answers);
  if (props.saved !== null && !begun) {
    return <SavedPage saved={props.saved} sections={props.sections} onAgain={() => setAgain(true)} />;
  }
  return <Questions {...props} onSave={() => save(props, setAgain)} />;
}

function DayHead() {
  const t = useTexts();
  return (
    <div class="page-head">
      <h2>{t('dayHead')}</h2>
      <p class="soft">{t('daySub')}</p>
    </div>
  );
}

function save(props: DayPageProps, setAgain: (again: boolean) => void): void {
  setAgain(false);
  props.onSave();
}

function Questions(props: DayPageProps) {
  const t = useTexts();
  const { answers, sections, saving } = props;
  const page = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const open = openCount(answers, sections);
  // One key answers a section, so the next key to press is the next section's own.
  const answerSection = (section: DaySection) => {
    const next = answerRest(answers, section);
    props.onAnswers(next);
    const waiting = sections.find((one) => one !== section && sectionState(next, one).open > 0);
    const key =
      waiting === undefined
        ? bar.current?.querySelector<HTMLElement>('[data-part="save"]')
        : page.current?.querySelector<HTMLElement>(`[data-part="rest-${keyOf(waiting)}"]`);
    key?.focus();
    if (waiting !== undefined) key?.closest('section')?.scrollIntoView({ block: 'start' });
  };
  return (
    <>
      <div class="scroll" ref={page}>
        <DayHead />
        {sections.map((section) => {
          const Block = isPositive(section) ? PositiveSection : GuardedSection;
          return (
            <Block
              key={keyOf(section)}
              section={section}
              title={props.groupTitle(section.group)}
              answers={answers}
              onAnswer={(rule, given) => props.onAnswers(answer(answers, section, rule, given))}
              onRest={() => answerSection(section)}
            />
          );
        })}
      </div>
      <div class="save-bar" ref={bar}>
        <p class="soft">{open > 0 && canSave(answers) ? t('openAnswers', { n: open }) : t('closeRecordsNothing')}</p>
        <Button kind="primary" part="save" busy={saving || !canSave(answers)} onPress={props.onSave}>
          {saving ? t('saving') : t('save')}
        </Button>
      </div>
    </>
  );
}

function keyOf({ group, polarity }: DaySection): string {
  return `${group}-${polarity}`;
}

interface SectionProps {
  readonly section: DaySection;
  readonly title: string;
  readonly answers: DayAnswers;
  readonly onAnswer: (ruleId: string, given: DayAnswer) => void;
  readonly onRest: () => void;
}

function PositiveSection({ section, title, answers, onAnswer, onRest }: SectionProps) {
  const t = useTexts();
  const [opened, setOpened] = useState<string | null>(null);
  const question = groupQuestion(section.group);
  const { open, marked } = sectionState(answers, section);
  return (
    <section class="card ask">
      <h3 class="ask-title">{question === null ? <span class="capital">{title}</span> : t(question)}</h3>
      <RestButton
        section={section}
        answered={open === 0}
        text={t(marked > 0 ? 'keptRest' : 'keptAll')}
        onRest={onRest}
      />
      <p class="soft hint">{t('tapOne')}</p>
      <div class="chips">
        {section.rules.map((rule) => (
          <PositiveRule
            key={rule.id}
            section={section}
            rule={rule}
            given={answers[rule.id] ?? null}
            opened={opened === rule.id}
            onToggle={() => setOpened(opened === rule.id ? null : rule.id)}
            onAnswer={(given) => onAnswer(rule.id, given)}
          />
        ))}
      </div>
      <UncertainMark rules={section.rules} />
    </section>
  );
}

interface RestButtonProps {
  readonly section: DaySection;
  readonly answered: boolean;
  readonly text: string;
  readonly onRest: () => void;
}

/** The one key of a section; once all is answered it says so with a check. */
function RestButton({ section, answered, text, onRest }: RestButtonProps) {
  return (
    <Button kind="plain" class={answered ? 'rest answered' : 'rest'} part={`rest-${keyOf(section)}`} onPress={onRest}>
      {answered && <Sign name="check" />}
      {text}
    </Button>
  );
}

interface PositiveRuleProps {
  readonly section: DaySection;
  readonly rule: Rule;
  readonly given: DayAnswer | null;
  readonly opened: boolean;
  readonly onToggle: () => void;
  readonly onAnswer: (given: DayAnswer) => void;
}

function PositiveRule({ section, rule, given, opened, onToggle, onAnswer }: PositiveRuleProps) {
  const t = useTexts();
  const text = textIn(rule.text, useLanguage());
  return (
    <>
      <button type="button" class="chip" data-answer={given} aria-expanded={opened} onClick={onToggle}>
        <span class="capital">{text}</span>
        {given === 'kept' && <Sign name="check" />}
        {given !== null && <span class={given === 'kept' ? 'unseen' : 'mark'}>{t(ANSWER_TEXTS[given])}</span>}
      </button>
      {opened && (
        <div class="chip-answers">
          <Choice
            name={`rule-${rule.id}`}
            legend={text}
            legendUnseen
            options={answersFor(section).map((value) => ({ value, text: t(ANSWER_TEXTS[value]) }))}
            value={given}
            onChoose={onAnswer}
          />
        </div>
      )}
    </>
  );
}

function GuardedSection({ section, answers, onAnswer, onRest }: SectionProps) {
  const t = useTexts();
  const { open } = sectionState(answers, section);
  return (
    <section class="card ask guarded">
      <h3 class="ask-title">{t('dontsHead')}</h3>
      <p class="private">
        <Sign name="lock" />
        {t('dontsSub')}
      </p>
      <RestButton section={section} answered={open === 0} text={t('nothingSpecial')} onRest={onRest} />
      {section.rules.map((rule) => (
        <GuardedRule
          key={rule.id}
          section={section}
          rule={rule}
          given={answers[rule.id] ?? null}
          onAnswer={(given) => onAnswer(rule.id, given)}
        />
      ))}
      <UncertainMark rules={section.rules} />
    </section>
  );
}

type GuardedRuleProps = Omit<PositiveRuleProps, 'opened' | 'onToggle'>;

function GuardedRule({ section, rule, given, onAnswer }: GuardedRuleProps) {
  const t = useTexts();
  const { ask } = guardedRuleTexts(rule.id);
  const text = textIn(rule.text, useLanguage());
  const below = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (given === 'review') below.current?.scrollIntoView({ block: 'nearest' });
  }, [given]);
  return (
    <div class="guarded-rule">
      <Choice
        name={`rule-${rule.id}`}
        legend={
          <>
            <span class={ask === null ? 'question capital' : 'question'}>{ask === null ? text : t(ask)}</span>
            {ask !== null && <small class="rule-text capital">{text}</small>}
          </>
        }
        options={answersFor(section).map((value) => ({ value, text: t(ANSWER_TEXTS[value]) }))}
        value={given}
        onChoose={onAnswer}
      />
      {/* Always in the page, so that its coming is announced. */}
      <div role="status" ref={below}>
        {given === 'review' && <Guidance ruleId={rule.id} />}
      </div>
    </div>
  );
}

function Guidance({ ruleId }: { readonly ruleId: string }) {
  const t = useTexts();
  const { guide, talk } = guardedRuleTexts(ruleId);
  return (
    <div class="guidance">
      <p>{t(guide)}</p>
      <p>
        <strong>{t('talkTo')}</strong>
        {t(talk)}.
      </p>
    </div>
  );
}

function UncertainMark({ rules }: { readonly rules: readonly Rule[] }) {
  const t = useTexts();
  if (!rules.some(({ confidence }) => confidence === 'uncertain')) return null;
  return <p class="uncertain">{t('uncertainWording')}</p>;
}

interface SavedPageProps {
  readonly saved: SavedDayPage;
  readonly sections: readonly DaySection[];
  readonly onAgain: () => void;
}

/** What lies in the journal for today, and a way to look back once more. */
function SavedPage({ saved, sections, onAgain }: SavedPageProps) {
  const t = useTexts();
  const card = useRef<HTMLElement>(null);
  const heading = useId();
  // The save button is gone together with the focus that lay on it; whoever works by keyboard goes on here.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) card.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class="scroll">
      <DayHead />
      <section class="card saved" ref={card} tabIndex={-1} aria-labelledby={heading}>
        <p class="saved-head" id={heading}>
          <Sign name="check" />
          <strong>{t('savedHere')}</strong>
        </p>
        <p class="soft">{t('daySavedAt', { clock: saved.clock })}</p>
        <dl class="saved-answers">
          {sections.flatMap(({ rules }) =>
            rules.map((rule) => <SavedAnswer key={rule.id} rule={rule} saved={saved} />),
          )}
        </dl>
        {sections.flatMap(({ rules }) =>
          rules.filter(({ id }) => saved.answers[id] === 'review').map(({ id }) => <Guidance key={id} ruleId={id} />),
        )}
        <p class="soft">{t('dayAgainHow')}</p>
        <Button part="again" onPress={onAgain}>
          {t('dayAgain')}
        </Button>
      </section>
    </div>
  );
}

function SavedAnswer({ rule, saved }: { readonly rule: Rule; readonly saved: SavedDayPage }) {
  const t = useTexts();
  const language = useLanguage();
  const given = saved.answers[rule.id];
  if (given === undefined) return null;
  return (
    <div class="saved-answer" data-answer={given}>
      <dt class="capital">{textIn(rule.text, language)}</dt>
      <dd>{t(ANSWER_TEXTS[given])}</dd>
    </div>
  );
}
