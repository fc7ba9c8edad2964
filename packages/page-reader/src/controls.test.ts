import { describe, expect, it } from 'vitest';
import { controlText, findAction, isControl, nearestControl } from './controls.ts';
import { node } from './testing/literal.ts';
import { shippedProfile } from './testing/shipped-profile.ts';

const opencps = shippedProfile('opencps');

describe('controls', () => {
  it('knows what is pressed to act', () => {
    expect(isControl(node('button', {}))).toBe(true);
    expect(isControl(node('div', { role: 'button' }))).toBe(true);
    expect(isControl(node('input', { type: 'submit', value: 'Tiếp nhận' }))).toBe(true);
    expect(isControl(node('a', { class: 'btn btn-primary' }))).toBe(true);
    expect(isControl(node('a', { class: 'v-tabs__item' }))).toBe(false);
    expect(isControl(node('input', { type: 'text' }))).toBe(false);
    expect(isControl(node('div', { class: 'button' }))).toBe(false);
  });

  it('finds the control a press lands on', () => {
    const words = node('span', {}, 'Tiếp nhận');
    const control = node('button', {}, node('div', {}, words));
    node('form', {}, control);
    expect(nearestControl(words)).toBe(control);
    expect(nearestControl(node('div', {}))).toBeNull();
  });

  it('reads the words a person sees on it', () => {
    expect(
      controlText(node('button', {}, node('div', {}, ' Trả \u00a0kết quả '), node('span', { hidden: '' }, '3'))),
    ).toBe('Trả kết quả');
    expect(controlText(node('input', { type: 'submit', value: 'Tiếp nhận' }))).toBe('Tiếp nhận');
    expect(controlText(node('div', { role: 'button' }, 'x'.repeat(81)))).toBe('');
  });
});

describe('actions', () => {
  const press = (kind: 'detail' | 'receive' | 'list', text: string, started: string | null = null) => {
    const found = findAction(opencps, kind, text, started);
    return found === null ? null : `${found.action.outcome} ${found.step}`;
  };

  it('commits at once on the receive form', () => {
    expect(press('receive', 'Tiếp nhận')).toBe('received commit');
    expect(press('receive', 'TIẾP NHẬN VÀ THÊM MỚI')).toBe('received commit');
  });

  it('starts on the detail and commits what was started last', () => {
    expect(press('detail', 'Trả kết quả')).toBe('returned start');
    expect(press('detail', 'Xác nhận', 'return')).toBe('returned commit');
    expect(press('detail', 'Xác nhận', 'supplement')).toBe('supplement commit');
    expect(press('detail', 'Xác nhận', 'refuse')).toBe('refused commit');
    expect(press('detail', 'Tiếp nhận')).toBe('received start');
  });

  it('does not guess whose commit it is', () => {
    expect(press('detail', 'Xác nhận')).toBeNull();
    expect(press('detail', 'Xác nhận', 'receive-form')).toBeNull();
  });

  it('takes a commit text that only one action has', () => {
    expect(press('list', 'Lưu phiếu từ chối')).toBe('refused commit');
  });

  it('knows nothing of other controls, pages and portals', () => {
    expect(press('detail', 'Quay lại')).toBeNull();
    expect(press('list', 'Trả kết quả')).toBeNull();
    expect(press('detail', '')).toBeNull();
    expect(findAction(null, 'detail', 'Trả kết quả', null)).toBeNull();
  });
});
