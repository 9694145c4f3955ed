/** One meeting as it stands in a calendar. */
export interface CalendarMeeting {
  readonly uid: string;
  readonly meetsOn: string;
  /** Minutes after midnight, Europe/Oslo; null where only the day is known. */
  readonly startsAt: number | null;
  /** Left out unless asked for: a place may tell what the meeting is about. */
  readonly place?: string | undefined;
  readonly isCancelled: boolean;
  /** Grows with whatever happens around the person, so that a moved meeting takes the place of the earlier one. */
  readonly sequence: number;
  /** When the file is made, an instant. */
  readonly madeAt: string;
}

const inOslo = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** The same wall clock as if it were UTC, in milliseconds. */
function wallClock(at: number): number {
  const parts = Object.fromEntries(inOslo.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute);
}

/** The instant of a local time in Norway. */
export function instantOf(day: string, minutes: number): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  const near = wanted - (wallClock(wanted) - wanted);
  return new Date(near - (wallClock(near) - wanted));
}

const compact = (instant: string) => `${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
const escaped = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll(/[,;]/g, '\\$&').replaceAll(/\r?\n/g, '\\n');

/** A content line in pieces of at most 75 octets, no character cut in two (RFC 5545, 3.1). */
export function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const character of line) {
    const most = lines.length === 0 ? 75 : 74;
    if (Buffer.byteLength(current + character) > most) {
      lines.push(current);
      current = '';
    }
    current += character;
  }
  return [...lines, current].join('\r\n ');
}

/** An iCalendar file of one meeting: that there is one, when and perhaps where, and never whom it is about (RFC 5545). */
export function calendarOf(meeting: CalendarMeeting): string {
  const { uid, meetsOn, startsAt, place, isCancelled, sequence, madeAt } = meeting;
  const start =
    startsAt === null
      ? `DTSTART;VALUE=DATE:${meetsOn.replaceAll('-', '')}`
      : `DTSTART:${compact(instantOf(meetsOn, startsAt).toISOString())}`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Samspor//NO',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${uid}@samspor`,
    `DTSTAMP:${compact(madeAt)}`,
    `SEQUENCE:${sequence}`,
    start,
    'SUMMARY:Møte',
    ...(place === undefined ? [] : [`LOCATION:${escaped(place)}`]),
    'CLASS:PRIVATE',
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
