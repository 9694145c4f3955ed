import { type LeftTask, leftWaiting, type Staff } from './left-waiting.js';

const staff: Staff = {
  worksAs: (partyId) => (partyId === 'left' ? undefined : partyId === 'former' ? 'anna' : partyId),
  leaderOf: (unit) => ({ SCHOOL: 'head', KE: 'leader' })[unit ?? 'KE'],
};
const task = (differs: Partial<LeftTask> = {}): LeftTask => ({
  since: '2026-03-02',
  heldSince: null,
  partyId: 'anna',
  unit: null,
  ...differs,
});
const told = (day: string) => new Map([['anna', day]]);

describe('Who has left a task untouched for two working days', () => {
  it.each<
    [what: string, tasks: readonly LeftTask[], today: string, toldOn: Map<string, string>, who: string[]]
  >([
    ['nobody before', [task()], '2026-03-03', new Map(), []],
    ['whose own it is', [task()], '2026-03-04', new Map(), ['anna']],
    ['the same under the id that goes on', [task({ partyId: 'former' })], '2026-03-04', new Map(), ['anna']],
    ['nobody over a weekend', [task({ since: '2026-03-06' })], '2026-03-09', new Map(), []],
    ['after it', [task({ since: '2026-03-06' })], '2026-03-10', new Map(), ['anna']],
    [
      'counts from when it is one’s own',
      [task({ since: '2026-01-02', heldSince: '2026-03-03' })],
      '2026-03-04',
      new Map(),
      [],
    ],
    [
      'the leader of the unit that it is left to',
      [task({ partyId: null, unit: 'SCHOOL' })],
      '2026-03-04',
      new Map(),
      ['head'],
    ],
    [
      'the unit’s leader, where it is nobody’s',
      [task({ partyId: null })],
      '2026-03-04',
      new Map(),
      ['leader'],
    ],
    [
      'the leader, where whose it is does not work there any more',
      [task({ partyId: 'left', heldSince: '2026-03-04' })],
      '2026-03-04',
      new Map(),
      ['leader'],
    ],
    [
      'nobody, where nobody is known to lead',
      [task({ partyId: null, unit: 'NAV' })],
      '2026-03-04',
      new Map(),
      [],
    ],
    ['each once', [task(), task({ since: '2026-02-02' })], '2026-03-04', new Map(), ['anna']],
    ['not again the next day', [task()], '2026-03-05', told('2026-03-04'), []],
    ['again after as long', [task()], '2026-03-06', told('2026-03-04'), ['anna']],
    [
      'the next day of what came to lie so long since',
      [task(), task({ since: '2026-03-03' })],
      '2026-03-05',
      told('2026-03-04'),
      ['anna'],
    ],
    ['once after a week without anybody running', [task()], '2026-03-13', told('2026-03-04'), ['anna']],
  ])('%s', (_, tasks, today, toldOn, who) =>
    expect([...leftWaiting(tasks, staff, { today, days: 2, toldOn })]).toEqual(who),
  );
});
