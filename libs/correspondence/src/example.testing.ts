import type { Facts } from './domain/compose/facts.js';
import type { Language } from './domain/language.js';
import { type Terms, wordsOf } from './domain/own-words.js';
import type { DecidedCase } from './facts/decision.js';
import { decisionFacts } from './facts/decision.js';
import { letterFacts } from './facts/letter.js';
import { lettersIn } from './files/library.js';

export const letters = lettersIn();

export const hamar: Terms = {
  unitTerm: 'COORDINATING_UNIT',
  coordinatorTerm: 'PERSONAL_COORDINATOR',
  groupTerm: 'COORDINATION_GROUP',
  meetingTerm: 'COORDINATION_MEETING',
};
export const wordsIn = (language: Language, terms = hamar) => wordsOf(letters.forms, terms, language, 'KE');

const reason = 'Du bruker flere tjenester over tid.';
type Outcome = 'GRANTED' | 'PARTLY' | 'REFUSED';

/** A case in which everything that was applied for got the same answer. */
export const decided = (outcome: Outcome, differs: Partial<DecidedCase> = {}): DecidedCase => ({
  isApplication: true,
  receivedOn: '2026-03-02',
  items: ['INDIVIDUAL_PLAN', 'COORDINATOR', 'GROUP'],
  answers: [
    { item: 'INDIVIDUAL_PLAN', outcome, reason, legalBasis: 'PBRL_2_5' },
    { item: 'COORDINATOR', outcome, reason, legalBasis: 'PBRL_2_5B' },
    { item: 'GROUP', outcome, reason, legalBasis: undefined },
  ],
  decidedOn: '2026-03-16',
  criteria: [
    { criterion: 'COORDINATED', met: outcome !== 'REFUSED', reason: 'Tre tjenester er med.' },
    { criterion: 'LONG_TERM', met: true, reason: 'Behovet har vart i to år.' },
  ],
  wasRecommended: false,
  ...(outcome === 'GRANTED' && {
    appointment: { name: 'Kari Eksempel', unit: 'hjemmetjenesten', validFrom: '2026-03-20' },
  }),
  ...differs,
});

export const written: Facts = {
  'decision.facts': 'Vi har snakket med deg og fastlegen.\n\nDu har fått hjelp siden 2024.',
  'appointment.contactBy': '2026-04-01',
  'appointment.expectedOn': '2026-04-01',
  'appointment.phone': '(telefon)',
  'recipient.address': 'Eksempelveien 1\n0000 Eksempelby',
};

export const factsOf = (which: DecidedCase, language: Language, differs: Facts = {}): Facts => {
  const words = wordsIn(language);
  return {
    ...letterFacts(
      {
        date: '2026-03-18',
        caseNumber: '2026/14',
        municipality: 'Eksempel',
        signatory: 'Ola Eksempel',
        person: { name: 'Per Eksempel', isProtected: false },
        recipient: { role: 'SUBJECT', name: 'Per Eksempel', address: undefined },
        copyTo: ['COORDINATOR'],
        contact: { address: 'Postboks 1, 0000 Eksempelby', phone: '(telefon)' },
        own: letters.ownOf('3403'),
        coordinatorWord: words.coordinator['bare'] ?? '',
      },
      language,
    ),
    ...decisionFacts(which, { language, words, sentOn: '2026-03-18' }),
    ...written,
    ...differs,
  };
};
