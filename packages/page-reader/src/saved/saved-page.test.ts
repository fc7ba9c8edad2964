import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageNode } from '../page-node.ts';
import { scanPage } from '../page-scan.ts';
import { readPage } from '../read-page.ts';
import { patterns } from '../testing/vietnamese-patterns.ts';
import { type SavedPageOptions, savedPage } from './saved-page.ts';

const CODE = 'H27.128.14-261021-0013';
const URL = 'https://motcua.example.vn/chi-tiet-ho-so/34013';

function lines(html: string | Uint8Array, options?: SavedPageOptions): readonly string[] {
  const scan = scanPage(savedPage(html, options), patterns);
  return [scan, ...scan.dialogs].flatMap((each) => each.lines.map(({ text }) => text));
}

function detail(body: string): string {
  return `<!doctype html><h2>Chi tiết hồ sơ</h2>${body}`;
}

describe('a saved page', () => {
  it('leaves out what is no word of the page', () => {
    expect(
      lines(`<title>tên</title><p>Mã hồ sơ<i class="v-icon material-icons" aria-hidden="true">arrow_downward</i></p>
        <script>var a = 'tập lệnh';</script><style>p { color: red }</style><noscript>không</noscript><!-- ghi -->
        <span class="material-icons">filter_list</span><svg><text>vẽ</text></svg><template><p>mẫu</p></template>`),
    ).toEqual(['Mã hồ sơ']);
  });

  it('reads what fields show, never of password or hidden inputs', () => {
    expect(
      lines(`<input value="một
        dòng"><textarea>
ghi</textarea><select><option>một</option><option selected> hai  ba</option></select>
        <select><option disabled>chọn</option><optgroup><option>đầu</option></optgroup></select>
        <select multiple><option selected>x</option><option selected>y</option></select>
        <input type="number" value="nhiều"><input type="PASSWORD" value="bí mật"><input type="hidden" value="ẩn">
        <input type="checkbox" value="có">`),
    ).toEqual(['một dòng', 'ghi', 'hai ba', 'đầu', 'x, y', '']);
  });

  it('reads a detail', () => {
    const page = detail(`<div class="v-tooltip__content" style="display: none"><span>${CODE}</span></div>
      <div><span>Mã hồ sơ: </span><span><span>${CODE}</span></span></div>
      <div><span>Ngày tiếp nhận: </span><span> 21/10/2026 07:34:24 </span></div>
      <div><span>Ngày hẹn trả: </span><span> 18/11/2026 07:34:00 </span></div>`);
    expect(readPage(savedPage(page), { url: URL, profile: null, procedures: [] })).toEqual({
      kind: 'detail',
      facts: { code: CODE, received: '2026-10-21T07:34:24', due: '2026-11-18T07:34:00', doubts: [] },
      rows: [],
    });
  });

  it('reads a declarative shadow root in the place of what its host holds, and slots where they stand', () => {
    expect(
      lines(`<ho-so><template shadowrootmode="open"><style>.x { display: none }</style><p class="x">ẩn</p>
        <p>trước</p><slot name="ma"><b>không ai</b></slot><p>giữa</p><slot></slot></template>
        <p>cuối</p><p slot="ma" class="x">mã</p><p slot="nowhere">lạc</p></ho-so><p class="x">ngoài</p>`),
    ).toEqual(['trước', 'mã', 'giữa', 'cuối', 'ngoài']);
  });

  it('gives a slot that nobody fills its own words', () => {
    expect(lines('<div><template shadowrootmode="closed"><slot name="a">mặc định</slot></template></div>')).toEqual([
      'mặc định',
    ]);
  });

  it('is empty for a page of frames', () => {
    expect(lines('<frameset><frame src="a.html"></frameset>')).toEqual([]);
  });
});

