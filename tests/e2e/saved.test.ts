import { join } from 'node:path';
import type { PageContext } from 'page-reader';
import { savedPage } from 'page-reader/saved';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, defaultClientConditions } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/browsers.mjs';
import { contextOf } from '../pages/corpus/context.ts';
import { corpus } from '../pages/corpus/state.ts';
import { QUIET_FLAGS, SCREEN } from './harness/chromium.ts';
import { type WholeReading, wholeReading } from './saved-page/whole-reading.ts';

/*
 * A saved file and the live page are read by the same code over two trees. Here the trees are compared: whatever the
 * browser shows of a page, and nothing else, is what is read in its file.
 */

const SITE = 'https://page.example.vn';
const CONTEXT: PageContext = { url: `${SITE}/chi-tiet-ho-so/1`, profile: null, procedures: [] };
const HEAD = '<!doctype html><meta charset="utf-8">';

const PAGES: Readonly<Record<string, string>> = {
  'hidden in every way an attribute can': `<p>thấy</p><p hidden>1</p><p hidden="false">2</p><div aria-hidden="true">3</div>
    <dialog>4</dialog><dialog open>Mã hồ sơ: 5</dialog><div popover>6</div><details><summary>7</summary><p>8</p></details>
    <details open><p>9</p></details><datalist><option>10</option></datalist><template><p>11</p></template>
    <noscript>12</noscript><ruby>13<rp>(</rp><rt>14</rt></ruby><p hidden style="display: block">15</p>
    <p hidden="until-found">15a</p>
    <object>16</object><video>17</video><canvas>18</canvas><svg><text>19</text></svg><iframe srcdoc="20"></iframe>`,
  'hidden in every way a style can': `<p style="display:none">1</p><p style="visibility:hidden">2<b style="visibility:visible">3</b></p>
    <p style="opacity:0">4</p><div style="opacity:0"><p style="opacity:1">5</p></div><p style="opacity:.01">6</p>
    <table><tr style="visibility:collapse"><td>7</td></tr><tr><td>8</td></tr></table><p style="opacity:-1">9</p>
    <div style="content-visibility:hidden"><p>10</p></div><p style="display:none;display:future">11</p>
    <p style="display: none !important; display: block">12</p><div style="display:contents">12a<p>13</p></div>
    <div hidden><div style="display:contents">13a</div></div><div style="display:contents;visibility:hidden">13b</div>
    <p style="height:0;overflow:hidden">14</p><p style="position:absolute;left:-9999px">15</p>`,
  'style sheets that argue': `<style>.a { display: none } .a.on { display: block } #x { display: none } p#x.y { display: inline }
      @media print { p { display: none } } @media (max-width: 900px) { .wide { display: none } }
      @media (min-width: 901px) { .narrow { display: none } } @media screen and (orientation: portrait) { .tall { display: none } }
      .tabs > :not(.active) { display: none } .tabs ~ .after { visibility: hidden } [data-off] { display: none }
      [data-off="no"] { display: revert } .n { & .in { display: none } .in2 { display: none } &.self { opacity: 0 } }
      @layer one { .l { display: none } } .l { display: block } @layer two { .m { display: none !important } }
      .m { display: block !important } @supports (display: grid) { .grid { display: none } }
      .broken:unknown(, .kept { display: none } .kept2 { display: none } li:nth-child(2n+1) { display: none }
      .p::before { display: none } .q:hover { display: none } :is(.r, .s):where(.t) { display: none }</style>
    <p class="a">1</p><p class="a on">2</p><p id="x" class="y">3</p><p class="wide">4</p><p class="narrow">5</p>
    <div class="tabs"><p class="active">6</p><p>7</p></div><p class="after">8</p><p data-off>9</p><p data-off="no">10</p>
    <div class="n self"><p>11</p></div><div class="n"><p class="in">12</p><p class="in2">13</p><p>14</p></div>
    <p class="l">15</p><p class="m">16</p><p class="grid">17</p><p class="kept">18</p><p class="kept2">19</p>
    <ul><li>20</li><li>21</li><li>22</li></ul><p class="p">23</p><p class="q">24</p><p class="r t">25</p><p class="r">26</p><p class="tall">27</p>`,
  'a field of every kind': `<input value="1"><input type="text" readonly value="2"><input disabled value="3"><input type="password" value="4">
    <input type="hidden" value="5"><input type="checkbox" value="6"><input type="radio" value="7" checked><input type="file">
    <input type="number" value="8"><input type="number" value="x9"><input type="date" value="2026-10-21"><input type="date" value="21/10/2026">
    <input type="email" value=" a@b "><input type="TEXT" value="10
    11"><input type="submit" value="12"><input type="button"><input type="range" value="13"><input type="search" value="">
    <textarea>
14
15</textarea><textarea readonly></textarea><select><option>16</option><option selected>  17   18 </option></select>
    <select><option disabled>19</option><optgroup label="20"><option>21</option></optgroup></select>
    <select multiple><option selected>22</option><option>23</option><option selected>24</option></select>
    <select size="3"><option>25</option></select><select></select><button>26<span>27</span></button>`,
  'markup that nobody closes': `<table><tr><td>Mã hồ sơ<td>H27.128.14-261021-0013<tr><td><p>Ngày tiếp nhận<td>21/10/2026 07:34
    </table>rest<b><i>bold</b>both</i><p>one<div>two</p>three<a href=x>four<a href=y>five<li>six<li>seven<table>eight<tr>nine<td>ten`,
  'a page without a doctype': '<style>.Off { display: none }</style><p class="oFF">1</p><p class="on">2</p>',
  'icon words and unseen characters': `<h2>Chi tiết hồ sơ</h2><div><i class="material-icons">folder</i>Mã&nbsp;hồ sơ\u200b: <span class="fa fa-x">x</span>
    <b>H27.128.14</b>-<b>261021-0013</b></div><div title="Ngày hẹn trả">Nga\u0300y tie\u0302\u0301p nha\u0302\u0323n: 21/10/2026</div>`,
  'a dialog over a list': `<table><thead><tr><th>Mã hồ sơ</th><th>Ngày hẹn trả</th></tr></thead><tbody><tr><td>H27.128.14-261021-0013</td>
    <td>18/11/2026</td></tr></tbody></table><div role="dialog" aria-modal="true"><h3>Chi tiết hồ sơ</h3><p>Mã hồ sơ: H27.128.14-261021-0014</p>
    <p>Ngày tiếp nhận: 21/10/2026 07:34</p><p>Ngày hẹn trả: 19/11/2026</p></div>`,
  'shadow roots and slots': `<style>.x { display: none }</style><ho-so><template shadowrootmode="open"><style>.y { display: none }</style>
    <p class="x">1</p><p class="y">2</p><slot name="a"><b>3</b></slot><p>4</p><slot></slot><slot name="b"><p>5</p></slot></template>
    <p class="y">6</p><p slot="a">7</p><p slot="b" class="x">8</p><p slot="c">9</p></ho-so>
    <div><template shadowrootmode="open"><p>10</p><div><template shadowrootmode="open"><p>11</p></template></div></template></div>
    <b><template shadowrootmode="open"><p>12</p></template>13</b>`,
  frames: `<p class="x">1</p><iframe srcdoc="<style>.x { display: none }</style><p class=x>2</p><p>Mã hồ sơ: 3</p>"></iframe><p>4</p>
    <iframe hidden srcdoc="5"></iframe><iframe width="1" height="1" srcdoc="6"></iframe><iframe style="height: 20px" srcdoc="7"></iframe>
    <iframe sandbox="allow-scripts" srcdoc="8"></iframe><iframe srcdoc=""></iframe><iframe>9</iframe>
    <iframe srcdoc="<p>10</p><iframe srcdoc='<p>11</p>'></iframe>"></iframe>`,
  'nested as deep as a browser goes': `${'<div>'.repeat(700)}<p>thấy</p><p hidden>ẩn</p>`,
};

