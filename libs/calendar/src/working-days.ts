const dayMs = 86_400_000;
const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayAt = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Easter Sunday of a year of the Gregorian calendar (the computus of Meeus, Jones and Butcher). */
function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((8 * b + 13) / 25) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return Date.UTC(year, month - 1, (h + l - 7 * m + 33 * month + 19) % 32);
}

/** By their distance from Easter Sunday: Maundy Thursday, Good Friday, Easter, Ascension, Pentecost. */
const aroundEaster = [-3, -2, 0, 1, 39, 49, 50];
const fixed = ['01-01', '05-01', '05-17', '12-25', '12-26'];

/** Whether people are at work in Norway on a day: neither Saturday, Sunday nor a public holiday (helligdagsfredloven § 2; lov om 1 og 17 mai). */
export function isWorkingDay(day: string): boolean {
  const time = timeOf(day);
  const weekday = new Date(time).getUTCDay();
  if (weekday === 0 || weekday === 6 || fixed.includes(day.slice(5))) return false;
  const fromEaster = Math.round((time - easterOf(Number(day.slice(0, 4)))) / dayMs);
  return !aroundEaster.includes(fromEaster);
}

/** The `count`th working day after a day. */
export function workingDaysAfter(day: string, count: number): string {
  let time = timeOf(day);
  for (let left = count; left > 0;) {
    time += dayMs;
    if (isWorkingDay(dayAt(time))) left--;
  }
  return dayAt(time);
}
