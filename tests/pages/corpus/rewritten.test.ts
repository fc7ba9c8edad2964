import { readPage } from 'page-reader';
import { decodedPage, savedPage } from 'page-reader/saved';
import { describe, expect, it } from 'vitest';
import { contextOf } from './context.ts';
import { CORPUS_FOLDER, statesIn } from './state.ts';

const ANOTHER = '<p>Mã hồ sơ: H99.99-260101-0001</p><p>Ngày hẹn trả: 01/01/2027</p><p>Trạng thái: Dừng xử lý</p>';

/** Ways to write the same page otherwise that nobody who looks at it would notice. */
const REWRITINGS: Readonly<Record<string, (html: string) => string>> = {
  'in decomposed letters': (html) => html.normalize('NFD'),
  'with non-breaking spaces': inTexts((text) => text.replaceAll(' ', '\u00a0')),
  'with every space a new line': inTexts((text) => text.replaceAll(' ', '\n    ')),
  'with comments between words': inTexts((text) => text.replaceAll(' ', ' <!-- -->')),
  'with every text in an element of its own': inTexts((text) => `<font>${text}</font>`),
  'with pictures between': inTexts((text) => `${text}<img alt="" src="data:,">`),
  'beside hidden copies of another dossier': (html) =>
    html.replace(/<body[^>]*>/, `$&<div hidden>${ANOTHER}</div>`).replace('</body>', `${hiddenCopies()}</body>`),
};

const pages = statesIn(CORPUS_FOLDER)
  .filter(({ browserOnly }) => browserOnly !== true)
  .map((state) => {
    const html = decodedPage(state.bytes);
    const context = contextOf(state);
    const read = (text: string) => JSON.stringify(readPage(savedPage(text), context));
    return { name: `${state.family}/${state.name}`, html, read, reading: read(html) };
  });

describe('a page written otherwise reads the same', () => {
  it.each(Object.entries(REWRITINGS))('%s', { timeout: 30_000 }, (_, rewritten) => {
    const changed = pages.filter(({ html, read, reading }) => read(rewritten(html)) !== reading);
    expect(changed.map(({ name }) => name)).toEqual([]);
  });
});

function hiddenCopies(): string {
  const styles = ['display:none', 'visibility:hidden', 'opacity:0'];
  return styles.map((style) => `<div style="${style}">${ANOTHER}</div>`).join('');
}

/** Applies to the words between tags; styles, scripts and what stands in a field stay as they are. */
function inTexts(change: (text: string) => string): (html: string) => string {
  return (html) =>
    html.replace(
      /(<(style|script|title|textarea|select)\b[\s\S]*?<\/\2>)|>([^<>]*\S[^<>]*)</gi,
      (all, whole: string | undefined, _, text: string) => (whole === undefined ? `>${change(text)}<` : all),
    );
}
