import { id, localDate, v1 } from './event.js';
import { refusals } from './refusals.js';
import { refusalIn } from './revise.js';
import { declaredIn, stepsByType, stepsOf } from './step.js';

interface Door {
  readonly openedOn: string | undefined;
}
const { refusal, inOrder, refuseIf } = refusals('house', {
  closed: ['The door is closed.', 'Døra er lukket.', 'Døra er lukka.'],
  locked: ['The door is locked.', 'Døra er låst.', 'Døra er låst.'],
  'date-order': [
    'It closes after it opened.',
    'Den lukkes etter at den ble åpnet.',
    'Ho blir lukka etter at ho vart opna.',
  ],
});
const about = { doorId: id() };
const step = stepsOf<Door, undefined, { readonly isLocked: boolean }, typeof about>();

const opened = step('DoorOpened', v1({ ...about, openedOn: localDate() }, { occurs: 'openedOn' }), {
  admit: (_, { isLocked }) => refuseIf(isLocked, 'locked'),
  evolve: (_, { openedOn }) => ({ openedOn }),
});
const closed = step('DoorClosed', v1({ ...about, closedOn: localDate() }, { occurs: 'closedOn' }), {
  in(state, day) {
    if (state.openedOn === undefined) throw refusal('closed');
    return { openedOn: state.openedOn, asked: day };
  },
  check: ({ openedOn, asked }, { closedOn }) => {
    expect(asked).toBe(closedOn);
    inOrder(openedOn, closedOn, 'date-order');
  },
  decide: (said: { readonly on: string }, { state }, fact) =>
    state.openedOn === said.on ? [] : [fact({ closedOn: said.on })],
  evolve: () => ({ openedOn: undefined }),
});
const data = { doorId: 'd', closedOn: '2026-03-01' };

describe('a step', () => {
  it('refuses where the course does not allow it, before its own rule', () =>
    expect(refusalIn(() => closed.check({ openedOn: undefined }, data, undefined))?.code).toBe(
      'house/closed',
    ));

  it('sees in its rule what its place in the course made of the state', () => {
    expect(refusalIn(() => closed.check({ openedOn: '2026-03-01' }, data, undefined))).toBeUndefined();
    expect(refusalIn(() => closed.check({ openedOn: '2026-03-02' }, data, undefined))?.code).toBe(
      'house/date-order',
    );
  });

  it('asks what was told elsewhere of new ones alone', () => {
    const told = { doorId: 'd', openedOn: '2026-03-01' };
    expect(refusalIn(() => opened.admit({}, { isLocked: true }))?.code).toBe('house/locked');
    expect(refusalIn(() => opened.check({ openedOn: undefined }, told, undefined))).toBeUndefined();
  });

  it('records what it was told, unless it decides otherwise', () => {
    const at = { state: { openedOn: '2026-03-01' }, history: [], asked: { isLocked: false } };
    expect(opened.decide({ openedOn: '2026-03-01' }, at)).toEqual([
      { type: 'DoorOpened', data: { openedOn: '2026-03-01' } },
    ]);
    expect(closed.decide({ on: '2026-03-02' }, at)).toEqual([
      { type: 'DoorClosed', data: { closedOn: '2026-03-02' } },
    ]);
    expect(closed.decide({ on: '2026-03-01' }, at)).toEqual([]);
  });

  it('is anywhere in the course unless it says where', () => {
    const state = { openedOn: undefined };
    expect(opened.inCourse(state, { doorId: 'd', openedOn: '2026-03-01' })).toBe(state);
  });

  it('is found by its type, in a list from which the events follow', () => {
    const stepOf = stepsByType([opened, closed]);
    expect(stepOf('DoorClosed')).toBe(closed);
    expect(() => stepOf('DoorPainted')).toThrow('DoorPainted');
    expect(declaredIn([opened, closed])).toEqual({ DoorOpened: opened.event, DoorClosed: closed.event });
  });
});
