import type { Translate } from '../../platform/i18n.ts';
import type { OverlayText } from '../../platform/texts/overlay.ts';
import type { OverlayView } from '../overlay-view.ts';
import type { OverlayActs } from './acts.ts';
import { Chip, isLong } from './chip.tsx';
import { Mascot } from './mascot.tsx';

interface PillProps {
  readonly view: OverlayView;
  readonly compact: boolean;
  readonly expanded: boolean;
  readonly acts: OverlayActs;
  readonly t: Translate<OverlayText>;
}

/** The docked pill, at most 220 × 44: the icon, and two short lines beside it where there is room. */
export function Pill({ view, compact, expanded, acts, t }: PillProps) {
  const iconOnly = view.iconOnly || compact;
  const label = [t(expanded ? 'close' : 'open'), ...(iconOnly ? spoken(view) : [])].join(' · ');
  // Who points at the deadline means what the icon does; a button in there means what it says.
  const press = ({ target }: MouseEvent) => (target as Element).closest('button') ?? acts.icon();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer only; the keyboard has the icon
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <div class="pill" data-part="pill" data-icon-only={iconOnly} data-mark={view.chip?.mark} onClick={press}>
      <button
        type="button"
        class="icon"
        data-part="icon"
        aria-label={label}
        title={iconOnly ? label : undefined}
        aria-expanded={expanded}
        onClick={acts.icon}
      >
        <Mascot />
        {(view.beckons || view.withCitizen) && <span class="dot" data-beckons={view.beckons} />}
      </button>
      {!iconOnly && (
        <div class="rows">
          <Rows view={view} acts={acts} t={t} />
        </div>
      )}
    </div>
  );
}

/** At most two lines, the most useful first. */
function Rows({ view, acts, t }: Pick<PillProps, 'view' | 'acts' | 't'>) {
  if (view.chip !== null && isLong(view.chip)) return <Chip chip={view.chip} />;
  const rows = [
    view.text !== null && (
      <span class="row text" data-part="pill-text" key="text" title={view.text}>
        <span class="row-text">{view.text}</span>
      </span>
    ),
    view.chip !== null && <Chip chip={view.chip} key="chip" />,
    view.whatPage && (
      <button type="button" class="row act" data-part="what-page" key="what-page" onClick={acts.askWhatPage}>
        {t('whatPage')}
      </button>
    ),
    view.waiting && (
      <button type="button" class="row act" data-part="waiting" key="waiting" onClick={acts.waiting}>
        {t('waiting')}
      </button>
    ),
    view.who !== null && (
      <span class="row who" key="who" title={view.who}>
        <span class="row-text">{view.who}</span>
      </span>
    ),
  ];
  return <>{rows.filter((row) => row !== false).slice(0, 2)}</>;
}

function spoken(view: OverlayView): readonly string[] {
  return [view.text, view.chip?.text].filter((text) => text !== null && text !== undefined);
}