describe('what can be seen of a saved page', () => {
  it.each([
    ['hidden', '<p hidden>x</p>'],
    ['hidden inside', '<div hidden><p>x</p></div>'],
    ['hidden with any value', '<p hidden="false">x</p>'],
    ['until found', '<p hidden="until-found">x</p>'],
    ['aria-hidden', '<div aria-hidden="true"><p>x</p></div>'],
    ['display', '<p style="color: red; DISPLAY : None !important">x</p>'],
    ['visibility', '<div style="visibility: hidden"><p>x</p></div>'],
    ['collapse', '<table><tr style="visibility: collapse"><td>x</td></tr></table>'],
    ['opacity', '<div style="opacity: 0.0"><p style="opacity: 1">x</p></div>'],
    ['content-visibility', '<div style="content-visibility: hidden">x<p>x</p></div>'],
    ['closed details', '<details>x<p>x</p><summary hidden></summary></details>'],
    ['dialog', '<dialog>x</dialog>'],
    ['popover', '<div popover>x</div>'],
    ['options of nobody', '<datalist><option>x</option></datalist>'],
  ])('not: %s', (_name, html) => {
    expect(lines(`<!doctype html>${html}`)).toEqual([]);
  });

  it.each([
    ['shown again', '<div style="visibility: hidden"><p style="visibility: visible">x</p></div>'],
    ['hidden, but a style shows it', '<p hidden style="display: block">x</p>'],
    ['summary', '<details><summary>x</summary></details>'],
    ['open details', '<details open><p>x</p></details>'],
    ['open dialog', '<dialog open>x</dialog>'],
    ['no box of its own', '<div style="display: contents">x</div>'],
    ['a value that is worked out', '<p style="display: var(--a)">x</p>'],
    ['nearly transparent', '<p style="opacity: 1e-3">x</p>'],
  ])('yes: %s', (_name, html) => {
    const [line = ''] = lines(`<!doctype html>${html}`);
    expect(line.replace(/^.*:/, '')).toBe('x');
  });

  it.each([
    ['a tag', 'p { display: none }'],
    ['a class among others', '.a, .b.c { visibility: hidden }'],
    ['an id', '#d { opacity: 0 }'],
    ['an attribute', '[data-tab="2"] { display: none }'],
    ['ancestors', 'main > .tab p { display: none }'],
    ['a sibling', '.before + p { display: none }'],
    ['not', 'p:not(.active) { display: none }'],
    ['is', ':is(.x, .a) { display: none }'],
    ['an escaped class', '.md\\:hide { display: none }'],
    ['importance', 'p { display: none !important } #d { display: block }'],
    ['specificity', '#d { display: none } p.a { display: block }'],
    ['order', 'p { display: block } p { display: none }'],
    ['a screen', '@media screen and (min-width: 1024px) { p { display: none } }'],
    ['a width between', '@media (600px <= width < 2000px) { p { display: none } }'],
    ['a window', '@media only screen and (max-width: 87.5em) { p { display: none } }'],
    ['what browsers can do', '@supports (display: grid) { p { display: none } }'],
    ['nesting', 'main { .tab & , & p { display: none } }'],
    ['nesting without &', 'main { & { p { display: none } } }'],
    ['a condition inside a rule', 'p { @media screen { display: none } }'],
    ['outside of layers', '@layer x { #d { display: block } } p { display: none }'],
    ['a later layer', '@layer x { #d { display: block } } @layer y { p { display: none } }'],
    [
      'an important earlier layer',
      '@layer x { p { display: none !important } } @layer y { #d { display: block !important } }',
    ],
    ['a value that is one', 'p { display: none; display: future }'],
    ['behind what nobody understands', 'p:future(4) { } @wat { } } p { color } p { display: none }'],
    ['upper case', 'P { Display: NONE }'],
  ])('a style sheet hides by %s', (_name, css) => {
    const page = `<!doctype html><style>${css}</style><main><div class="tab"><i class="before"></i><p id="d" class="a b c md:hide" data-tab="2">x</p></div></main>`;
    expect(lines(page)).toEqual([]);
  });

  it.each([
    ['print', '@media print { p { display: none } }'],
    ['not a screen', '@media not screen { p { display: none } }'],
    ['a telephone', '@media (max-width: 600px) { p { display: none } }'],
    ['a window of unknown kind', '@media (width < 10px) or (inverted-colors) { p { display: none } }'],
    ['the lack of something', '@supports not (display: grid) { p { display: none } }'],
    ['a part of it', 'p::before, p:after { display: none }'],
    ['the mouse', 'p:hover { display: none }'],
    ['another element', 'p i { display: none } i.a { display: none }'],
    ['less weight', 'p { display: none } .a { display: block }'],
    ['an open class', '.modal { display: none } .modal.in { display: block }'],
    ['a value that is none', 'p { opacity: 0px; visibility: hiden; display: none block future }'],
    ['a container', '@container (width > 1px) { p { display: none } }'],
    ['a frame of an animation', '@keyframes a { from { opacity: 0 } }'],
    ['case, where case counts', '.A { display: none }'],
    ['a broken selector', 'p:unknown(, p { display: none }'],
  ])('a style sheet does not hide by %s', (_name, css) => {
    expect(lines(`<!doctype html><style>${css}</style><p class="a modal in">x</p>`)).toEqual(['x']);
  });

  it('compares classes without case where the page has no doctype', () => {
    expect(lines('<style>.Hide { display: none }</style><p class="hIDE">x</p>')).toEqual([]);
  });

  it('lets an inline style win over all but what is important', () => {
    const style = '<!doctype html><style>#d { display: none } #e { display: none !important }</style>';
    expect(lines(`${style}<p id="d" style="display: block">d</p><p id="e" style="display: block">e</p>`)).toEqual([
      'd',
    ]);
  });

  it('leaves out sheets for print and alternate ones', () => {
    expect(lines('<style media="print">p { display: none }</style><p>x</p>')).toEqual(['x']);
  });

  it('asks for sheets that lie beside the page, for no others', () => {
    const asked: string[] = [];
    const fileBeside = (path: string) => {
      asked.push(path);
      return path === 'a_files/a b.css' ? 'p { display: none }' : null;
    };
    const links = [
      '<link rel="stylesheet" href="a_files/a%20b.css">',
      '<link rel="StyleSheet preload" href="./a_files/b.css?v=1#x" media="screen">',
      '<link rel="stylesheet" href="../../c.css">',
      '<link rel="stylesheet" href="https://example.vn/c.css">',
      '<link rel="stylesheet" href="//example.vn/c.css"><link rel="stylesheet" href="/c.css">',
      '<link rel="stylesheet" href="file:///c.css"><link rel="stylesheet" href="data:text/css,p{}">',
      '<link rel="stylesheet" href=""><link rel="stylesheet"><link rel="stylesheet" href="C:\\c.css">',
      '<link rel="stylesheet" href="%ff.css"><link rel="stylesheet" href="\\\\c\\d.css">',
      '<link rel="alternate stylesheet" href="d.css"><link rel="stylesheet" href="e.css" media="print">',
      '<link rel="stylesheet" href="f.css" disabled><link rel="icon" href="g.css">',
    ];
    expect(lines(`${links.join('')}<p>x</p><div>y</div>`, { fileBeside })).toEqual(['y']);
    expect(asked).toEqual(['a_files/a b.css', 'a_files/b.css']);
  });
});

