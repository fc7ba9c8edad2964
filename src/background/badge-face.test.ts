import { describe, expect, it } from 'vitest';
import { badgeFace } from './badge-face.ts';

describe('badgeFace', () => {
  it('says by text how many there are and that one is late, in both languages', () => {
    expect(badgeFace({ overdue: 0, dueToday: 0 }, 'vi').text).toBe('');
    expect(badgeFace({ overdue: 0, dueToday: 2 }, 'vi')).toMatchObject({
      text: '2',
      title: expect.stringContaining('2'),
    });
    expect(badgeFace({ overdue: 1, dueToday: 2 }, 'en')).toMatchObject({
      text: '3!',
      title: 'Thân Thiện: 1 past due, 2 due today',
    });
  });
});