let browser: Browser;
let page: Page;
let script: string;
beforeAll(async () => {
  const executablePath = findBrowser('chromium');
  if (executablePath === null) throw new Error('no Chromium found; run "npm test" once, it installs or names it');
  script = await readerScript();
  browser = await chromium.launch({ executablePath, args: [...QUIET_FLAGS] });
  page = await browser.newPage({ viewport: SCREEN });
});
afterAll(() => browser.close());

async function readerScript(): Promise<string> {
  const entry = join(import.meta.dirname, 'saved-page/page.ts');
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { conditions: ['source', ...defaultClientConditions] },
    build: { write: false, minify: false, target: 'es2023', lib: { entry, formats: ['iife'], name: 'reader' } },
  });
  const outputs = [result].flat().flatMap((part) => ('output' in part ? part.output : []));
  return outputs.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n');
}

async function readingInBrowser(body: Buffer, context: PageContext): Promise<WholeReading> {
  await page.unrouteAll();
  await page.route('**/*', (route) =>
    route.request().resourceType() === 'document' ? route.fulfill({ contentType: 'text/html', body }) : route.abort(),
  );
  await page.goto(SITE, { waitUntil: 'load' });
  await page.evaluate(`{${script}}; undefined`);
  return page.evaluate((known) => window.wholeReadingHere(known), context);
}

describe('a saved page is read as the browser shows it', () => {
  it.each(Object.keys(PAGES))('%s', async (name) => {
    const html = name === 'a page without a doctype' ? `<meta charset="utf-8">${PAGES[name]}` : `${HEAD}${PAGES[name]}`;
    const live = await readingInBrowser(Buffer.from(html), CONTEXT);
    expect(wholeReading(savedPage(html), CONTEXT)).toEqual(live);
    expect(live.lines.length).toBeGreaterThan(0);
  });

  const states = corpus().filter(({ browserOnly, afterwards }) => !browserOnly && afterwards === undefined);
  it.each(states.map((state) => [`${state.family}/${state.name}`, state] as const))('%s', async (_name, state) => {
    const context = contextOf(state);
    const live = await readingInBrowser(state.bytes, context);
    expect(wholeReading(savedPage(state.bytes), context)).toEqual(live);
  });
});
