import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OnTimeClass } from '../journal/entry.ts';
import { type Desk, type DossierPage, emptyDesk, type SeenDossier } from './desk.ts';
import { deskAt, finishAt, JOIN_MS, PRESS_WAITS_MS, SESSION_IDLE_MS, UNDO_MS, undoableAt } from './desk-time.ts';
import { type DeskEvent, nextDesk } from './next-desk.ts';
import type { Channel, Outcome, Tone } from './outcome.ts';
import { readDesk } from './read-desk.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** An invented desk with a clock and ids of its own: `s1` is the first session, `e1` the first entry. */
class TestDesk {
  now = 1_800_000_000_000;
  desk: Desk = emptyDesk;
  #sessions = 0;
  #entries = 0;

  send(event: DeskEvent): this {
    this.desk = nextDesk(this.desk, event, this.now, () => `s${++this.#sessions}`);
    return this;
  }
  after(ms: number): this {
    this.now += ms;
    return this;
  }
  waiting(): this {
    return this.send({ type: 'waiting' });
  }
  sees(page: DossierPage, dossier: Partial<SeenDossier> = {}): this {
    return this.send({ type: 'see', page, dossier: seen(dossier) });
  }
  leaves(): this {
    return this.send({ type: 'leave' });
  }
  presses(outcome: Outcome, dossier: Partial<SeenDossier> = {}, onTime: OnTimeClass = null): this {
    return this.send({ type: 'press', actionId: outcome, outcome, dossier: seen(dossier), onTime });
  }
  signOfSuccess(): this {
    return this.send({ type: 'settle', success: true });
  }
  signOfFailure(): this {
    return this.send({ type: 'settle', success: false });
  }
  /** Presses and sees the sign of success a second later. */
  does(outcome: Outcome, dossier: Partial<SeenDossier> = {}, onTime: OnTimeClass = null): this {
    return this.presses(outcome, dossier, onTime).after(SECOND).signOfSuccess();
  }
  /** Confirms or skips, as the background does: only what is asked, and never twice. */
  answers(): this {
    const asked = this.asked();
    if (asked === null) throw new Error('nothing is asked');
    return this.send({ type: 'recorded', sessionId: asked.sessionId, entryId: `e${++this.#entries}` });
  }
  takesBack(of = `e${this.#entries}`): this {
    return this.send({ type: 'voided', of });
  }
  asked() {
    return finishAt(this.desk, this.now);
  }
  session() {
    return deskAt(this.desk, this.now).session?.id ?? null;
  }
}

function seen(dossier: Partial<SeenDossier>): SeenDossier {
  return { key: 'A', channel: 'direct', procedureCode: null, group: null, tone: null, ...dossier };
}

const desk = (): TestDesk => new TestDesk();
/** A first citizen, who came with dossier A and has just been seen off. */
const afterFinish = (): TestDesk => desk().sees('receive').does('received').answers();

describe('a session starts', () => {
  it('with the session button', () => {
    expect(desk().waiting().session()).toBe('s1');
  });

  it('with the first receive form, also where the form does not say how the citizen came', () => {
    expect(desk().sees('receive', { channel: 'direct' }).session()).toBe('s1');
    expect(desk().sees('receive', { channel: null, key: null }).session()).toBe('s1');
  });

  it('with a direct dossier opened when no session is open', () => {
    expect(desk().sees('dossier').session()).toBe('s1');
    expect(afterFinish().leaves().sees('dossier', { key: 'B' }).session()).toBe('s2');
  });

  it('with a press on a direct dossier, also from a list', () => {
    expect(desk().leaves().presses('returned').session()).toBe('s1');
    expect(desk().does('returned').asked()).toMatchObject({ sessionId: 's1', outcome: 'returned' });
  });

  it.each<Channel>(['online', 'post'])('never with a dossier that came by %s', (channel) => {
    const quiet = desk().sees('receive', { channel }).sees('dossier', { channel }).does('received', { channel });
    expect(quiet.session()).toBeNull();
    expect(quiet.asked()).toBeNull();
  });

  it('never with a dossier whose channel is unknown', () => {
    const quiet = desk().sees('dossier', { channel: null }).does('returned', { channel: null });
    expect(quiet.session()).toBeNull();
    expect(quiet.asked()).toBeNull();
  });

  it('never with a list', () => {
    expect(desk().leaves().session()).toBeNull();
  });
});

