import { useState } from 'preact/hooks';
import type { Translate } from '../../platform/i18n.ts';
import { covers, type SiteAddress } from '../../platform/site-address.ts';
import type { HealthText } from '../../platform/texts/health.ts';
import { Button } from '../../ui/button.tsx';
import { useTexts } from './language.tsx';
import { type AddressReading, readAddress } from './read-address.ts';
import type { SiteRow } from './sites.ts';

export interface AddSiteProps {
  readonly known: readonly SiteRow[];
  /** Called within the press: the browser asks only then. */
  readonly onAllow: (site: SiteAddress) => void;
}

const REFUSALS = {
  wildcard: 'refusedWildcard',
  scheme: 'refusedScheme',
  'not-an-address': 'refusedAddress',
} as const satisfies Record<string, HealthText>;

/** One more address of the office: what is typed is read at once, and said before anything is asked for. */
export function AddSite({ known, onAllow }: AddSiteProps) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const reading = readAddress(typed);
  const isKnown =
    reading.kind === 'site' && known.some(({ site, allowed }) => allowed && covers(site.pattern, reading.site));
  const ready = reading.kind === 'site' && !isKnown;
  const allow = () => {
    if (!ready) return;
    onAllow(reading.site);
    setTyped('');
  };
  return (
    <form
      class="add"
      onSubmit={(event) => {
        event.preventDefault();
        allow();
      }}
    >
      <label for="address">{t('addLabel')}</label>
      <p class="hint" id="address-how">
        {t('addHow')} <span>{t('addExample')}</span>
      </p>
      <div class="add-line">
        <input
          id="address"
          type="text"
          value={typed}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-describedby="address-how address-read"
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button kind="primary" part="add" busy={!ready} onPress={allow}>
          {t('addButton')}
        </Button>
      </div>
      <div class="hint read" id="address-read" role="status" data-kind={reading.kind}>
        {readingLines(reading, isKnown, t).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </form>
  );
}

/** What an address means before it is asked for, one sentence a line. */
function readingLines(reading: AddressReading, isKnown: boolean, t: Translate<HealthText>): readonly string[] {
  if (reading.kind === 'empty') return [];
  if (reading.kind === 'refused') return [t(REFUSALS[reading.why])];
  const { site, nature, port } = reading;
  const { host } = site;
  if (isKnown) return [t('readAlready', { host })];
  return [
    t('readSite', { host, scheme: site.secure ? 'https' : 'http' }),
    ...(nature === 'local' ? [t('readLocal')] : []),
    ...(nature === 'other' ? [t('readOther', { host })] : []),
    ...(site.secure ? [] : [t('readHttp')]),
    ...(port === null ? [] : [t('readPort', { port })]),
  ];
}
