import { events, id, type Recorded, v1 } from './event.js';
import { refusals } from './refusals.js';
import { broken, refusalIn, refuseItself, spokenOf, whyBroken } from './revise.js';
import { recorded } from './testing/spec-of.js';

const doors = events(
  { category: 'door', owner: 'doorId', class: 'CASE' },
  { DoorOpened: v1({ doorId: id() }) },
);
const opened = { type: 'DoorOpened' as const, data: { doorId: 'd' } };
const mark = (corrects: string) => ({
  type: 'RecordedInErrorMarked' as const,
  data: { corrects, doorId: 'd', reasonCode: 'OTHER', reason: 'Feil.' },
});
const history = recorded(doors, [opened, opened, mark('e1'), mark('e2')]);
const [first, second] = history as [Recorded, Recorded];
const { refusal } = refusals('house', {
  closed: ['The door is closed.', 'Døra er lukket.', 'Døra er lukka.'],
  locked: ['The door is locked.', 'Døra er låst.', 'Døra er låst.'],
});
const faults = [
  { event: first, refusal: refusal('closed') },
  { event: second, refusal: refusal('locked') },
];

describe('a revision', () => {
  it('speaks of the event that a chain of marks is about', () => {
    const isSpoken = spokenOf(history, [mark('e3')]);
    expect(history.filter(isSpoken)).toEqual([second]);
  });

  it('breaks what was not broken before', () => {
    const isSame = (known: (typeof faults)[number], { event }: (typeof faults)[number]) =>
      known.event.id === event.id;
    expect(broken(faults.slice(0, 1), faults, isSame)).toEqual(faults.slice(1));
  });

  it('is refused in the words of its own rule, whatever rests on it', () => {
    expect(refusalIn(() => refuseItself(faults, ({ id }) => id === 'e1'))?.code).toBe('house/locked');
    expect(refusalIn(() => refuseItself(faults, ({ id }) => id === 'e2'))).toBeUndefined();
  });

  it('is told why the first of what rests on it would not stand', () => {
    expect(whyBroken(faults)).toMatchObject({
      en: ' Otherwise DoorOpened would not stand: The door is closed.',
      nn: ' Elles ville ei seinare oppføring ikkje kunne stå: Døra er lukka.',
    });
    expect(whyBroken([])).toBeUndefined();
  });
});
