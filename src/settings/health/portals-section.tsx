import { useState } from 'preact/hooks';
import { MAX_PROFILE_LENGTH } from '../../messages/profile-length.ts';
import type { PortalOrigin, PortalRow, PortalsView } from '../../messages/requests.ts';
import type { HealthText } from '../../platform/texts/health.ts';
import { Button } from '../../ui/button.tsx';
import { ask } from '../background.ts';
import { saveFile } from '../save-file.ts';
import { faultText } from './fault-words.ts';
import { useLanguage, useTexts } from './language.tsx';
import { portalState } from './lines.ts';

export interface PortalsSectionProps {
  /** Null: the background does not answer. */
  readonly portals: PortalsView | null;
  readonly onSay: (text: string) => void;
  readonly onChanged: () => Promise<void>;
}

/** What is known of portals, where it comes from and whether it acts; those that ship and act are folded away. */
export function PortalsSection({ portals, onSay, onChanged }: PortalsSectionProps) {
  const t = useTexts();
  const rows = portals?.rows ?? [];
  const act = async (title: string, done: HealthText, send: () => Promise<{ readonly ok: boolean }>) => {
    const { ok } = await send();
    if (ok) await onChanged();
    onSay(t(ok ? done : 'faultAct', { title }));
  };
  const remove = (id: string, title: string) => void act(title, 'portalRemoved', () => ask('removePortal', { id }));
  const list = (shown: readonly PortalRow[]) => (
    <ul class="sites">
      {shown.map((row) => (
        <Portal
          key={`${row.origin} ${row.profile.id}`}
          row={row}
          onSwitch={(enabled) =>
            void act(row.profile.title, enabled ? 'portalOn' : 'portalOff', () =>
              ask('setPortalEnabled', { id: row.profile.id, enabled }),
            )
          }
          onRemove={() => remove(row.profile.id, row.profile.title)}
        />
      ))}
    </ul>
  );
  const isCalm = ({ origin, offBy }: PortalRow) => origin === 'shipped' && offBy === null;
  const shipped = rows.filter(isCalm);
  return (
    <section class="card" aria-labelledby="portals">
      <h2 id="portals">{t('portals')}</h2>
      <p class="soft">{t('portalsHow')}</p>
      {portals === null && <p class="attention">{t('noAnswer')}</p>}
      {portals?.allOff && <p class="attention">{t('portalsAllOff')}</p>}
      {list(rows.filter((row) => !isCalm(row)))}
      {shipped.length > 0 && (
        <details class="unfold">
          <summary>{t('portalsShipped', { n: shipped.length })}</summary>
          {list(shipped)}
        </details>
      )}
      {portals !== null && <PortalFaults faults={portals.faults} onRemove={(id) => remove(id, id)} />}
      <ImportPortal onSay={onSay} onChanged={onChanged} />
    </section>
  );
}

/** Made on this computer, and so the official's to give away or to drop. */
const OWN: ReadonlySet<PortalOrigin> = new Set(['taught', 'imported']);

interface PortalProps {
  readonly row: PortalRow;
  readonly onSwitch: (enabled: boolean) => void;
  readonly onRemove: () => void;
}

function Portal({ row, onSwitch, onRemove }: PortalProps) {
  const t = useTexts();
  const { origin, profile, offBy, replacedBy } = row;
  const acts = offBy === null && replacedBy === null;
  const { id, title, hosts } = profile;
  const save = () => saveFile(`${id}.portal.json`, `${JSON.stringify(profile, null, 2)}\n`);
  const name = (text: HealthText) => ({ label: `${t(text)}: ${title}`, children: t(text) });
  return (
    <li class="site portal" data-portal={id} data-allowed={acts}>
      <p>
        <span class="host">{title}</span> <span class="state">{portalState(row, t)}</span>
        <span class="hosts">
          {id} · {hosts.join(', ')}
        </span>
      </p>
      <div class="acts">
        {OWN.has(origin) && (
          <Button kind="quiet" part="export" class="small" onPress={save} {...name('portalExport')} />
        )}
        {OWN.has(origin) && (
          <Button kind="quiet" part="remove" class="small" onPress={onRemove} {...name('portalRemove')} />
        )}
        {acts && (
          <Button kind="quiet" part="off" class="small" onPress={() => onSwitch(false)} {...name('portalSwitchOff')} />
        )}
        {offBy === 'official' && (
          <Button part="on" class="small" onPress={() => onSwitch(true)} {...name('portalSwitchOn')} />
        )}
      </div>
    </li>
  );
}

interface PortalFaultsProps extends Pick<PortalsView, 'faults'> {
  readonly onRemove: (id: string) => void;
}

/** What is wrong with profiles, and parts, that are not used. A profile of this computer's own that has no row can be dropped. */
function PortalFaults({ faults, onRemove }: PortalFaultsProps) {
  const t = useTexts();
  const language = useLanguage();
  if (faults.length === 0) return null;
  const own = new Set(
    faults.flatMap(({ in: place, id, code }) => (place === 'local' && id !== null && code !== 'no-pack' ? [id] : [])),
  );
  return (
    <div class="attention" data-part="portal-faults">
      <p>{t('portalFaults')}</p>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.in} ${fault.id} ${fault.path} ${fault.code}`}>
            {t(fault.in === 'policy' ? 'fromPolicy' : 'fromHere')}
            {fault.id === null ? '' : ` · ${fault.id}`} · {faultText(fault, language)}
          </li>
        ))}
      </ul>
      <div class="acts">
        {[...own].map((id) => (
          <Button key={id} kind="quiet" part="remove-faulty" class="small" onPress={() => onRemove(id)}>
            {`${t('portalRemove')}: ${id}`}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** Half of a label read wrongly would never match, and nobody would know: another encoding is said. */
function decoded(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A profile that a colleague or the trainer made, from its file. A faulty one changes nothing and is told why. */
function ImportPortal({ onSay, onChanged }: Omit<PortalsSectionProps, 'portals'>) {
  const t = useTexts();
  const language = useLanguage();
  const [faults, setFaults] = useState<readonly string[]>([]);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setFaults([]);
    if (file.size > MAX_PROFILE_LENGTH) return onSay(t('importTooLarge', { file: file.name }));
    const bytes = await file.arrayBuffer().catch(() => null);
    if (bytes === null) return onSay(t('importUnread', { file: file.name }));
    const text = decoded(bytes);
    if (text === null) return onSay(t('importEncoding', { file: file.name }));
    const reply = await ask('importPortal', { text });
    if (!reply.ok) return onSay(t(reply.error.code === 'storage-full' ? 'importFull' : 'faultAct'));
    const { value } = reply;
    setFaults('faults' in value ? value.faults.map((fault) => faultText(fault, language)) : []);
    if ('faults' in value) return onSay(t('importFaulty', { file: file.name }));
    if ('older' in value) return onSay(t('importOlder', value.older));
    await onChanged();
    const { title, hosts, replacedBy } = value.imported;
    onSay(t(replacedBy === null ? 'imported' : 'importReplaced', { title, hosts: hosts.join(', ') }));
  };
  return (
    <div class="import">
      <label class="tt-button">
        <input
          type="file"
          class="unseen"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            void take(currentTarget.files?.[0]);
            // The same file again, once it was mended, is a choice as well.
            currentTarget.value = '';
          }}
        />
        {t('importLabel')}
      </label>
      {faults.length > 0 && (
        <ul class="attention" data-part="import-faults">
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