describe('frames of a saved page', () => {
  it('are read where they stand, with styles of their own', () => {
    const files: Record<string, string> = {
      'a_files/inner.html': '<!doctype html><link rel=stylesheet href="inner.css"><p class="x">hai</p><p>ba</p>',
      'a_files/inner.css': '.x { display: none }',
    };
    const page = `<p class="x">một</p><iframe src="./a_files/inner.html"></iframe><p>bốn</p>
      <iframe srcdoc="<p>năm</p><iframe srcdoc='<p>sáu</p>'></iframe>"></iframe>`;
    expect(lines(page, { fileBeside: (path) => files[path] ?? null })).toEqual(['một', 'ba', 'bốn', 'năm', 'sáu']);
  });

  it.each([
    ['hidden', '<iframe hidden srcdoc="x"></iframe>'],
    ['hidden around it', '<div style="display: none"><iframe srcdoc="x"></iframe></div>'],
    ['a pixel wide', '<iframe width="1" srcdoc="x"></iframe>'],
    ['of no height', '<iframe style="border: 0; height: 0" srcdoc="x"></iframe>'],
    ['closed to scripts', '<iframe sandbox="allow-scripts" srcdoc="x"></iframe>'],
    [
      'of another place',
      '<iframe src="https://example.vn/"></iframe><iframe src="about:blank">x</iframe><iframe>x</iframe>',
    ],
    ['empty', '<iframe srcdoc=""></iframe>'],
    ['a set of frames', '<iframe srcdoc="<frameset><frame></frameset>"></iframe>'],
  ])('are not read: %s', (_name, html) => {
    expect(lines(html, { fileBeside: () => 'x' })).toEqual([]);
  });

  it('may hold themselves', () => {
    const self = '<p>x</p><iframe src="self.html"></iframe><iframe src="self.html"></iframe>';
    expect(lines(self, { fileBeside: () => self }).length).toBeLessThanOrEqual(51);
  });
});

