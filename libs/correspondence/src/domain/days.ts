/** The same in both written languages. */
const months = 'januar februar mars april mai juni juli august september oktober november desember'.split(
  ' ',
);

/** `2. mars 2026`, of `2026-03-02`; any other text as it is. */
export function dayInWords(day: string): string {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  if (!found) return day;
  const [, year, month, date] = found;
  return `${Number(date)}. ${months[Number(month) - 1]} ${year}`;
}
