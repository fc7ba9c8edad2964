import { type Channel, type Outcome, type Pack, textIn } from 'checklist-core';
import type { ConductPart, OnTimeClass, ServicePart } from 'checklist-core/journal';
import type { HandoverText } from '../../platform/texts/handover.ts';
import { groupTitles } from '../../rules/procedures/index.ts';
import { type DigestLine, type FileDigest, isClosed } from './file-digest.ts';
import { useLanguage, useTexts } from './language.tsx';
import { shownDay } from './shown-day.ts';

const OUTCOMES: Readonly<Record<Outcome, HandoverText>> = {
  received: 'received',
  returned: 'returned',
  supplement: 'supplement',
  refused: 'refused',
};

const CHANNELS: Readonly<Record<Channel, HandoverText>> = {
  direct: 'channelDirect',
  online: 'channelOnline',
  post: 'channelPost',
};

const PROMISES: Readonly<Record<NonNullable<OnTimeClass>, HandoverText>> = {
  early: 'early',
  'on-time': 'onTime',
  late: 'late',
};

interface LinesProps {
  readonly digest: FileDigest;
  readonly pack: Pack;
}

/** Every listed line in words, closed ones too: nothing in the file is left unsaid. */
export function LineTable({ digest, pack }: LinesProps) {
  const t = useTexts();
  const hasConduct = digest.lines.some(({ conduct }) => conduct !== null);
  const columns: readonly HandoverText[] = ['line', 'day', 'half', 'what', 'group', 'channel', 'promise'];
  return (
    <details class="unfold" open>
      <summary>{t('lineByLine')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="wide" tabIndex={0} aria-label={t('lineByLine')}>
        <table class="figures lines">
          <thead>
            <tr>
              {[...columns, ...(hasConduct ? (['conduct'] as const) : [])].map((column) => (
                <th key={column} scope="col">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {digest.lines.map((line) => (
              <Line key={line.n} line={line} pack={pack} hasConduct={hasConduct} />
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

interface LineProps {
  readonly line: DigestLine;
  readonly pack: Pack;
  readonly hasConduct: boolean;
}

function Line({ line, pack, hasConduct }: LineProps) {
  const t = useTexts();
  const { service, conduct, continues } = line;
  if (service === null) {
    const text = isClosed(line) ? 'closedLine' : continues === null ? 'conduct' : 'kindContinues';
    return (
      <tr>
        <th scope="row">{line.line}</th>
        <td colSpan={hasConduct ? 7 : 6} class="soft">
          {t(text)}
        </td>
      </tr>
    );
  }
  return (
    <tr data-taken={line.taken}>
      <th scope="row">{line.line}</th>
      <td>{shownDay(service.day)}</td>
      <td>{t(service.half === 'am' ? 'morning' : 'afternoon')}</td>
      <td>
        <What line={line} service={service} />
      </td>
      <td>
        <Group service={service} />
      </td>
      <td>{channelText(service, t)}</td>
      <td>{service.onTime !== null && t(PROMISES[service.onTime])}</td>
      {hasConduct && <td>{conduct !== null && <Conduct conduct={conduct} pack={pack} />}</td>}
    </tr>
  );
}

function What({ line, service }: { readonly line: DigestLine; readonly service: ServicePart }) {
  const t = useTexts();
  return (
    <>
      {service.kind === 'finish' && service.outcome !== null
        ? t(OUTCOMES[service.outcome])
        : t(...kindText(line, service))}
      {line.taken && <span class="mark">{t('taken')}</span>}
    </>
  );
}

function channelText({ channel, kind }: ServicePart, t: (key: HandoverText) => string): string {
  if (channel !== null) return t(CHANNELS[channel]);
  return kind === 'finish' ? t('unknown') : '';
}

function kindText({ ofLine }: DigestLine, { kind }: ServicePart): [HandoverText, { line: number }?] {
  switch (kind) {
    case 'finish':
      return ['kindFinish'];
    case 'void':
      return ofLine === null ? ['kindVoidOutside'] : ['kindVoid', { line: ofLine }];
    case 'correction':
      return ofLine === null ? ['kindCorrectionOutside'] : ['kindCorrection', { line: ofLine }];
    case 'letter':
      return ['kindLetter'];
    case 'day-counts':
      return ['kindDayCounts'];
  }
}

function Group({ service: { group, kind } }: { readonly service: ServicePart }) {
  const t = useTexts();
  const language = useLanguage();
  if (group === null) return <>{kind === 'finish' && t('unknown')}</>;
  const title = groupTitles[group];
  return <>{title === undefined ? group : textIn(title, language)}</>;
}

function Conduct({ conduct, pack }: { readonly conduct: ConductPart; readonly pack: Pack }) {
  const t = useTexts();
  const language = useLanguage();
  if (conduct.skipped) return <>{t('skippedOnce')}</>;
  if (conduct.missed.length === 0) return <>{t('allDone')}</>;
  const cue = (id: string) => pack.cues.find((each) => each.id === id)?.text;
  const words = conduct.missed.map((id) => {
    const text = cue(id);
    return text === undefined ? id : textIn(text, language);
  });
  return <>{t('notThisTime', { what: words.join(' · ') })}</>;
}
