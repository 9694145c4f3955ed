import { codeOf, events, id, v1 } from './event.js';
import { InvalidFact } from './fact-check.js';
import { refusals } from './refusals.js';
import {
  broken,
  correctionOf,
  refusalIn,
  refuseItself,
  refuseResting,
  rootOf,
  spokenOf,
  standingOf,
  whyBroken,
} from './revise.js';
import { codesNamed } from './testing/code-list.js';
import { recorded } from './testing/spec-of.js';

const doors = events(
  { category: 'door', owner: 'doorId', class: 'CASE' },
  { DoorOpened: v1({ doorId: id(), way: codeOf(codesNamed('IN', 'OUT')) }) },
);
const opened = { type: 'DoorOpened' as const, data: { doorId: 'd', way: 'IN' as const } };
const mark = (corrects: string) => ({
  type: 'RecordedInErrorMarked' as const,
  data: { corrects, doorId: 'd', reasonCode: 'OTHER', reason: 'Feil.' },
});
const rewritten = (corrects: string) => ({
  type: 'DoorOpenedCorrected' as const,
  data: { corrects, doorId: 'd', changed: { way: 'OUT' }, reason: 'Feil.' },
});
const house = refusals('house', {
  closed: ['The door is closed.', 'Døra er lukket.', 'Døra er lukka.'],
  locked: ['The door is locked.', 'Døra er låst.', 'Døra er låst.'],
});
const { refusal } = house;

/** e0 stands, e1 was marked as recorded in error by e2, and that mark by e3; e4 is corrected by e5, which e6 marked. */
const history = recorded(doors, [
  opened,
  opened,
  mark('e1'),
  mark('e2'),
  opened,
  rewritten('e4'),
  mark('e5'),
]);
const eventOf = (eventId: string) => {
  const event = history.find((one) => one.id === eventId);
  if (!event) throw new Error(`There is no ${eventId}`);
  return event;
};
const faults = [
  { event: eventOf('e0'), refusal: refusal('closed') },
  { event: eventOf('e1'), refusal: refusal('locked') },
];

describe('a correction as it was asked for', () => {
  const asked = (eventId: string, changed: Readonly<Record<string, unknown>>, stream = history) =>
    correctionOf(doors, house, { eventId, changed, reason: 'Feil.' }, stream);

  it('is of the event as it was recorded, beside what it reads now', () =>
    expect(asked('e0', { way: 'OUT' })).toEqual({
      target: eventOf('e0'),
      now: eventOf('e0').data,
      fact: rewritten('e0'),
    }));

  it('tells what an event reads now that was corrected before', () => {
    const twice = recorded(doors, [opened, rewritten('e0')]);
    expect(asked('e0', { way: 'IN' }, twice)).toMatchObject({
      target: { data: { way: 'IN' } },
      now: { way: 'OUT' },
      fact: { data: { changed: { way: 'IN' } } },
    });
  });

  it('is none where the event reads so already, also since a correction', () => {
    expect(asked('e0', { way: 'IN' })).toBeUndefined();
    expect(asked('e0', { way: 'OUT' }, recorded(doors, [opened, rewritten('e0')]))).toBeUndefined();
  });

  it.each([
    ['of an event that is absent', 'e9', history, 'house/no-such-event'],
    ['of an event that was annulled', 'e0', recorded(doors, [opened, mark('e0')]), 'house/already-annulled'],
    ['of a correction', 'e1', recorded(doors, [opened, rewritten('e0')]), 'house/not-correctable'],
    ['of an annulled correction', 'e5', history, 'house/already-annulled'],
    ['of an annulment', 'e6', history, 'house/not-correctable'],
  ])('is refused %s', (_, eventId, stream, code) =>
    expect(refusalIn(() => asked(eventId, { way: 'OUT' }, stream))?.code).toBe(code),
  );

  it.each([
    ['a field that cannot be corrected', { doorId: 'other' }, 'changed.doorId'],
    ['a field that the event has not', { colour: 'RED' }, 'changed.colour'],
    ['a value that is none of the field’s', { way: 'UP' }, 'changed.way'],
    ['no field', {}, 'changed'],
  ])('cannot change %s', (_, changed, path) => {
    expect(() => asked('e0', changed)).toThrow(InvalidFact);
    expect(() => asked('e0', changed)).toThrow(`DoorOpenedCorrected cannot be recorded: ${path} `);
  });
});

describe('a revision', () => {
  it('speaks of the event that a chain of marks is about', () =>
    expect(history.filter(spokenOf(history, [mark('e3')]))).toEqual([eventOf('e1')]));

  it('breaks what was not broken before', () => {
    const isSame = (known: (typeof faults)[number], { event }: (typeof faults)[number]) =>
      known.event.id === event.id;
    expect(broken(faults.slice(0, 1), faults, isSame)).toEqual(faults.slice(1));
  });

  it('is refused in the words of its own rule, whatever rests on it', () => {
    expect(refusalIn(() => refuseItself(faults, (event) => event.id === 'e1'))?.code).toBe('house/locked');
    expect(refusalIn(() => refuseItself(faults, (event) => event.id === 'e2'))).toBeUndefined();
  });

  it('is refused where something rests on it, naming what and why', () => {
    const resting = [eventOf('e0'), eventOf('e4')].map(standingOf);
    expect(refusalIn(() => refuseResting(house, resting, whyBroken(faults)))).toMatchObject({
      code: 'house/rests-on',
      phrase: {
        nn: expect.stringMatching(
          /dei nyaste først\. Elles ville ei seinare oppføring ikkje kunne stå: Døra er lukka\.$/,
        ) as unknown,
      },
      restsOn: [
        { eventId: 'e0', type: 'DoorOpened', stream: 'door-1576.d' },
        { eventId: 'e4', type: 'DoorOpened', stream: 'door-1576.d' },
      ],
    });
  });

  it('is refused without a word of why where nothing is told', () =>
    expect(refusalIn(() => refuseResting(house, [standingOf(eventOf('e0'))]))?.message).toMatch(
      /the newest first\.$/,
    ));

  it('stands where nothing rests on it', () =>
    expect(refusalIn(() => refuseResting(house, [], whyBroken(faults)))).toBeUndefined());

  it('is told why the first of what rests on it would not stand', () => {
    expect(whyBroken(faults)).toMatchObject({
      en: ' Otherwise DoorOpened would not stand: The door is closed.',
      nn: ' Elles ville ei seinare oppføring ikkje kunne stå: Døra er lukka.',
    });
    expect(whyBroken([])).toBeUndefined();
  });
});

describe('the root of an entry', () =>
  it.each([
    ['that revises nothing is itself', 'e0', 'e0'],
    ['is the event that it marks', 'e2', 'e1'],
    ['is the event that a mark marks which it marks', 'e3', 'e1'],
    ['is the event that it corrects', 'e5', 'e4'],
    ['is the event that a correction corrects which it marks', 'e6', 'e4'],
  ])('%s', (_, eventId, root) => expect(rootOf(eventOf(eventId), history)).toEqual(eventOf(root))));

describe('the root of an entry whose event is not in the history', () =>
  it('is itself', () => expect(rootOf(eventOf('e2'), [])).toEqual(eventOf('e2'))));
