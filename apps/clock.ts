const oslo = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const osloTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  hour: '2-digit',
  minute: '2-digit',
});

/** The one place that looks at the time: commands and queries are given it. */
export class Clock {
  /** The instant, ISO 8601 in UTC with milliseconds. */
  now(): string {
    return new Date().toISOString();
  }

  /** The local date in Norway at that instant. */
  dayOf(at: string): string {
    return oslo.format(new Date(at));
  }

  /** The instant at which that day begins in Norway. */
  startOf(day: string): string {
    const midnight = Date.parse(`${day}T00:00:00.000Z`);
    const summer = new Date(midnight - 2 * 3_600_000).toISOString();
    return this.dayOf(summer) === day ? summer : new Date(midnight - 3_600_000).toISOString();
  }

  /** The time of day in Norway at that instant, `07:00`. */
  timeOf(at: string): string {
    return osloTime.format(new Date(at));
  }
}
