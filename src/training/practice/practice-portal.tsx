import { useEffect, useRef } from 'preact/hooks';
import { now } from '../../platform/clock.ts';
import type { StepEnd } from '../../rules/scenario.ts';
import { DossierDesk } from './dossier.ts';
import { mountOpenCps } from './opencps/mount.ts';
import type { PortalEvent } from './opencps/portal.ts';
import { practiceDossiers } from './practice-dossiers.ts';
import { wallTimeAt } from './wall-time.ts';

const SKELETON_MS = 250;

export interface PracticePortalProps {
  /** Changes when the portal is to begin anew. */
  readonly run: string;
  /** How long the portal takes to answer an action, in ms. */
  readonly answerMs: number;
  readonly label: string;
  readonly onHappened: (event: StepEnd) => void;
  /** Mounts the overlay over the pages; returns what removes it. */
  readonly mountOverlay: () => () => void;
}

/** What an event of the portal means for a scenario. */
function stepEndOf(event: PortalEvent): StepEnd | null {
  if (event.type === 'page') return event.page === 'receive' ? 'form-opened' : null;
  if (event.type === 'sent') return event.outcome === 'received' ? 'sent' : null;
  return event.success && event.outcome === 'received' ? 'received' : null;
}

/** The practice pages with the real overlay over them. Preact draws only the empty place. */
export function PracticePortal({ run, answerMs, label, onHappened, mountOverlay }: PracticePortalProps) {
  const place = useRef<HTMLElement>(null);
  const listener = useRef(onHappened);
  listener.current = onHappened;

  // A new run begins with a clean desk; nothing else does.
  useEffect(() => {
    if (place.current === null) return undefined;
    const clock = () => wallTimeAt(now());
    window.history.replaceState({}, '', window.location.pathname);
    return mountOpenCps(place.current, {
      desk: new DossierDesk(practiceDossiers(clock()), clock),
      now: clock,
      slow: SKELETON_MS,
      answer: () => answerMs,
      fails: false,
      onEvent: (event) => {
        const happened = stepEndOf(event);
        if (happened !== null) listener.current(happened);
      },
    });
  }, [run]);

  useEffect(() => mountOverlay(), [mountOverlay]);

  return <main class="portal-place" aria-label={label} ref={place} />;
}