describe('every dossier opened meanwhile belongs to the session', () => {
  it('so that several forms and details are one citizen', () => {
    const busy = desk().sees('receive').sees('dossier', { key: 'B' }).leaves().sees('receive', { key: 'C' });
    expect(busy.session()).toBe('s1');
    expect(busy.desk.session?.dossiers).toEqual(['A', 'B', 'C']);
  });

  it('without the state growing for ever', () => {
    const busy = desk();
    for (let n = 0; n < 200; n++) busy.sees('dossier', { key: `D${n}` });
    expect(busy.desk.session?.dossiers.length).toBeLessThanOrEqual(50);
    expect(busy.desk.session?.dossiers.at(-1)).toBe('D199');
  });

  it('but an online dossier handled meanwhile does not, and nothing is asked for it', () => {
    const mixed = desk().sees('receive').sees('dossier', { key: 'O', channel: 'online' });
    mixed.does('returned', { key: 'O', channel: 'online' });
    expect(mixed.desk.session?.dossiers).toEqual(['A']);
    expect(mixed.asked()).toBeNull();
    expect(mixed.does('received').does('returned', { key: 'O', channel: 'online' }).asked()?.outcome).toBe('received');
  });

  it('an action on a dossier of unknown channel is asked about when somebody was said to be here', () => {
    expect(desk().waiting().does('returned', { channel: null }).asked()).toMatchObject({
      outcome: 'returned',
      channel: null,
    });
  });

  it('the dossier on the screen comes along when the button is pressed', () => {
    const grief = desk().sees('dossier', { channel: null, tone: 'grief' }).waiting();
    expect(grief.desk.session).toMatchObject({ tone: 'grief', dossiers: ['A'] });
  });

  it('but not the dossier of the citizen before, nor one that came online', () => {
    const next = desk().sees('receive', { tone: 'grief' }).does('received', { tone: 'grief' }).answers().waiting();
    expect(next.desk.session).toMatchObject({ tone: null, dossiers: [] });
    const online = desk().sees('dossier', { channel: 'online', tone: 'grief' }).waiting();
    expect(online.desk.session).toMatchObject({ tone: null, dossiers: [] });
  });
});

describe('a session ends', () => {
  it('with its finish', () => {
    expect(afterFinish().session()).toBeNull();
  });

  it('with the next start by the button: the citizen before is unknown, and nothing is asked for them any more', () => {
    const next = desk().sees('receive').does('received').waiting();
    expect(next.session()).toBe('s2');
    expect(next.asked()).toBeNull();
  });

  it('after 20 minutes without activity, and nothing is asked or recorded any more', () => {
    const idle = desk().sees('receive').does('received');
    expect(idle.after(SESSION_IDLE_MS - 1).asked()).not.toBeNull();
    expect(idle.after(1).session()).toBeNull();
    expect(idle.asked()).toBeNull();
    expect(idle.send({ type: 'recorded', sessionId: 's1', entryId: 'late' }).desk.ended).toBeNull();
  });

  it('not while it is worked on', () => {
    const busy = desk().sees('receive');
    for (let step = 0; step < 5; step++) busy.after(15 * MINUTE).sees('dossier', { key: `D${step}` });
    expect(busy.session()).toBe('s1');
  });

  it('even though lists and online dossiers are handled: they are no sign of a citizen', () => {
    const gone = desk()
      .sees('receive')
      .after(15 * MINUTE)
      .leaves()
      .sees('dossier', { key: 'O', channel: 'online' });
    expect(gone.after(5 * MINUTE).session()).toBeNull();
  });

  it('the same way after the clock was set back', () => {
    expect(desk().sees('receive').after(-SESSION_IDLE_MS).session()).toBeNull();
    expect(desk().sees('receive').after(-MINUTE).session()).toBe('s1');
  });
});

describe('a pressed action', () => {
  it('is remembered until its sign of success, through any page', () => {
    const pressed = desk()
      .sees('receive')
      .presses('received')
      .after(30 * SECOND)
      .leaves()
      .sees('dossier');
    expect(pressed.asked()).toBeNull();
    expect(pressed.desk.pressed).toMatchObject({ actionId: 'received', outcome: 'received' });
    pressed.signOfSuccess();
    expect(pressed.asked()?.outcome).toBe('received');
    expect(pressed.desk.pressed).toBeNull();
  });

  it('is forgotten at the sign of failure', () => {
    const refused = desk().sees('receive').presses('received').signOfFailure();
    expect(refused.desk.pressed).toBeNull();
    expect(refused.signOfSuccess().asked()).toBeNull();
    expect(refused.session()).toBe('s1');
  });

  it('is forgotten after 60 seconds', () => {
    const slow = desk().sees('receive').presses('received');
    expect(slow.after(PRESS_WAITS_MS).signOfSuccess().asked()).toBeNull();
    const inTime = desk().sees('receive').presses('received');
    expect(
      inTime
        .after(PRESS_WAITS_MS - 1)
        .signOfSuccess()
        .asked(),
    ).not.toBeNull();
  });

  it('is not asked about in the session of the next citizen', () => {
    expect(desk().sees('receive').presses('received').waiting().signOfSuccess().asked()).toBeNull();
  });

  it('without a press, a sign means nothing', () => {
    expect(desk().sees('receive').signOfSuccess().asked()).toBeNull();
  });
});

