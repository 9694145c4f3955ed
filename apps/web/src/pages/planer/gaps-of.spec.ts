import type { Task } from '../../tasks/task.js';
import { gapsOf } from './gaps-of.js';

const person = (subjectId: string) => ({
  subjectId,
  givenName: 'Utkast',
  familyName: 'Prøvheim',
  birthYear: 1977,
  protectedAddress: false,
  disposed: false,
});
const task = (kind: string, subjectId: string, since: string) =>
  ({ id: `${kind} ${subjectId}`, kind, subject: person(subjectId), since }) as unknown as Task;

const now = '2026-11-30';
const without = [
  { subject: person('late'), withoutCoordinatorSince: '2026-11-03' },
  { subject: person('long'), withoutCoordinatorSince: '2026-11-01' },
];

describe('who is without a coordinator', () => {
  it('comes the longest first, with what waits about it', () => {
    const gaps = gapsOf(without, [task('COORDINATOR_GAP', 'long', '2026-11-01')], now);
    expect(gaps.map(({ subject, days, tasks }) => [subject.subjectId, days, tasks.length])).toEqual([
      ['long', 29, 1],
      ['late', 27, 0],
    ]);
  });

  it('is told ahead where a coordinator is about to leave', () => {
    const leaving = task('COORDINATOR_LEFT', 'soon', '2026-12-15');
    expect(gapsOf(without, [leaving], now).at(-1)).toMatchObject({ days: -15, tasks: [leaving] });
  });

  it('is told once of whoever is without already, and not of one who left and still coordinates', () => {
    const waiting = [
      task('COORDINATOR_LEFT', 'long', '2026-12-15'),
      task('COORDINATOR_LEFT', 'kept', '2026-11-20'),
    ];
    expect(gapsOf(without, waiting, now).map(({ subject }) => subject.subjectId)).toEqual(['long', 'late']);
  });
});