describe('a saved page of any kind', () => {
  const context = { url: URL, profile: null, procedures: [] };

  it('is read whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(readPage(savedPage(bytes), context).rows).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is read whatever the markup', () => {
    const piece = fc.constantFrom(
      ...'<table> <tr> <td> </table> <p hidden> <select> <option> <template> <template shadowrootmode=open> <div> </div>'.split(
        ' ',
      ),
      '<style>',
      '</style>',
      '.a { display: none; & b { @media { opacity: 0',
      '<b class=a style="display:none;}{">',
      '<slot name=x>',
      '<details><summary>',
      '<svg><foreignObject><p>',
      '<input value="Mã hồ sơ">',
      '<math><mi>',
      '</body></html>',
      '<frameset>',
      '<!--',
      '\u0000',
      'Mã hồ sơ: ',
      CODE,
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { doubts = [] } = readPage(savedPage(pieces.join('')), context).facts ?? {};
        expect(doubts).toBeInstanceOf(Array);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['div', '<div>'],
    ['b', '<b>'],
    ['table', '<table><tr><td>', 2000],
    ['dialog', '<div role="dialog">'],
    ['shadow root', '<div><template shadowrootmode="open">'],
    ['select', '<select>'],
    ['svg', '<svg><g>'],
    ['list', '<ul><li>'],
  ])('may nest without end: %s', (_name, open, depth = 10_000) => {
    const page = detail(`${open.repeat(depth)}<div>Mã hồ sơ: ${CODE}</div>`);
    expect(readPage(savedPage(page), context).kind).toMatch(/^(other|detail)$/);
  });

  it('reads what lies at the bottom of deep nesting, and what is hidden there not', () => {
    const page = `${'<div>'.repeat(5000)}<p>thấy</p><div hidden>${'<div>'.repeat(50)}<p>ẩn</p>`;
    expect(lines(page)).toEqual(['thấy']);
  });

  it('has style sheets that nest without end', () => {
    expect(lines(`<style>p { display: none } ${'a{'.repeat(50_000)}</style><p>x</p><b>y</b>`)).toContain('y');
  });
});

describe('a saved page with very many of something', () => {
  const MANY = 150_000;

  it.each([
    ['options', `<select>${'<option>x'.repeat(MANY)}</select>`, 1],
    ['elements', `${'<i></i>'.repeat(MANY)}x`, 1],
    ['elements deep down', `${'<div>'.repeat(600)}${'<i></i>'.repeat(MANY)}x`, 1],
    ['classes', `<p class="${'a '.repeat(MANY)}">x`, 1],
    ['declarations', `<p style="${'display: none; '.repeat(MANY)}">x`, 0],
    [
      'slots',
      `<p>y</p><div><template shadowrootmode=open>${'<slot></slot>'.repeat(2000)}</template>${'<p>x</p>'.repeat(2000)}`,
      2001,
    ],
  ])('%s', (_name, html, count) => {
    expect(lines(html)).toHaveLength(count);
  });
});

describe('a tree of a saved page', () => {
  it('knows parents and attributes', () => {
    const body = savedPage('<p class="a" constructor>x</p>');
    const [p] = body.children;
    expect([p?.tag, p?.attribute('class'), p?.attribute('constructor'), p?.attribute('toString')]).toEqual([
      'p',
      'a',
      '',
      null,
    ]);
    expect(p?.parent).toBe(body);
    expect((p as PageNode).children[0]?.parent).toBe(p);
    expect(body.parent).toBeNull();
  });
});
