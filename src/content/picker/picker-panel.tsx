import type { Language, Translate } from '../../platform/i18n.ts';
import type { PickerText } from '../../platform/texts/picker.ts';
import type { Box } from '../placement.ts';
import type { PickerActs } from './picker-acts.ts';
import { PickerCard } from './picker-card.tsx';
import type { PickerState } from './picker-state.ts';

export interface PickerPanelProps {
  readonly state: PickerState;
  /** Where each spot stands on the screen now. */
  readonly boxes: readonly (readonly Box[])[];
  readonly language: Language;
  readonly acts: PickerActs;
  readonly t: Translate<PickerText>;
}

/** The picker over a page: a clear sheet that takes every press, outlines of what can be picked, and the card. */
export function PickerPanel({ state, boxes, language, acts, t }: PickerPanelProps) {
  return (
    <div class="tt" lang={language}>
      <Sheet acts={acts} points={state.stage === 'step'} />
      {boxes.map((all, index) =>
        all.map((box, part) => (
          <div
            key={`${index}.${part}`}
            class="outline"
            data-part="outline"
            data-active={index === state.active}
            data-column={all.length > 1}
            style={{ left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`, height: `${box.height}px` }}
          >
            {part === 0 && <span class="number">{index + 1}</span>}
          </div>
        )),
      )}
      <PickerCard state={state} acts={acts} t={t} />
    </div>
  );
}

/** Nothing but a surface: the page hears no press while it is pointed at, and the keyboard stays in the card. */
function Sheet({ acts, points }: { readonly acts: PickerActs; readonly points: boolean }) {
  return (
    <div
      class="sheet"
      data-part="sheet"
      data-points={points}
      aria-hidden="true"
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={({ clientX, clientY }) => acts.hover(clientX, clientY)}
      onClick={({ clientX, clientY }) => acts.point(clientX, clientY)}
      onWheel={(event) => {
        const by = { left: event.deltaX, top: event.deltaY };
        if (acts.scroll(event.clientX, event.clientY, by)) event.preventDefault();
      }}
    />
  );
}
