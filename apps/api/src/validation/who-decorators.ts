import { identityNumber, newNumbersFrom } from '#personal-data';
import { isText, rule, textOf } from './decorators.js';

/** Fødselsnummer or D-nummer, by the rules until 2032 or those from then on; which of them hold today, the domain says. */
export const IdentityNumber = (description = 'Fødselsnummer or D-nummer, 11 digits') =>
  rule(
    'identityNumber',
    'must be an identity number: 11 digits, a date, and control digits that fit',
    (v) => isText(v) && ['0', newNumbersFrom].some((day) => identityNumber(v, day).status === 'valid'),
    { type: 'string', pattern: '^[0-9]{11}$' },
    description,
  );

/** As people write it, with a country's prefix or not: at least five digits. */
export const Telephone = () =>
  textOf(
    'telephone',
    'must be a telephone number, such as 00 00 00 00 or +47 00 00 00 00',
    /^\+?[0-9][0-9 ]{4,38}$/,
    {
      maxLength: 40,
      example: '00 00 00 00',
    },
  );

export const EmailAddress = () =>
  textOf('email', 'must be an e-mail address, such as navn@eksempel.no', /^[^\s@]{1,64}@[^\s@]{1,189}$/, {
    maxLength: 254,
    example: 'navn@eksempel.no',
  });

/** A municipality's key in this service. */
export const Tenant = () =>
  textOf('tenant', 'must be a municipality’s key, 1 to 16 letters or digits', /^[0-9a-zA-Z]{1,16}$/, {
    example: '1576',
  });

/** The id by which a provider knows somebody. */
export const LoginSubject = (description?: string) =>
  textOf(
    'loginSubject',
    'must be 1 to 255 characters of ASCII without spaces',
    /^[\x21-\x7e]{1,255}$/,
    { maxLength: 255, example: 'testine' },
    description,
  );
