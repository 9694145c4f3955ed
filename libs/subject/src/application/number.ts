import { identityNumber as read } from '#personal-data';
import { identityRefusals } from '../domain/identity.js';

const { refusal, refuseIf } = identityRefusals;

export interface Birth {
  readonly birthDate?: string;
  readonly birthYear?: number;
}

/**
 * What is to be recorded of a birth: what the number tells, else the date given. Refuses a number that is none by the rules of today, and a
 * date that is not the number's.
 */
export function birthOf(
  told: { readonly identityNumber?: string | undefined; readonly birthDate?: string | undefined },
  today: string,
): Birth {
  const possible = told.identityNumber === undefined ? undefined : birthDatesIn(told.identityNumber, today);
  const [only, ...others] = possible ?? [];
  const birthDate = told.birthDate ?? (others.length === 0 ? only : undefined);
  if (birthDate === undefined) return {};
  refuseIf(possible?.includes(birthDate) === false, 'birth-date-differs.told');
  return { birthDate, birthYear: Number(birthDate.slice(0, 4)) };
}

function birthDatesIn(text: string, today: string): readonly string[] {
  const number = read(text, today);
  if (number.status === 'invalid') throw refusal(`bad-identity-number.${number.fault}`);
  return number.birthDates;
}

/** The day of birth that a recorded number tells as it is read today; undefined where it tells none. */
export function birthDateIn(identityNumber: string, today: string): string | undefined {
  const number = read(identityNumber, today);
  return number.status === 'valid' ? number.birthDate : undefined;
}
