import type { Read } from '../api/read.js';
import { joined } from '../ui/joined.js';
import { textOf, writtenNameOf, writtenOf } from '../ui/opened.js';
import type { Known } from './compared.js';
import type { NewPersonFields } from './half-typed.js';
import { bornOn, type FoundPerson } from './likely-doubles.js';

const told = (text: string | null | undefined): string | undefined =>
  text === null || text === undefined || text.trim() === '' ? undefined : text;

/** What is typed of somebody new. */
export const typedFacts = ({ givenName, familyName, born, identityNumber }: NewPersonFields): Known => ({
  name: told(`${givenName} ${familyName}`.trim()),
  born: bornOn(born),
  identityNumber: told(identityNumber.replace(/\s/g, '')),
});

/** What the register knows of somebody: what a search shows, and the rest once it is read. */
export function registeredFacts(found: FoundPerson, read?: Read<'/v1/subjects/{subjectId}'>): Known {
  const { birthDate, birthYear } = found;
  const kin = read?.relations.filter(({ isCurrent }) => isCurrent).map(({ party }) => textOf(party.name));
  return {
    name: told(writtenNameOf(found)),
    born: typeof birthDate === 'string' ? birthDate : told(birthYear === null ? null : String(birthYear)),
    identityNumber: told(writtenOf(read?.identityNumber)),
    address: told(writtenOf(read?.contact?.address)),
    kin: told(joined(...(kin ?? []))),
    cases: told(joined(...(read?.cases ?? []).map(({ caseNumber }) => caseNumber ?? false))),
  };
}
