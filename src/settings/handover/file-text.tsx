import { useMemo } from 'preact/hooks';
import { useTexts } from './language.tsx';

/** Lines drawn as one block: a block out of sight costs the browser nothing, and all of them together are the file. */
const BLOCK = 40;

/** Blocks that are always drawn: an ordinary week fits. */
const DRAWN_AT_ONCE = 3;

/** The file itself. What the blocks hold, put together, is the text that will be saved, to the last character. */
export function FileText({ text }: { readonly text: string }) {
  const t = useTexts();
  const lines = useMemo(() => linesOf(text), [text]);
  const bytes = useMemo(() => new TextEncoder().encode(text).length, [text]);
  const blocks = Array.from({ length: Math.ceil(lines.length / BLOCK) }, (_, i) =>
    lines.slice(i * BLOCK, (i + 1) * BLOCK).join(''),
  );
  return (
    <details class="unfold" open>
      <summary>{t('file')}</summary>
      <p class="soft">
        {t('fileSize', { lines: lines.length, bytes })} {t('fileWhy')}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="file" tabIndex={0} aria-label={t('file')}>
        <pre>
          {blocks.map((block, i) => (
            <span class={i < DRAWN_AT_ONCE ? 'block' : 'block lazy'} key={i}>
              {block}
            </span>
          ))}
        </pre>
      </section>
    </details>
  );
}

/** Lines with their LF. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
