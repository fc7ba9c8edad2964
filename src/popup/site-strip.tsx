import { useEffect, useRef, useState } from 'preact/hooks';
import type { SwitchedOff } from '../messages/switched-off.ts';
import { askFor, giveUp, onAccessChange } from '../platform/site-access.ts';
import type { PopupText } from '../platform/texts/popup.ts';
import { Button } from '../ui/button.tsx';
import { ask, onBroadcast } from './background.ts';
import { HEALTH } from './data-note.tsx';
import { useTexts } from './language.tsx';
import { askWhatPage, readSiteStanding, type SiteStanding } from './site-standing.ts';

type Allowed = Extract<SiteStanding, { kind: 'allowed' }>;

const OFF_TEXTS = {
  policy: 'siteOffByPolicy',
  file: 'siteOffByFile',
  official: 'siteOffByOfficial',
} as const satisfies Record<SwitchedOff['by'], PopupText>;

/** How we stand on the page in front, and the one press that changes it. Says nothing over pages of ours. */
export function SiteStrip({ onSay }: { readonly onSay: (text: string) => void }) {
  const t = useTexts();
  const standing = useSiteStanding();
  if (standing === null || standing.kind === 'ours') return null;
  if (standing.kind === 'no-site') return <p class="site soft">{t('siteNone')}</p>;
  if (standing.kind === 'off') return <OffSite off={standing.off} onSay={onSay} />;
  if (standing.kind === 'too-wide') {
    return (
      <p class="site soft">
        <a href={HEALTH} target="_blank" rel="noreferrer">
          {t('siteTooWide')}
        </a>
      </p>
    );
  }
  if (standing.kind === 'allowed') return <AllowedSite standing={standing} onSay={onSay} />;
  const { site } = standing;
  // The browser asks the official, and Chromium closes the popup for it: the rest is the background's.
  const allow = () => {
    const notYet = () => onSay(t('siteNotYet'));
    void askFor(site).then((allowed) => allowed || notYet(), notYet);
  };
  return (
    <div class="site asks" data-part="site-not-allowed">
      <p>{t('siteNotAllowed')}</p>
      <Button part="allow-site" class="small" onPress={allow}>
        <span class="site-host">{t('siteAllow', { host: site.host })}</span>
      </Button>
    </div>
  );
}

function AllowedSite({ standing, onSay }: { readonly standing: Allowed; readonly onSay: (text: string) => void }) {
  const t = useTexts();
  const { site, tab, grants, running } = standing;
  const askPage = () => void askWhatPage(tab).then((heard) => (heard ? window.close() : onSay(t('siteReload'))));
  return (
    <div class="site" data-part="site-allowed">
      <p class="site-host soft" title={site.host}>
        {t(running ? 'siteRuns' : 'siteReload')}
      </p>
      {running && (
        <Button kind="quiet" part="ask-page" class="small" onPress={askPage}>
          {t('siteWhatPage')}
        </Button>
      )}
      {grants.length > 0 && (
        <Button
          kind="quiet"
          part="stop-site"
          class="small"
          label={t('siteStopOn', { host: site.host })}
          onPress={() => void giveUp(...grants)}
        >
          {t('siteStop')}
        </Button>
      )}
    </div>
  );
}

/** Whoever switched off says so; only what the official did is undone here. The change draws this again. */
function OffSite({ off, onSay }: { readonly off: SwitchedOff; readonly onSay: (text: string) => void }) {
  const t = useTexts();
  const { by, profile } = off;
  const switchOn = async (id: string) => {
    const { ok } = await ask('setPortalEnabled', { id, enabled: true });
    onSay(t(ok ? 'siteReload' : 'faultSave'));
  };
  return (
    <div class="site" data-part="site-off">
      <p>{t(OFF_TEXTS[by])}</p>
      {by === 'official' && profile !== null && (
        <Button kind="quiet" part="site-on" class="small" onPress={() => void switchOn(profile)}>
          {t('siteOn')}
        </Button>
      )}
    </div>
  );
}

/** Reads at once and after every change of what is allowed. Null until it is known. */
function useSiteStanding(): SiteStanding | null {
  const [standing, setStanding] = useState<SiteStanding | null>(null);
  const turn = useRef(0);
  useEffect(() => {
    const read = async () => {
      turn.current += 1;
      const mine = turn.current;
      const found = await readSiteStanding().catch((error: unknown): SiteStanding => {
        console.warn('popup: the page in front could not be looked at', error);
        return { kind: 'ours' };
      });
      if (mine === turn.current) setStanding(found);
    };
    void read();
    const deaf = [onAccessChange(() => void read()), onBroadcast(({ type }) => type === 'rules' && void read())];
    return () => {
      for (const remove of deaf) remove();
    };
  }, []);
  return standing;
}
