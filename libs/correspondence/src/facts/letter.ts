import { recipients } from '#casework';
import type { Facts } from '../domain/compose/facts.js';
import type { Language } from '../domain/language.js';
import { type Own, type OwnField, ownFields } from '../domain/own-words.js';
import { listed, wordOf } from './wording.js';

/** What every letter says: from whom, to whom, about whom, when. */
export interface Addressed {
  readonly date: string;
  readonly caseNumber: string | undefined;
  readonly municipality: string | undefined;
  readonly signatory: string | undefined;
  readonly person: { readonly name: string | undefined; readonly isProtected: boolean };
  readonly recipient: {
    readonly role: string;
    readonly name: string | undefined;
    /** As it is recorded; the writer may say another. */
    readonly address: string | undefined;
  };
  readonly copyTo: readonly string[];
  /** As the contact card has it. */
  readonly contact: { readonly address: string | undefined; readonly phone: string | undefined };
  readonly own: Own;
  readonly coordinatorWord: string;
}

export function letterFacts(told: Addressed, language: Language): Facts {
  const { date, caseNumber, person, recipient, contact, copyTo } = told;
  const own = Object.fromEntries(
    ownFields.map((name: OwnField) => [name, told.own[name]?.[language]] as const),
  );
  const called = (role: string) =>
    wordOf(recipients, role, language).replace('<coordinator>', told.coordinatorWord);
  return {
    ...own,
    'contact.address': contact.address ?? own['contact.address'],
    'contact.phone': contact.phone ?? own['contact.phone'],
    'municipality.name': told.municipality,
    'letter.date': date,
    'case.number': caseNumber,
    'person.name': person.name,
    'person.firstName': person.name?.split(' ')[0],
    protectedAddress: person.isProtected,
    'recipient.role': recipient.role,
    'recipient.name': recipient.name,
    'recipient.address': recipient.address,
    toOther: recipient.role !== 'SUBJECT',
    'signatory.name': told.signatory,
    copies: copyTo.length > 0,
    'copies.list': listed(copyTo.map(called)),
  };
}