describe('finish', () => {
  it('carries what the cues and the entry need', () => {
    const dossier = { procedureCode: '1.001193', group: 'ho-tich', tone: 'joy' } as const;
    const done = desk().sees('dossier', dossier).does('returned', dossier, 'late');
    expect(done.asked()).toEqual({
      sessionId: 's1',
      askedAt: done.now,
      outcome: 'returned',
      tone: 'joy',
      group: 'ho-tich',
      procedureCode: '1.001193',
      channel: 'direct',
      onTime: 'late',
      late: true,
    });
  });

  it.each<readonly [Outcome, OnTimeClass, boolean | null]>([
    ['returned', 'early', false],
    ['returned', 'on-time', false],
    ['returned', null, null],
    ['received', 'late', null],
    ['supplement', 'late', null],
  ])('after %s with timing %s knows late as %s', (outcome, onTime, late) => {
    expect(desk().does(outcome, {}, onTime).asked()?.late).toBe(late);
  });

  it('is asked once for several actions, about the latest', () => {
    const two = desk().sees('receive').does('received').does('supplement', { key: 'B' });
    expect(two.asked()).toMatchObject({ sessionId: 's1', outcome: 'supplement' });
    expect(two.answers().asked()).toBeNull();
  });

  it('keeps grief for the whole session', () => {
    const mixed = desk().sees('dossier', { key: 'D', tone: 'grief' }).does('returned', { key: 'J', tone: 'joy' });
    expect(mixed.desk.session?.tone).toBe('grief');
    expect(mixed.asked()?.tone).toBe('grief');
  });

  it('learns of grief also while it is asked', () => {
    const asked = desk().does('returned', { tone: 'joy' }).sees('dossier', { key: 'D', tone: 'grief' });
    expect(asked.asked()).toMatchObject({ outcome: 'returned', tone: 'grief' });
  });

  it('does not borrow joy from another dossier', () => {
    const unknown = desk().sees('dossier', { tone: 'joy' }).does('returned', { key: 'B', tone: null });
    expect(unknown.desk.session?.tone).toBe('joy');
    expect(unknown.asked()?.tone).toBeNull();
  });

  it('answers only for the session that is open', () => {
    const open = desk().sees('receive').does('received');
    expect(open.send({ type: 'recorded', sessionId: 's0', entryId: 'e9' }).asked()).not.toBeNull();
  });
});

