import { identityNumber, newNumbersFrom } from '#personal-data';
import { isText, rule, textOf } from './decorators.js';
import { sayFault } from '../problems/fault-sentences.js';

/** Fødselsnummer or D-nummer, by the rules until 2032 or those from then on; which of them hold today, the domain says. */
export const IdentityNumber = (description = 'Fødselsnummer or D-nummer, 11 digits') =>
  rule(
    'identityNumber',
    sayFault('number'),
    (v) => isText(v) && ['0', newNumbersFrom].some((day) => identityNumber(v, day).status === 'valid'),
    { type: 'string', pattern: '^[0-9]{11}$' },
    description,
  );

/** As people write it, with a country's prefix or not: at least five digits. */
export const Telephone = () =>
  textOf('telephone', sayFault('telephone'), /^\+?[0-9][0-9 ]{4,38}$/, {
    maxLength: 40,
    example: '00 00 00 00',
  });

export const EmailAddress = () =>
  textOf('email', sayFault('email'), /^[^\s@]{1,64}@[^\s@]{1,189}$/, {
    maxLength: 254,
    example: 'navn@eksempel.no',
  });

/** A municipality's key in this service. */
export const Tenant = () =>
  textOf('tenant', sayFault('municipality'), /^[0-9a-zA-Z]{1,16}$/, {
    example: '1576',
  });

/** What whoever may try Samspor out has. */
export const StartKey = () =>
  textOf(
    'startKey',
    sayFault('start-key'),
    /^[\x21-\x7e]{1,255}$/,
    { maxLength: 255 },
    'From the file demo-key of the data folder; the address that the start prints holds it',
  );

/** The id by which a provider knows somebody. */
export const LoginSubject = (description?: string) =>
  textOf(
    'loginSubject',
    sayFault('login'),
    /^[\x21-\x7e]{1,255}$/,
    { maxLength: 255, example: 'testine' },
    description,
  );
