import { bearsMarks, type PageKind, pageMarks } from 'page-reader';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { decodedPage } from '../../../packages/page-reader/src/saved/decoded-page.ts';
import { contextOf } from './context.ts';
import { corpus } from './state.ts';

/** What the overlay shows something on. */
const SHOWN: readonly PageKind[] = ['list', 'detail', 'receive', 'return', 'procedure'];

/** The part of a parsed node that holds text. */
interface TextNode {
  readonly nodeName: string;
  readonly value?: string;
  readonly childNodes?: readonly TextNode[];
  /** Of a template: here it stands for a shadow root. */
  readonly content?: TextNode;
}

function textOf({ nodeName, value, childNodes = [], content }: TextNode): string {
  if (nodeName === '#text') return value ?? '';
  return childNodes.map(textOf).join('') + (content === undefined ? '' : textOf(content));
}

/** What stands in a frame is another file. */
const states = corpus().filter(({ name }) => name !== 'detail-in-frame');

const judged = states.map((state) => {
  const text = textOf(parse(decodedPage(state.bytes)) as TextNode);
  const marks = pageMarks(contextOf(state).profile);
  return { state: `${state.family}/${state.name}`, kind: state.kind, worth: bearsMarks(text, marks) };
});

describe('the marks by which a page is woken for', () => {
  it('miss no page of the corpus on which something is shown', () => {
    const shown = judged.filter(({ kind }) => SHOWN.includes(kind));
    expect(shown.filter(({ worth }) => !worth)).toEqual([]);
    expect(shown.length).toBeGreaterThan(90);
  });

  it('printed for the others, most of which are made to look like a dossier', () => {
    const others = judged.filter(({ kind }) => !SHOWN.includes(kind));
    console.log(others.map(({ state, worth }) => `${worth ? 'woken ' : 'asleep'} ${state}`).join('\n'));
    expect(others.some(({ worth }) => !worth)).toBe(true);
  });
});
