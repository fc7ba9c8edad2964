import { useRef } from 'preact/hooks';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly text: string;
  /** A small figure behind the text, left out at 0. */
  readonly count?: number;
}

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly current: Id;
  readonly onSelect: (id: Id) => void;
}

/** Id of the panel a tab opens; the panel names its tab back with `tabId`. */
export function panelId(id: string): string {
  return `panel-${id}`;
}

export function tabId(id: string): string {
  return `tab-${id}`;
}

const STEPS: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowRight: (index, last) => (index === last ? 0 : index + 1),
  ArrowLeft: (index, last) => (index === 0 ? last : index - 1),
  Home: () => 0,
  End: (_index, last) => last,
};

/** A row of tabs: one stop for Tab, arrows move and open (WAI-ARIA tabs with automatic activation). */
export function Tabs<Id extends string>({ label, tabs, current, onSelect }: TabsProps<Id>) {
  const row = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const target =
      tabs[
        step(
          tabs.findIndex(({ id }) => id === current),
          tabs.length - 1,
        )
      ];
    if (target === undefined) return;
    onSelect(target.id);
    row.current?.querySelector<HTMLElement>(`#${tabId(target.id)}`)?.focus();
  };
  return (
    <div ref={row} class="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map(({ id, text, count }) => (
        <button
          key={id}
          type="button"
          class="tab"
          role="tab"
          id={tabId(id)}
          aria-selected={id === current}
          aria-controls={panelId(id)}
          tabIndex={id === current ? 0 : -1}
          onClick={() => onSelect(id)}
        >
          {text}
          {/* The figure stands over the list again, where it can be heard in its place. */}
          {count !== undefined && count > 0 && (
            <span class="tab-count" aria-hidden="true">
              {count}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