describe('after a finish', () => {
  it('an action within 3 minutes joins without asking', () => {
    const joined = afterFinish()
      .leaves()
      .after(2 * MINUTE)
      .sees('receive', { key: 'B' })
      .does('received', { key: 'B' });
    expect(joined.asked()).toBeNull();
    expect(joined.session()).toBeNull();
    expect(joined.desk.ended?.session.dossiers).toEqual(['A', 'B']);
    expect(joined.sees('dossier', { key: 'B' }).session()).toBeNull();
  });

  it('what counts is when it was pressed', () => {
    expect(
      afterFinish()
        .after(JOIN_MS - 1)
        .presses('returned')
        .after(30 * SECOND)
        .signOfSuccess()
        .asked(),
    ).toBeNull();
    expect(afterFinish().after(JOIN_MS).does('returned').asked()?.sessionId).toBe('s2');
  });

  it('an action pressed before the answer and seen through after it joins as well', () => {
    const late = desk().sees('receive').does('received').presses('returned', { key: 'B' }).answers().after(SECOND);
    expect(late.signOfSuccess().asked()).toBeNull();
  });

  it('the button says that the next citizen is here, so their action is asked about at once', () => {
    expect(afterFinish().waiting().does('received', { key: 'B' }).asked()?.sessionId).toBe('s2');
  });

  it('the session that a page suggested in between turns out to be the same citizen’s', () => {
    const joined = afterFinish()
      .sees('receive', { key: 'B' })
      .after(JOIN_MS - 1)
      .presses('received', { key: 'B' });
    expect(joined.session()).toBe('s2');
    expect(
      joined
        .after(30 * SECOND)
        .signOfSuccess()
        .session(),
    ).toBeNull();
  });

  it('the session that the button started in between stays open', () => {
    expect(afterFinish().presses('received', { key: 'B' }).waiting().signOfSuccess().session()).toBe('s2');
  });

  it('a joined action that the portal refuses leaves the next citizen’s session alone', () => {
    const refused = afterFinish().sees('receive', { key: 'B' }).presses('received', { key: 'B' }).signOfFailure();
    expect(refused.session()).toBe('s2');
  });

  it('the page that is read again is not the next citizen', () => {
    expect(afterFinish().sees('receive').session()).toBeNull();
    expect(afterFinish().sees('dossier').session()).toBeNull();
    expect(afterFinish().leaves().sees('dossier').session()).toBeNull();
    expect(
      afterFinish()
        .sees('receive')
        .after(10 * MINUTE)
        .sees('receive')
        .session(),
    ).toBeNull();
  });

  it('later, the detail after the form is a page newly opened', () => {
    expect(afterFinish().sees('receive').after(JOIN_MS).sees('dossier').session()).toBe('s2');
  });

  it('a receive form that learns its code while it is filled in is the same form', () => {
    const form = desk().sees('receive', { key: null }).after(SESSION_IDLE_MS).sees('receive', { key: 'A' });
    expect(form.session()).toBeNull();
  });

  it('a skip is a finish like any other', () => {
    // The desk does not know confirmed from skipped: which of the two it was is conduct, and stands in the entry.
    expect(afterFinish().does('returned', { key: 'B' }).asked()).toBeNull();
  });
});

describe('undo', () => {
  it('is open for 5 seconds', () => {
    const done = afterFinish();
    expect(undoableAt(done.desk, done.now)).toEqual({ id: 'e1', until: done.now + UNDO_MS });
    expect(undoableAt(done.desk, done.now + UNDO_MS - 1)).not.toBeNull();
    expect(undoableAt(done.desk, done.now + UNDO_MS)).toBeNull();
    expect(undoableAt(emptyDesk, done.now)).toBeNull();
  });

  it('asks again in the same session', () => {
    const again = afterFinish()
      .after(4 * SECOND)
      .takesBack();
    expect(again.asked()).toMatchObject({ sessionId: 's1', outcome: 'received' });
    expect(undoableAt(again.desk, again.now)).toBeNull();
    expect(again.answers().asked()).toBeNull();
  });

  it('gives the session its 20 minutes again', () => {
    const again = desk()
      .sees('receive')
      .does('received')
      .after(SESSION_IDLE_MS - SECOND)
      .answers()
      .takesBack();
    expect(again.after(SESSION_IDLE_MS - SECOND).asked()).not.toBeNull();
  });

  it('takes along what was opened in between', () => {
    const again = afterFinish().sees('receive', { key: 'B', tone: 'grief' }).takesBack();
    expect(again.desk.session).toMatchObject({ id: 's1', tone: 'grief', dossiers: ['A', 'B'] });
  });

  it('does not ask again once the next citizen was called, nor later, nor for another entry', () => {
    expect(afterFinish().waiting().takesBack().session()).toBe('s2');
    expect(afterFinish().waiting().takesBack().asked()).toBeNull();
    expect(afterFinish().after(UNDO_MS).takesBack().asked()).toBeNull();
    expect(afterFinish().takesBack('e0').asked()).toBeNull();
  });
});

describe('readDesk', () => {
  it('reads back what was stored and gives an empty desk for anything else', () => {
    const { desk: busy } = afterFinish().sees('receive', { key: 'B' }).presses('returned', {}, 'late');
    expect(readDesk(JSON.parse(JSON.stringify(busy)))).toEqual(busy);
    for (const wrong of [undefined, null, 'desk', {}, { ...busy, session: { id: 's1' } }, { ...busy, more: 1 }]) {
      expect(readDesk(wrong)).toEqual(emptyDesk);
    }
  });
});

