import type { PortalsView } from '../../messages/requests.ts';
import { askFor, giveUp } from '../../platform/site-access.ts';
import type { SiteAddress } from '../../platform/site-address.ts';
import { Button } from '../../ui/button.tsx';
import { AddSite } from './add-site.tsx';
import { useTexts } from './language.tsx';
import { siteState } from './lines.ts';
import type { SiteRow, Sites } from './sites.ts';

export interface SitesSectionProps {
  readonly sites: Sites;
  /** Null: the background does not answer. */
  readonly portals: PortalsView | null;
  readonly onSay: (text: string) => void;
}

/** Where we may run, and the presses that change it. The browser's answer draws the list again, not ours. */
export function SitesSection({ sites, portals, onSay }: SitesSectionProps) {
  const t = useTexts();
  // The first call of each press: a browser asks only within it.
  const allow = ({ site }: Pick<SiteRow, 'site'>) =>
    askFor(site).then((allowed) => onSay(t(allowed ? 'siteAllowed' : 'siteNotYet', { host: site.host })), refused);
  const stop = ({ host, pattern }: SiteAddress) =>
    giveUp(pattern).then((given) => onSay(given ? t('siteStopped', { host }) : t('siteKept')), refused);
  const giveWideUp = () => giveUp(...sites.wide).then((given) => onSay(t(given ? 'wideGiven' : 'siteKept')), refused);
  const refused = (error: unknown) => {
    console.warn('health: the browser did not change what is allowed', error);
    onSay(t('siteKept'));
  };
  return (
    <section class="card" aria-labelledby="sites">
      <h2 id="sites">{t('sites')}</h2>
      <p class="soft">{t('sitesHow')}</p>
      {sites.wide.length > 0 && (
        <div class="wide-grant" data-part="wide">
          <p>{t('wide')}</p>
          <Button part="wide-give-up" class="small" onPress={() => void giveWideUp()}>
            {t('wideGiveUp')}
          </Button>
        </div>
      )}
      <ul class="sites">
        {sites.rows.map((row) => (
          <Site
            key={row.site.pattern}
            row={row}
            state={siteState(row, portals, t)}
            onAllow={() => void allow(row)}
            onStop={() => void stop(row.site)}
          />
        ))}
      </ul>
      <AddSite known={sites.rows} onAllow={(site) => void allow({ site })} />
    </section>
  );
}

interface SiteProps {
  readonly row: SiteRow;
  readonly state: string;
  readonly onAllow: () => void;
  readonly onStop: () => void;
}

function Site({ row, state, onAllow, onStop }: SiteProps) {
  const t = useTexts();
  const { host } = row.site;
  return (
    <li class="site" data-host={host} data-allowed={row.allowed}>
      <p class="pair">
        <span class="host">{host}</span> <span class="state">{state}</span>
      </p>
      {!row.allowed && (
        <Button part="allow" class="small" label={t('siteAllowOn', { host })} onPress={onAllow}>
          {t('siteAllow')}
        </Button>
      )}
      {row.allowed && !row.listed && (
        <Button kind="quiet" part="stop" class="small" label={t('siteStopOn', { host })} onPress={onStop}>
          {t('siteStop')}
        </Button>
      )}
    </li>
  );
}
