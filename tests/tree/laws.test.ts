import { describe, expect, it } from 'vitest';
import { filesUnder, type SourceFile, sourcesIn } from './source-tree.ts';

const code = sourcesIn('src', 'packages');

function withoutComments({ text }: SourceFile): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
}

function using(pattern: RegExp, files: readonly SourceFile[] = code): string[] {
  return files.filter((file) => pattern.test(withoutComments(file))).map(({ path }) => path);
}

describe('laws of the house, read from the tree', () => {
  it('nothing leaves the computer', () => {
    expect(
      using(/\bfetch\s*\(|XMLHttpRequest|\bWebSocket\b|EventSource|sendBeacon|RTCPeerConnection|WebTransport/),
    ).toEqual([]);
    expect(using(/storage\.sync/)).toEqual([]);
  });

  it('nothing remote is loaded', () => {
    const pages = filesUnder('src').filter(({ path }) => /\.(?:html|css|svg)$/.test(path));
    const remote = pages.filter(({ text }) =>
      /(?:src|href)\s*=\s*["']?(?:https?:)?\/\/|url\(\s*["']?(?:https?:)?\/\//.test(text),
    );
    expect(remote.map(({ path }) => path)).toEqual([]);
    expect(pages.length).toBeGreaterThan(0);
  });

  it('no code from text', () => {
    expect(using(/\beval\s*\(|new Function\b|dangerouslySetInnerHTML/)).toEqual([]);
  });

  it('the journal is written with strict durability', () => {
    // A kill cannot tell strict from relaxed durability, so the flag itself is checked.
    const stores = code.filter(({ path }) => /^src\/storage\/(?:journal|given)-store\.ts$/.test(path));
    expect(stores.map(({ text }) => /durability:\s*'strict'/.test(text))).toEqual([true, true]);
    expect(using(/transaction\([^)]*'readwrite'(?![^)]*durability)/, stores)).toEqual([]);
  });

  it('the content script adds no page key listener for typing keys', () => {
    const content = code.filter(({ path }) => path.startsWith('src/content/'));
    expect(using(/'Backspace'|key === 'z'/, content)).toEqual([]);
    expect(using(/window\.addEventListener\(\s*'key/, content)).toEqual([]);
  });

  it('Vietnamese text stands in catalogues and data, never in code', () => {
    const vietnamese = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;
    // Words of the language itself, and the grammar of printed pages, are what these rooms are about.
    const atHome = ['src/platform/texts/', 'packages/checklist-core/src/vn/', 'packages/page-reader/src/'];
    const elsewhere = code.filter(({ path }) => !atHome.some((room) => path.startsWith(room)));
    // The product's own name is the same in every language.
    const unnamed = elsewhere.map((file) => ({ ...file, text: file.text.replaceAll('Thân Thiện', '') }));
    expect(using(vietnamese, unnamed)).toEqual([]);
  });

  it('every text is in composed form (NFC)', () => {
    const decomposed = filesUnder('src').filter(
      ({ path, text }) => /\.(?:tsx?|json|html)$/.test(path) && text !== text.normalize('NFC'),
    );
    expect(decomposed.map(({ path }) => path)).toEqual([]);
  });

  it('speaks kindly: no scolding word in a text shown to an official', () => {
    const shown = filesUnder('src/platform/texts').concat(
      filesUnder('src/rules/packs'),
      filesUnder('src/rules/scenarios'),
    );
    const scolding = /vi phạm|không đạt|thất bại|bị phạt|kỷ luật(?! *\.)/i;
    expect(shown.filter(({ text }) => scolding.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
