import { calledOf, movedBy, pointAfter, pointNow, pointsOf } from './meeting.js';

const person = (givenName: string, familyName: string) => ({ givenName, familyName });
const meeting = {
  cases: [
    { caseId: 'a', treatment: 'TREATED' },
    { caseId: 'b', treatment: null },
    { caseId: 'c', treatment: 'PUT_OFF' },
    { caseId: 'd', treatment: null },
  ],
  standingItems: ['PLAN_OVERVIEW'],
} as unknown as Parameters<typeof pointsOf>[0];
const points = pointsOf(meeting);

describe('what is taken up in turn', () => {
  it('is the cases in their order, and then what is always taken up', () =>
    expect(points.map(({ place, key }) => [place, key])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
      [4, 'd'],
      [5, 'PLAN_OVERVIEW'],
    ]));
  it('begins at the first case that is not treated', () =>
    expect(pointNow(points, undefined)?.key).toBe('b'));
  it('is what the address names', () => expect(pointNow(points, 'c')?.key).toBe('c'));
  it('begins anew where the address names what is not on the agenda', () =>
    expect(pointNow(points, 'gone')?.key).toBe('b'));
  it('goes past what is treated already', () => expect(pointAfter(points, 'b')?.key).toBe('d'));
  it('ends with the last', () => expect(pointAfter(points, 'PLAN_OVERVIEW')).toBeUndefined());
});

describe('the order of an agenda', () => {
  it('moves one up', () => expect(movedBy(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']));
  it('moves one down', () => expect(movedBy(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']));
  it('leaves the first where it is', () => expect(movedBy(['a', 'b'], 0, -1)).toEqual(['a', 'b']));
});

describe('what the room sees of a person', () => {
  const subject = person('Gjøa-Åshild', 'Šávdni Prøve');
  it('is the name', () =>
    expect(calledOf({ subject, caseNumber: '2026/3' }, false)).toBe('Gjøa-Åshild Šávdni Prøve'));
  it('is the number of the case where names are hidden', () =>
    expect(calledOf({ subject, caseNumber: '2026/3' }, true)).toBe('2026/3'));
  it('is the number of the case for whoever may not see the name', () =>
    expect(calledOf({ subject: { givenName: null, familyName: null }, caseNumber: '2026/3' }, false)).toBe(
      '2026/3',
    ));
  it('is initials where there is no number', () =>
    expect(calledOf({ subject, caseNumber: null }, true)).toBe('G. Å. Š. P.'));
});
