import { describe, expect, it } from 'vitest';
import { decodedPage } from './decoded-page.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
/** "Đã nhận hồ sơ" in windows-1258, where ậ is â and a mark, ồ is ô and a mark. */
const OLD = [0xd0, 0x61, 0xde, 0x20, 0x6e, 0x68, 0xe2, 0xf2, 0x6e, 0x20, 0x68, 0xf4, 0xcc, 0x20, 0x73, 0xf5];

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

describe('the text of a saved page', () => {
  it.each([
    ['UTF-8', utf8('<p>Hồ sơ')],
    ['UTF-8 with a mark', utf8('\ufeff<p>Hồ sơ')],
    ['UTF-16, little end first', utf16('\ufeff<p>Hồ sơ', true)],
    ['UTF-16, big end first', utf16('\ufeff<p>Hồ sơ', false)],
  ])('%s', (_name, bytes) => {
    expect(decodedPage(bytes)).toBe('<p>Hồ sơ');
  });

  it.each([
    ['declared', '<META http-equiv="Content-Type" content="text/html; charset=windows-1258">'],
    ['declared briefly', "<meta charset='windows-1258'>"],
    ['declared after a comment', '<!-- <meta charset="utf-8"> --><meta charset=windows-1258>'],
    ['not declared', '<p>'],
    ['declared as something nobody knows', '<meta charset="vietnamese"><p>'],
  ])('windows-1258, %s', (_name, head) => {
    const text = decodedPage(Uint8Array.from([...utf8(head), ...OLD]));
    expect(text.normalize('NFC')).toBe(`${head}Đã nhận hồ sơ`);
    expect(text).not.toBe(text.normalize('NFC'));
  });

  it('takes a declared UTF-16 for UTF-8: it could not have been read', () => {
    expect(decodedPage(utf8('<meta charset="utf-16">ồ'))).toContain('ồ');
  });

  it('puts a mark where a byte stands for nothing, as a browser does', () => {
    expect(decodedPage(Uint8Array.from([...utf8('<meta charset="utf-8">'), 0xff]))).toContain('\ufffd');
  });

  it('is empty for nothing', () => {
    expect(decodedPage(new Uint8Array())).toBe('');
  });
});
