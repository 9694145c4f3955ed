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

  /** The time of day in Norway at that instant, `07:00`. */
  timeOf(at: string): string {
    return osloTime.format(new Date(at));
  }
}
