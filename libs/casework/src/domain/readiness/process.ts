import { plusDays } from '#deadlines';
import { usesUp } from '../codes.js';
import type { Check, Missing } from './check.js';
import { type CaseFile, type Stage } from './file.js';

/** With an application that is dealt with, or was answered. */
const isDealtWith = ({ receivedOn }: CaseFile, { endedOn }: Stage): boolean =>
  receivedOn !== null && endedOn === undefined;

/** Whether what the person wants is told at all, by whomever. */
const isWishKnown = ({ wish, subjectWishes, hearings }: CaseFile): boolean =>
  wish !== null || subjectWishes === 'YES' || subjectWishes === 'NO' || hearings.length > 0;

/** Whether the person's own voice is in the case. */
const isHeard = (file: CaseFile): boolean =>
  isWishKnown(file) || [file.applicantRole, file.saidBy, file.needAnsweredBy].includes('SUBJECT');

const withDecision = ({ decidedOn: from }: Stage, more: Missing = {}): Missing => ({ from, ...more });

/** Who was to do what before the decision. */
export const processChecks: readonly Check[] = [
  {
    code: 'WISH_NOT_ASKED',
    legalBasis: 'pbrl. § 3-1; hpl. § 38 a',
    sentence: [
      'Ingen har registrert hva personen selv ønsker.',
      'Ingen har registrert kva personen sjølv ønskjer.',
    ],
    toCome: [
      'Personen skal spørres om hva hun eller han ønsker.',
      'Personen skal bli spurd om kva ho eller han ønskjer.',
    ],
    mend: ({ receivedOn }) => ({
      step: receivedOn === null ? 'NeedAnswered' : 'ApplicationReceived',
      by: 'CASEWORKER',
    }),
    find(file, { endedOn }) {
      const { receivedOn, notifiedOn, applicantRole, closureReasonCode } = file;
      if (isHeard(file) || endedOn !== undefined || usesUp(closureReasonCode)) return undefined;
      if (receivedOn === null) return { from: notifiedOn ?? undefined };
      return applicantRole === 'EMPLOYEE' ? { from: receivedOn } : undefined;
    },
  },
  {
    code: 'PERSON_NOT_HEARD',
    legalBasis: 'fvl. §§ 16, 17; pbrl. § 3-1',
    sentence: [
      'En annen har talt for personen, og det er ikke registrert hva personen selv mener.',
      'Ein annan har tala for personen, og det er ikkje registrert kva personen sjølv meiner.',
    ],
    toCome: [
      'Personen skal høres før avgjørelsen, også når en annen har søkt.',
      'Personen skal høyrast før avgjerda, også når ein annan har søkt.',
    ],
    mend: { step: 'ApplicationReceived', by: 'CASEWORKER' },
    find: (file, stage) =>
      isDealtWith(file, stage) && file.applicantRole !== 'EMPLOYEE' && !isHeard(file)
        ? withDecision(stage, { where: 'ADULT' })
        : undefined,
  },
  {
    code: 'CHILD_NOT_HEARD',
    legalBasis: 'barnelova § 31; pbrl. § 4-4; Grunnloven § 104',
    sentence: [
      'Barnet er ikke hørt i saken før den ble avgjort.',
      'Barnet er ikkje høyrt i saka før ho vart avgjord.',
    ],
    toCome: ['Barnet skal høres før avgjørelsen.', 'Barnet skal høyrast før avgjerda.'],
    mend: { step: 'ChildHeard', by: 'CASEWORKER' },
    find: (file, stage) =>
      isDealtWith(file, stage) && file.hearings.length === 0
        ? withDecision(stage, { where: 'CHILD' })
        : undefined,
  },
  {
    code: 'DISQUALIFICATION_UNANSWERED',
    legalBasis: 'fvl. §§ 6, 8',
    sentence: [
      'Noen i saken er inhabil, og ingen annen har gjort arbeidet på nytt eller overtatt saken.',
      'Nokon i saka er inhabil, og ingen annan har gjort arbeidet på nytt eller teke over saka.',
    ],
    toCome: [
      'Ingen som er inhabil, skal ha forberedt saken.',
      'Ingen som er inhabil, skal ha førebudd saka.',
    ],
    mend: ({ disqualified, performerId }) =>
      disqualified.some(({ partyId }) => partyId === performerId)
        ? { step: 'MappingCompleted', by: 'MAPPER' }
        : { step: 'CaseworkerAssigned', by: 'LEADER' },
    find(file, { endedOn, notifiedOn }) {
      if (endedOn !== undefined) return undefined;
      const own = [
        file.performerId,
        ...file.readings.map(({ readerId }) => readerId),
        ...file.hearings.map(({ heardById }) => heardById),
      ];
      const isWaiting = file.caseworkerId === null && notifiedOn === undefined;
      const unanswered = file.disqualified.filter(({ partyId }) => isWaiting || own.includes(partyId));
      const [from] = unanswered.map(({ disqualifiedOn }) => disqualifiedOn).toSorted();
      return from === undefined ? undefined : { from, of: unanswered.map(({ partyId }) => partyId) };
    },
  },
  {
    code: 'MAPPING_MISSING',
    legalBasis: 'fvl. § 17; hol. § 7-1',
    sentence: [
      'Behovet er ikke kartlagt, slik kommunen gjør det eller det var gitt i oppdrag.',
      'Behovet er ikkje kartlagt, slik kommunen gjer det eller det var gitt i oppdrag.',
    ],
    toCome: ['Behovet skal kartlegges før avgjørelsen.', 'Behovet skal kartleggjast før avgjerda.'],
    // After the decision what was mapped before it is typed in.
    mend: ({ assignmentId, decidedOn }) =>
      assignmentId === null && decidedOn === null
        ? { step: 'MappingAssigned', by: 'CASEWORKER' }
        : { step: 'MappingCompleted', by: 'MAPPER' },
    find(file, stage) {
      if (file.mappedOn !== null || stage.endedOn !== undefined) return undefined;
      const isAsked = file.assignmentId !== null;
      if (stage.decidedOn === undefined && isAsked && file.dueOn !== null) {
        return { from: plusDays(file.dueOn, 1) };
      }
      if (file.receivedOn === null && !isAsked) return undefined;
      return withDecision(stage, isAsked ? {} : { where: 'MAPPING_WANTED' });
    },
  },
];
