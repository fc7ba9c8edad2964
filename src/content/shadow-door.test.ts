// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shadowDoor } from './shadow-door.ts';

/** Answers as Firefox does, and notes who was asked. */
let asked: string[] = [];
let answer: () => ShadowRoot | null = () => null;

beforeEach(() => {
  asked = [];
  Object.defineProperty(Element.prototype, 'openOrClosedShadowRoot', {
    configurable: true,
    get(this: Element) {
      asked.push(this.localName);
      return answer();
    },
  });
});
afterEach(() => {
  Reflect.deleteProperty(Element.prototype, 'openOrClosedShadowRoot');
});

function element(html: string): Element {
  document.body.innerHTML = html;
  return document.body.firstElementChild ?? document.body;
}

describe('the door into closed shadow roots', () => {
  it('gives what the browser answers', () => {
    const host = element('<ho-so></ho-so>');
    const root = host.attachShadow({ mode: 'closed' });
    answer = () => root;
    expect(shadowDoor(host)).toBe(root);
  });

  it('asks elements of the site, and those of HTML that have nothing else in them', () => {
    for (const html of ['<ho-so>chờ</ho-so>', '<div></div>', '<section></section>']) shadowDoor(element(html));
    expect(asked).toEqual(['ho-so', 'div', 'section']);
  });

  it('asks nobody else, and never ours', () => {
    const others = ['<div>chữ</div>', '<td></td>', '<p></p>', '<than-thien></than-thien>'];
    for (const html of [...others, '<than-thien-picker></than-thien-picker>']) {
      expect(shadowDoor(element(html))).toBeNull();
    }
    expect(asked).toEqual([]);
  });

  it('is shut where a browser refuses', () => {
    answer = () => {
      throw new TypeError('no element of HTML');
    };
    expect(shadowDoor(element('<ho-so></ho-so>'))).toBeNull();
  });
});
