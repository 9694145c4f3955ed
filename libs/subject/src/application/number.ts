import { identityNumber as read } from '#personal-data';
import { identityRefusals } from '../domain/identity.js';

const { refusal, refuseIf } = identityRefusals;

export interface Birth {
  readonly birthDate?: string;
  readonly birthYear?: number;
}

/** What is to be recorded of a birth: what the number tells, else the date given. Refuses a bad number, and two dates that differ. */
export function birthOf(told: {
  readonly identityNumber?: string | undefined;
  readonly birthDate?: string | undefined;
}): Birth {
  const byNumber = told.identityNumber === undefined ? {} : birthByNumber(told.identityNumber);
  if (told.birthDate === undefined) return byNumber;
  refuseIf(
    byNumber.birthDate !== undefined && byNumber.birthDate !== told.birthDate,
    'birth-date-differs.told',
  );
  return { birthDate: told.birthDate, birthYear: Number(told.birthDate.slice(0, 4)) };
}

function birthByNumber(text: string): Birth {
  const number = read(text);
  if (number.status === 'invalid') throw refusal(`bad-identity-number.${number.fault}`);
  const { birthDate, birthYear } = number;
  return { ...(birthDate !== undefined && { birthDate }), ...(birthYear !== undefined && { birthYear }) };
}

/** The day of birth that a recorded number tells; undefined where it tells none. */
export function birthDateIn(identityNumber: string): string | undefined {
  const number = read(identityNumber);
  return number.status === 'valid' ? number.birthDate : undefined;
}
