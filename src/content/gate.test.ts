// @vitest-environment happy-dom
import type { PageFacts, PageKind, SignsSeen } from 'page-reader';
import { beforeEach, describe, expect, it } from 'vitest';
import { portalById } from '../rules/portals/index.ts';
import { Gate, type Press } from './gate.ts';

const SUCCESS = 'thực hiện thành công!';
const FAILURE = 'yêu cầu của bạn thực hiện thất bại.';

/** A desk with one page of the OpenCPS profile, driven by hand. */
function gateOn(kind: PageKind, facts: PageFacts | null = null) {
  const profile = portalById('opencps');
  if (profile === null) throw new Error('the shipped profile is missing');
  const page = { kind, facts, texts: {} as Record<string, number>, now: 1_000 };
  const presses: Press[] = [];
  const settled: boolean[] = [];
  const stop = new AbortController();
  const signs = (): SignsSeen => ({ texts: page.texts, status: null, code: null, url: 'https://motcua.mod.gov.vn/' });
  const gate = new Gate(
    window,
    {
      page: () => ({ profile, kind: page.kind, facts: page.facts }),
      signs,
      onPress: (press) => presses.push(press),
      onSettle: (_press, success) => settled.push(success),
      now: () => page.now,
    },
    stop.signal,
  );
  return { gate, page, presses, settled, stop };
}

function button(text: string): HTMLElement {
  const element = document.createElement('button');
  element.innerHTML = `<span>${text}</span>`;
  document.body.append(element);
  const inside = element.firstElementChild;
  if (!(inside instanceof HTMLElement)) throw new Error('no span');
  return inside;
}

beforeEach(() => {
  document.body.replaceChildren();
});

describe('Gate', () => {
  it('takes a start that commits at once for a press', () => {
    const { gate, presses } = gateOn('receive', { doubts: [], channel: 'direct' });
    gate.press(button('Tiếp nhận'));
    expect(presses.map(({ action, facts }) => [action.outcome, facts?.channel])).toEqual([['received', 'direct']]);
  });

  it('knows by the start which action "Xác nhận" commits', () => {
    const { gate, presses } = gateOn('detail');
    gate.press(button('Xác nhận'));
    expect(presses).toEqual([]);
    gate.press(button('Yêu cầu bổ sung'));
    expect(presses).toEqual([]);
    gate.press(button('Xác nhận'));
    expect(presses.map(({ action }) => action.outcome)).toEqual(['supplement']);
  });

  it('forgets a start on another dossier', () => {
    const { gate, presses } = gateOn('detail');
    gate.press(button('Trả kết quả'));
    gate.forgetStart();
    gate.press(button('Xác nhận'));
    expect(presses).toEqual([]);
  });

  it('forgets a start when a control that stood there before is pressed: another action of the page', () => {
    const { gate, presses } = gateOn('detail');
    const [start, other] = [button('Trả kết quả'), button('Chuyển xử lý')];
    gate.press(start);
    gate.press(button('Đóng'));
    gate.press(other);
    gate.press(button('Xác nhận'));
    expect(presses).toEqual([]);
  });

  it('forgets it too where the page has drawn that control anew, or in a shadow root', () => {
    const { gate, presses } = gateOn('detail');
    const host = document.createElement('div');
    document.body.append(host);
    const root = host.attachShadow({ mode: 'open' });
    const [start, other] = [button('Trả kết quả'), button('Chuyển xử lý')];
    for (const each of [start, other]) root.append(each.parentElement ?? '');
    gate.press(start);
    other.parentElement?.remove();
    gate.press(button('Chuyển xử lý'));
    gate.press(button('Xác nhận'));
    expect(presses).toEqual([]);
  });

  it('keeps a start through whatever came up for it, also when it was pressed twice', () => {
    const { gate, presses } = gateOn('detail');
    const start = button('Trả kết quả');
    button('Chuyển xử lý');
    gate.press(start);
    const [file, day, commit] = [button('Chọn tệp'), button('12'), button('Xác nhận')];
    gate.press(start);
    for (const pressed of [file, day, commit]) gate.press(pressed);
    expect(presses.map(({ action }) => action.outcome)).toEqual(['returned']);
    // Something was left out, and it is sent once more.
    gate.press(file);
    gate.press(commit);
    expect(presses).toHaveLength(2);
  });

  it('keeps a start although a control that nobody could see has the words of one of its own', () => {
    const { gate, presses } = gateOn('detail');
    const former = button('Chọn tệp');
    former.style.display = 'none';
    gate.press(button('Trả kết quả'));
    former.style.display = '';
    gate.press(former);
    gate.press(button('Xác nhận'));
    expect(presses.map(({ action }) => action.outcome)).toEqual(['returned']);
  });

  it('forgets a start when the page shows another dossier at the same address', () => {
    const { gate, page, presses } = gateOn('detail', { doubts: [], code: 'A-1' });
    gate.press(button('Trả kết quả'));
    page.facts = { doubts: [], code: 'A-2' };
    gate.press(button('Xác nhận'));
    expect(presses).toEqual([]);
  });

  it('keeps a start while its dialog shows nothing of the dossier', () => {
    const { gate, page, presses } = gateOn('detail', { doubts: [], code: 'A-1' });
    gate.press(button('Trả kết quả'));
    page.facts = null;
    gate.press(button('Xác nhận'));
    expect(presses.map(({ action }) => action.outcome)).toEqual(['returned']);
  });

  it('forgets a start after ten minutes', () => {
    const { gate, page, presses } = gateOn('detail');
    gate.press(button('Trả kết quả'));
    page.now += 600_001;
    gate.press(button('Xác nhận'));
    expect(presses).toEqual([]);
  });

  it('lets every other press go by, and anything outside a control', () => {
    const { gate, presses } = gateOn('receive');
    gate.press(button('Quay lại'));
    const plain = document.createElement('p');
    plain.textContent = 'Tiếp nhận';
    document.body.append(plain);
    gate.press(plain);
    expect(presses).toEqual([]);
  });

  it('does not listen to presses that no person made', () => {
    const { presses } = gateOn('receive');
    button('Tiếp nhận').click();
    expect(presses).toEqual([]);
  });

  it('settles on a sign that was not there at the press', () => {
    const { gate, page, settled } = gateOn('receive');
    page.texts = { [SUCCESS]: 1 };
    gate.press(button('Tiếp nhận'));
    gate.check();
    expect(settled).toEqual([]);
    page.texts = { [SUCCESS]: 0 };
    gate.check();
    page.texts = { [SUCCESS]: 1 };
    gate.check();
    gate.check();
    expect(settled).toEqual([true]);
  });

  it('tells a refusal from a success', () => {
    const { gate, page, settled } = gateOn('receive');
    gate.press(button('Tiếp nhận'));
    page.texts = { [FAILURE]: 1 };
    gate.check();
    expect(settled).toEqual([false]);
  });

  it('forgets a press without any sign after a minute', () => {
    const { gate, page, settled } = gateOn('receive');
    gate.press(button('Tiếp nhận'));
    page.now += 60_001;
    page.texts = { [SUCCESS]: 1 };
    gate.check();
    gate.check();
    expect(settled).toEqual([]);
  });

  it('goes on waiting on the next page of a server-rendered portal, where every sign is new', () => {
    const { gate, page, settled } = gateOn('other');
    const action = portalById('opencps')?.actions.find(({ outcome }) => outcome === 'returned');
    if (action === undefined) throw new Error('the shipped profile has no return');
    gate.resume(action, page.now - 500);
    page.texts = { [SUCCESS]: 1 };
    gate.check();
    expect(settled).toEqual([true]);
  });
});
