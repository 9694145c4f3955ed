import { Rejection } from '#event-sourcing';
import { identityNumber as read, type IdentityNumberFault } from '#personal-data';

const sentences: Record<IdentityNumberFault, string> = {
  NOT_ELEVEN_DIGITS: 'An identity number has eleven digits, written without spaces.',
  NO_SUCH_DATE: 'The first six digits of the identity number are no date.',
  NO_SUCH_CENTURY: 'The identity number tells of no century in which one could be born.',
  CONTROL_DIGITS: 'The control digits of the identity number are wrong: look for a slip of the keyboard.',
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
    throw new Rejection(
      'subject/birth-date-differs',
      'The birth date is another than the identity number tells. Leave it out, or look at both again.',
    );
  }
  return { birthDate: told.birthDate, birthYear: Number(told.birthDate.slice(0, 4)) };
}

function birthByNumber(text: string): Birth {
  const number = read(text);
  if (number.status === 'invalid') {
    throw new Rejection('subject/bad-identity-number', sentences[number.fault]);
  }
  const { birthDate, birthYear } = number;
  return { ...(birthDate !== undefined && { birthDate }), ...(birthYear !== undefined && { birthYear }) };
}
