import { calendarOf, folded, instantOf } from './calendar.js';

const meeting = {
  uid: 'a1',
  meetsOn: '2026-02-16',
  startsAt: 540,
  isCancelled: false,
  sequence: 4,
  madeAt: '2026-02-02T09:00:00.000Z',
};
/** The lines as a calendar reads them: unfolded. */
const read = (file: string) => {
  expect(file.endsWith('\r\n')).toBe(true);
  return file.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
};

describe('a meeting in a calendar', () => {
  it('is that there is a meeting, and when', () => {
    expect(read(calendarOf(meeting))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Samspor//NO',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:a1@samspor',
      'DTSTAMP:20260202T090000Z',
      'SEQUENCE:4',
      'DTSTART:20260216T080000Z',
      'SUMMARY:Møte',
      'CLASS:PRIVATE',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  it('is a whole day where no time is known, and takes itself back when cancelled', () => {
    const lines = read(calendarOf({ ...meeting, startsAt: null, isCancelled: true }));
    expect(lines).toContain('DTSTART;VALUE=DATE:20260216');
    expect(lines).toContain('STATUS:CANCELLED');
  });

  it('has a place where that is asked for, with nothing in it that ends the line', () => {
    const lines = read(calendarOf({ ...meeting, place: 'Rom 2; Rådhuset, 3. etg\nBEGIN:VALARM' }));
    expect(lines).toContain('LOCATION:Rom 2\\; Rådhuset\\, 3. etg\\nBEGIN:VALARM');
  });

  it.each([
    ['in winter', '2026-01-15', 540, '2026-01-15T08:00:00.000Z'],
    ['in summer', '2026-07-15', 540, '2026-07-15T07:00:00.000Z'],
    ['on the morning on which summer time begins', '2026-03-29', 480, '2026-03-29T06:00:00.000Z'],
    ['on the night on which it ends', '2026-10-25', 30, '2026-10-24T22:30:00.000Z'],
  ])('is by Norwegian time %s', (_, day, minutes, instant) => {
    expect(instantOf(day, minutes).toISOString()).toBe(instant);
  });

  it('is folded at 75 octets, and no letter is cut', () => {
    const line = `LOCATION:${'å'.repeat(200)}`;
    const lines = folded(line).split('\r\n');
    expect(lines.every((one) => Buffer.byteLength(one) <= 75)).toBe(true);
    expect(lines.map((one, at) => (at === 0 ? one : one.slice(1))).join('')).toBe(line);
  });
});
