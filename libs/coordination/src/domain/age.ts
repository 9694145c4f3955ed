/** Surely 18 on that day: of the year of birth alone its last day tells that. An unknown year is no adult's. */
export const isAdult = (birthYear: number | undefined, day: string) =>
  birthYear !== undefined && day >= `${birthYear + 18}-12-31`;

/** Surely under 16 on that day. An unknown year passes. */
export const isUnder16 = (birthYear: number | undefined, day: string) =>
  birthYear !== undefined && day < `${birthYear + 16}-01-01`;
