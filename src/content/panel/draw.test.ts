// @vitest-environment happy-dom
import type { ComponentChildren } from 'preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { draw } from './draw.ts';
import { Fragment, jsx } from './jsx-runtime.ts';

let box: HTMLElement;

function show(children: unknown): string {
  draw(children as ComponentChildren, box);
  return box.innerHTML;
}

beforeEach(() => {
  box = document.createElement('div');
});

describe('draw', () => {
  it('draws elements and texts, and writes only what differs', () => {
    expect(show(jsx('p', { class: 'a', title: 'x', children: ['n = ', 3] }))).toBe('<p class="a" title="x">n = 3</p>');
    const [paragraph] = box.children;
    expect(show(jsx('p', { class: 'b', children: ['n = ', 4] }))).toBe('<p class="b">n = 4</p>');
    expect(box.children[0]).toBe(paragraph);
    expect(show(null)).toBe('');
  });

  it('says that something is not so of what can be said, and leaves anything else out', () => {
    const props = { 'aria-expanded': false, 'data-bare': true, title: undefined, hidden: false };
    expect(show(jsx('p', props))).toBe('<p aria-expanded="false" data-bare="true"></p>');
  });

  it('keeps what stands behind something that comes or goes', () => {
    const row = (first: boolean) => [first && jsx('i', {}), jsx('b', {}), 'text'];
    expect(show(row(false))).toBe('<b></b>text');
    const [bold] = box.children;
    expect(show(row(true))).toBe('<i></i><b></b>text');
    expect(box.children[1]).toBe(bold);
    expect(show(row(false))).toBe('<b></b>text');
    expect(box.children[0]).toBe(bold);
  });

  it('follows keys through a list whose order changes', () => {
    const list = (...keys: string[]) => jsx('ul', { children: keys.map((key) => jsx('li', { children: key }, key)) });
    show(list('a', 'b', 'c'));
    const [a, b, c] = box.children[0]?.children ?? [];
    expect(show(list('c', 'd', 'a'))).toBe('<ul><li>c</li><li>d</li><li>a</li></ul>');
    const after = box.children[0]?.children;
    expect([after?.[0], after?.[2]]).toEqual([c, a]);
    expect(b?.isConnected).toBe(false);
  });

  it('draws another component anew, even where it looks alike', () => {
    const One = () => jsx('p', {});
    const Other = () => jsx(Fragment, { children: [jsx('p', {})] });
    show(jsx(One, {}));
    const [drawn] = box.children;
    show(jsx(One, {}));
    expect(box.children[0]).toBe(drawn);
    expect(show(jsx(Other, {}))).toBe('<p></p>');
    expect(box.children[0]).not.toBe(drawn);
  });

  it('hears with the handler drawn last', () => {
    const heard: string[] = [];
    const button = (name?: string) =>
      jsx('button', { onClick: name === undefined ? undefined : () => heard.push(name) });
    const press = () => box.querySelector('button')?.click();
    for (const name of ['first', 'second', undefined]) {
      show(button(name));
      press();
    }
    expect(heard).toEqual(['first', 'second']);
  });

  it('draws the parts of a picture as such', () => {
    show(jsx('svg', { viewBox: '0 0 2 2', children: jsx('path', { d: 'M0 0' }) }));
    expect(box.querySelector('path')?.namespaceURI).toBe('http://www.w3.org/2000/svg');
    expect(box.querySelector('svg')?.getAttribute('viewBox')).toBe('0 0 2 2');
  });
});
