import type { RestingRule } from '../../messages/requests.ts';
import { Button } from '../../ui/button.tsx';
import { ask } from '../background.ts';
import { useTexts } from './language.tsx';
import { RULE_NAMES, restState } from './lines.ts';

export interface RulesSectionProps {
  /** Newest first; null: the background does not answer. */
  readonly resting: readonly RestingRule[] | null;
  /** Prints an epoch ms. */
  readonly time: (ms: number) => string;
  readonly onSay: (text: string) => void;
  readonly onChanged: () => Promise<void>;
}

/** What rests on a site because it took too long there, and the press that lets it work again. */
export function RulesSection({ resting, time, onSay, onChanged }: RulesSectionProps) {
  const t = useTexts();
  const wake = async ({ host, rule }: RestingRule) => {
    const { ok } = await ask('clearRuleOff', { host, rule });
    if (ok) await onChanged();
    onSay(t(ok ? 'ruleOn' : 'faultAct', { rule: t(RULE_NAMES[rule]), host }));
  };
  return (
    <section class="card" aria-labelledby="rules">
      <h2 id="rules">{t('rules')}</h2>
      <p class="soft">{t('rulesHow')}</p>
      {resting === null && <p class="attention">{t('noAnswer')}</p>}
      {resting?.length === 0 && <p class="none">{t('rulesNone')}</p>}
      <ul class="sites">
        {resting?.map((row) => (
          <li key={`${row.host} ${row.rule}`} class="site" data-rule={row.rule} data-allowed={false}>
            <p>
              <span class="host">{row.host}</span>
              <span class="hosts">{restState(row, t, time)}</span>
            </p>
            <Button
              part="wake"
              class="small"
              label={t('ruleOnAt', { rule: t(RULE_NAMES[row.rule]), host: row.host })}
              onPress={() => void wake(row)}
            >
              {t('ruleWake')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
