import type { PageExplanation } from 'page-reader';
import { describe, expect, it } from 'vitest';
import { explainAnswer } from './explain-answer.ts';
import { explainText } from './explain-text.ts';

const EXPLANATION: PageExplanation = {
  kind: 'detail',
  signals: { detail: ['address', 'facts'], list: ['heading'], receive: [] },
  facts: {
    facts: {
      code: {
        value: 'H27.128.14-261021-0013',
        label: 'mã hồ sơ',
        relation: 'beside',
        confidence: 'sure',
        rejected: [{ label: null, relation: 'form', reason: 'outweighed' }],
      },
      status: { value: 4, label: 'trạng thái', relation: 'same-line', confidence: 'likely', rejected: [] },
      dueState: { value: 'late', label: null, relation: 'form', confidence: 'guess', rejected: [] },
    },
    missing: {
      due: [{ label: 'ngày hẹn trả', relation: 'beside', reason: 'malformed' }],
      dueState: [{ label: null, relation: 'form', reason: 'empty' }],
    },
    doubts: ['due-malformed'],
  },
  rows: [],
  hints: [
    { hint: 'unknown-label', about: 'code', at: 'main > div:2 > span' },
    { hint: 'unknown-label', about: null, at: 'table > td:2' },
    { hint: 'unknown-status', about: 'statusText', at: 'main > div:3' },
    { hint: 'kind-needs-signal', about: 'return', at: null },
    { hint: 'no-action', about: 'detail', at: null },
  ],
};
const NO_FACTS = { facts: {}, missing: {}, doubts: [] };

describe('an explanation', () => {
  it('is told as JSON without what is only ours', () => {
    const { dueState: _ours, ...told } = EXPLANATION.facts?.facts ?? {};
    expect(explainAnswer(EXPLANATION, 'generic')).toEqual({
      kind: 'detail',
      portal: 'generic',
      facts: { ...told, missing: { due: EXPLANATION.facts?.missing.due }, doubts: ['due-malformed'] },
      rows: [],
      signals: EXPLANATION.signals,
      hints: EXPLANATION.hints,
      visibility: 'guessed',
    });
  });

  it('is told to a person', () => {
    expect(explainText(EXPLANATION, null, 0)).toBe(`page     detail
portal   generic: no profile names this host
visible  guessed from attributes and styles, for a desktop screen

What speaks for which kind of page
- detail (believed): its address, the facts of one dossier
- list: a heading

fact    value                   label       relation     confidence
code    H27.128.14-261021-0013  mã hồ sơ    beside it    sure
status  4                       trạng thái  in its line  likely
Not taken
- code: without a label, by its form: another place says it with more weight
- due: "ngày hẹn trả", beside it: what stands there is malformed, like a day that does not exist
Doubts
- an appointment is printed that is no date

What a profile could add
- A value like "code" stands at main > div:2 > span beside or under a text that is no known label. Add that text to "labels" under "code".
- A date stands at table > td:2 beside or under a text that is no known label. Add that text to "labels" under what it announces, such as "received", "due" or "stepDue".
- The label of the status is there, but at main > div:3 stands no status the reader knows. If it is one, the reader has to learn it: no profile can name it.
- One sign only says that this page is "return". Add to "pages" an entry of that kind with a "url" pattern or a "heading".
- No action of the profile has its control on this page. If the page can receive or return, add the text of that control to "start" or "commit" of an entry in "actions".
`);
  });

  it('explains the first dossiers of a list', () => {
    const rows = Array.from({ length: 5 }, () => NO_FACTS);
    const text = explainText({ ...EXPLANATION, kind: 'list', facts: null, rows, hints: [] }, null, 0);
    expect(text.match(/^Row \d\nNo facts$/gm)).toEqual(['Row 1\nNo facts', 'Row 2\nNo facts', 'Row 3\nNo facts']);
    expect(text).toMatch(/… and 2 more rows: --json has them all\.\n$/);
  });

  it('gives as many hints as can be read', () => {
    const [hint] = EXPLANATION.hints;
    if (hint === undefined) throw new Error('no hint');
    const text = explainText({ ...EXPLANATION, hints: Array.from({ length: 400 }, () => hint) }, null, 0);
    expect(text.split('\n').length).toBeLessThan(60);
    expect(text).toMatch(/… and 388 more hints: --json has them all\.\n$/);
  });

  it('says why no kind is believed', () => {
    const none = { ...EXPLANATION, kind: 'other', facts: null, hints: [] } as const;
    expect(explainText(none, null, 0)).toContain('No kind is believed: two signs have to agree\n- detail: its address');
    expect(explainText({ ...none, signals: {} }, null, 0)).toContain('Nothing speaks for any kind of page\n');
  });
});