describe('whatever happens', () => {
  type Step =
    | { readonly kind: 'event'; readonly event: DeskEvent }
    | { readonly kind: 'answer' | 'take-back' }
    | { readonly kind: 'wait'; readonly ms: number };

  const dossier: fc.Arbitrary<SeenDossier> = fc.record({
    key: fc.constantFrom('A', 'B', 'C', null),
    channel: fc.constantFrom<Channel | null>('direct', 'direct', 'online', 'post', null),
    procedureCode: fc.constantFrom('1.001193', null),
    group: fc.constantFrom('ho-tich', null),
    tone: fc.constantFrom<Tone | null>('joy', 'neutral', 'grief', null),
  });
  const outcome = fc.constantFrom<Outcome>('received', 'returned', 'supplement', 'refused');
  const onTime = fc.constantFrom<OnTimeClass>('early', 'on-time', 'late', null);
  const page = fc.constantFrom<DossierPage>('receive', 'dossier');
  const event: fc.Arbitrary<DeskEvent> = fc.oneof(
    fc.constant({ type: 'waiting' as const }),
    fc.constant({ type: 'leave' as const }),
    fc.record({ type: fc.constant('see' as const), page, dossier }),
    fc.record({ type: fc.constant('press' as const), actionId: fc.constant('x'), outcome, dossier, onTime }),
    fc.record({ type: fc.constant('settle' as const), success: fc.boolean() }),
  );
  const ms = fc.constantFrom(SECOND, 3 * SECOND, 10 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 19 * MINUTE, 21 * MINUTE);
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 8, arbitrary: fc.record({ kind: fc.constant('event' as const), event }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('answer', 'take-back' as const) }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms }) },
  );

  function take(test: TestDesk, move: Step): void {
    if (move.kind === 'event') test.send(move.event);
    else if (move.kind === 'wait') test.after(move.ms);
    else if (move.kind === 'answer' && test.asked() !== null) test.answers();
    else if (move.kind === 'take-back' && undoableAt(test.desk, test.now) !== null) test.takesBack();
  }

  function walk(check: (before: Desk, test: TestDesk, move: Step) => void): void {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (moves) => {
        const test = desk();
        for (const move of moves) {
          const before = test.desk;
          take(test, move);
          check(before, test, move);
        }
      }),
      { numRuns: 500 },
    );
  }

  it('a session never has more than one finish that stands', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (moves) => {
        const test = desk();
        const standing = new Map<string, number>();
        for (const move of moves) {
          const asked = test.asked();
          const undoable = undoableAt(test.desk, test.now);
          const ended = test.desk.ended?.session.id ?? '';
          if (move.kind === 'answer' && asked !== null)
            standing.set(asked.sessionId, (standing.get(asked.sessionId) ?? 0) + 1);
          if (move.kind === 'take-back' && undoable !== null) standing.set(ended, (standing.get(ended) ?? 0) - 1);
          take(test, move);
        }
        for (const count of standing.values()) expect([0, 1]).toContain(count);
      }),
      { numRuns: 1000 },
    );
  });

  it('nothing is ever asked about a dossier that came online or by post', () => {
    walk((_, test) => expect(['direct', null]).toContain(test.asked()?.channel ?? null));
  });

  it('asking begins only with a sign of success, or with an undo', () => {
    walk((before, test, move) => {
      if (test.asked() === null || finishAt(before, test.now) !== null) return;
      const success = move.kind === 'event' && move.event.type === 'settle' && move.event.success;
      expect(success || move.kind === 'take-back').toBe(true);
    });
  });

  it('once a session has run out nothing can be recorded for it', () => {
    walk((_, test) => {
      const later = test.now + SESSION_IDLE_MS;
      expect(finishAt(test.desk, later)).toBeNull();
      const id = test.desk.session?.id ?? 's1';
      const after = nextDesk(test.desk, { type: 'recorded', sessionId: id, entryId: 'x' }, later, () => 'new');
      expect(after.ended).toBeNull();
    });
  });

  it('the state is plain JSON and reads back as it was', () => {
    walk((_, test) => {
      const stored: unknown = JSON.parse(JSON.stringify(test.desk));
      expect(stored).toEqual(test.desk);
      expect(readDesk(stored)).toEqual(test.desk);
    });
  });

  it('looking twice changes nothing', () => {
    walk((_, test) => {
      const once = deskAt(test.desk, test.now);
      expect(deskAt(once, test.now)).toBe(once);
    });
  });

  it('a session that has seen grief stays grief', () => {
    walk((before, { desk: { session } }) => {
      if (session !== null && session.id === before.session?.id && before.session.tone === 'grief') {
        expect(session.tone).toBe('grief');
        if (session.finish !== null && session.finish !== before.session.finish)
          expect(session.finish.tone).toBe('grief');
      }
    });
  });
});
