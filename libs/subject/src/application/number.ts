import { refusal } from '../domain/rules.js';
import { identityNumber as read, type IdentityNumberFault } from '#personal-data';

const sentences: Record<IdentityNumberFault, string> = {
  NOT_ELEVEN_DIGITS: 'An identity number has eleven digits, written without spaces.',
  NO_SUCH_DATE: 'The first six digits of the identity number are not a date.',
  NO_SUCH_CENTURY: 'The seventh to ninth digit of the identity number do not go with any year of birth.',
  CONTROL_DIGITS:
    'The control digits of the identity number (the last two) do not fit the others. Check each digit.',
};

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
  if (byNumber.birthDate !== undefined && byNumber.birthDate !== told.birthDate) {
    throw refusal(
      'birth-date-differs',
      'The birth date is not the one in the identity number. Leave it out, or check both.',
    );
  }
  return { birthDate: told.birthDate, birthYear: Number(told.birthDate.slice(0, 4)) };
}

function birthByNumber(text: string): Birth {
  const number = read(text);
  if (number.status === 'invalid') {
    throw refusal('bad-identity-number', sentences[number.fault]);
  }
  const { birthDate, birthYear } = number;
  return { ...(birthDate !== undefined && { birthDate }), ...(birthYear !== undefined && { birthYear }) };
}

/** The day of birth that a recorded number tells; undefined where it tells none. */
export function birthDateIn(identityNumber: string): string | undefined {
  const number = read(identityNumber);
  return number.status === 'valid' ? number.birthDate : undefined;
}
