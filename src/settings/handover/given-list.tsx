import { formatMinute, wallMinuteAt } from 'checklist-core/deadline';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { WireError } from '../../messages/requests.ts';
import type { HandoverText } from '../../platform/texts/handover.ts';
import type { GivenAway, SharedConduct } from '../../storage/journal-query.ts';
import { Button } from '../../ui/button.tsx';
import { ask } from '../background.ts';
import { saveFile } from '../save-file.ts';
import { receiptFileName, withdrawalFileName } from './file-name.ts';
import { useTexts } from './language.tsx';
import type { Said } from './said.ts';
import { shownDay, shownPeriod } from './shown-day.ts';

export interface GivenListProps {
  readonly given: readonly GivenAway[];
  /** Minutes east of UTC of the office's clock. */
  readonly offsetMinutes: number;
  readonly onChanged: () => Promise<void>;
}

const CONDUCT: Readonly<Record<SharedConduct, HandoverText>> = {
  none: 'givenNoConduct',
  sums: 'givenSums',
  lines: 'givenLines',
};

/** What left the computer before, with what can still be done about it, and the receipt. */
export function GivenList({ given, offsetMinutes, onChanged }: GivenListProps) {
  const t = useTexts();
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const handovers = given.filter(({ what }) => what === 'handover');

  /** One act after the other; a file is saved only once the background has written the act down. */
  const act = async (work: () => Promise<Said>) => {
    if (busy) return;
    setBusy(true);
    const done = await work();
    setBusy(false);
    setSaid(done);
    if (!done.fault) await onChanged();
  };

  const say = (text: string): Said => ({ text, fault: false });
  const sayFault = ({ code }: WireError): Said => {
    return { text: t(code === 'storage-full' ? 'faultFull' : 'faultGive'), fault: true };
  };

  const takeReceipt = async () => {
    const reply = await ask('receipt', {});
    if (!reply.ok) return sayFault(reply.error);
    if (reply.value === null) return say(t('receiptNone'));
    const file = receiptFileName(reply.value.text);
    saveFile(file, reply.value.text);
    return say(t('receiptSaved', { file }));
  };

  const withdraw = async ({ id }: GivenAway) => {
    const reply = await ask('withdrawHandover', { id });
    if (!reply.ok) return sayFault(reply.error);
    const file = withdrawalFileName(id);
    saveFile(file, reply.value.text);
    return say(t('withdrawSaved', { file }));
  };

  return (
    <section class="given" aria-labelledby="given">
      <div class="given-head">
        <h2 id="given">{t('given')}</h2>
        <Button part="receipt" busy={busy} onPress={() => void act(takeReceipt)}>
          {t('receipt')}
        </Button>
      </div>
      <p class="soft">{t('receiptWhat')}</p>
      <p class="said" role="status" data-fault={said?.fault === true}>
        {said?.text}
      </p>
      {given.length === 0 ? (
        <p class="card empty">{t('givenNone')}</p>
      ) : (
        <div class="card wide">
          <table class="figures list">
            <thead>
              <tr>
                <th scope="col">{t('givenWhen')}</th>
                <th scope="col">{t('givenPeriod')}</th>
                <th scope="col">{t('givenWhat')}</th>
                <th scope="col">{t('givenAct')}</th>
              </tr>
            </thead>
            <tbody>
              {given.map((one) => (
                <Given
                  key={one.id}
                  one={one}
                  offsetMinutes={offsetMinutes}
                  busy={busy}
                  onWithdraw={() => void act(() => withdraw(one))}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {handovers.length > 0 && <p class="soft">{t('withdrawWhat')}</p>}
    </section>
  );
}

interface GivenProps {
  readonly one: GivenAway;
  readonly offsetMinutes: number;
  readonly busy: boolean;
  readonly onWithdraw: () => void;
}

function Given({ one, offsetMinutes, busy, onWithdraw }: GivenProps) {
  const t = useTexts();
  const when = (at: number) => shownMoment(at, offsetMinutes);
  return (
    <tr data-given={one.what}>
      <td>{when(one.at)}</td>
      <td>{one.period === null ? '' : shownPeriod(one.period)}</td>
      <td>
        {one.what === 'receipt'
          ? t('givenReceipt')
          : [
              t('givenHandover', { n: one.entries }),
              ...(one.conduct === null ? [] : [t(CONDUCT[one.conduct])]),
              ...(one.named ? [t('givenNamed')] : []),
            ].join(' · ')}
      </td>
      <td>
        {one.withdrawn !== null && <span class="soft">{t('withdrawn', { time: when(one.withdrawn) })} </span>}
        {one.what === 'handover' && <Withdraw one={one} busy={busy} onWithdraw={onWithdraw} />}
      </td>
    </tr>
  );
}

/** Asks once more before it is done: what was withdrawn stays withdrawn. */
function Withdraw({ one, busy, onWithdraw }: Omit<GivenProps, 'offsetMinutes'>) {
  const t = useTexts();
  const [sure, setSure] = useState(false);
  const step = one.withdrawn !== null ? 'done' : sure ? 'sure' : 'offer';
  const box = useRef<HTMLSpanElement>(null);
  const shown = useRef(step);
  // The pressed button made place for another one: the focus goes there instead of being lost.
  useEffect(() => {
    if (shown.current !== step) box.current?.querySelector('button')?.focus();
    shown.current = step;
  }, [step]);
  return (
    <span class="withdraw" ref={box}>
      {step === 'offer' && (
        <Button
          kind="quiet"
          class="small"
          part="withdraw"
          label={t('withdrawOf', { period: one.period === null ? '' : shownPeriod(one.period) })}
          busy={busy}
          onPress={() => setSure(true)}
        >
          {t('withdraw')}
        </Button>
      )}
      {step === 'sure' && (
        <>
          <Button class="small" part="withdraw-sure" busy={busy} onPress={onWithdraw}>
            {t('withdrawSure')}
          </Button>
          <Button kind="quiet" class="small" part="keep" onPress={() => setSure(false)}>
            {t('keep')}
          </Button>
        </>
      )}
      {step === 'done' && (
        <Button kind="quiet" class="small" part="withdraw-again" busy={busy} onPress={onWithdraw}>
          {t('withdrawAgain')}
        </Button>
      )}
    </span>
  );
}

/** `09:15 22/11/2026` on the office's clock. */
function shownMoment(at: number, offsetMinutes: number): string {
  const [day = '', clock = ''] = formatMinute(wallMinuteAt(at, offsetMinutes)).split('T');
  return `${clock} ${shownDay(day)}`;
}
