import type { Case } from './scene.js';
import { type Saying, statusSentences } from './status-sentence.js';

const nobodyElse = {
  status: 'NEED_NOTIFIED',
  openedOn: '2026-10-28',
  notifiedOn: '2026-10-28',
  receivedOn: null,
  reopenedOn: null,
  subjectWishes: 'NOT_ASKED',
  needAnsweredOn: null,
  assignee: null,
  assigneeUnit: null,
  assignedOn: null,
  dueOn: null,
  overdue: false,
  mappedOn: null,
  recommendedOn: null,
  boardOutcome: null,
  boardConcludedOn: null,
  agenda: [],
  meetings: [],
  meetsOn: null,
  outcomes: [],
  decidedBy: null,
  decidedOn: null,
  decisionId: 'd-1',
  amendedOn: null,
  decisionNotifiedOn: null,
  dispatches: [],
  coordinator: null,
  withdrawnOn: null,
  withdrawnBy: null,
  closedOn: null,
  closureReasonCode: null,
  goesOn: [],
} as const;
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  item: { INDIVIDUAL_PLAN: 'individuell plan', COORDINATOR: 'brukerkoordinator', GROUP: 'ansvarsgruppe' },
  deciderBody: { KE_MEETING: 'møtet i KOE', BOARD: 'tildelingsnemnda' },
  unit: { SCHOOL: 'skolen' },
  representative: { SUBJECT: 'personen selv' },
  caseClosureReason: { MOVED: 'personen har flyttet' },
};
const saying: Saying = {
  language: 'nb',
  label: (list, code) => words[list]?.[code] ?? '',
  now: '2026-11-30',
  decider: 'KE_MEETING',
};
const said = (of: Readonly<Record<string, unknown>>, how: Partial<Saying> = {}) =>
  statusSentences({ ...nobodyElse, ...of } as unknown as Case, { ...saying, ...how }).join(' ');

const yes = [
  { item: 'INDIVIDUAL_PLAN', outcome: 'GRANTED' },
  { item: 'COORDINATOR', outcome: 'GRANTED' },
];
const decided = { outcomes: yes, decidedBy: 'KE_MEETING', decidedOn: '2026-11-24', receivedOn: '2026-11-02' };
const onAgenda = (treatment: string | null) => ({
  meetingId: 'm',
  meetsOn: '2026-11-24',
  kind: 'UNIT',
  status: 'HELD',
  treatment,
});
const sent = (to: object) => ({
  dispatches: [{ dispatchId: 'x', decisionId: 'd-1', sentOn: '2026-11-26', to: [to] }],
});

describe('the sentence of a case', () => {
  it.each([
    [{}, 'Behovet ble meldt 28. oktober. Personen er **ikke spurt** ennå.'],
    [
      { subjectWishes: 'YES' },
      'Behovet ble meldt 28. oktober. Personen **ønsker oppfølging**. Søknaden er ikke kommet.',
    ],
    [
      { status: 'DECLINED_BY_SUBJECT', needAnsweredOn: '2026-11-01' },
      'Behovet ble meldt 28. oktober. Personen **ønsket ikke oppfølging**, svarte 1. november.',
    ],
    [
      { status: 'APPLICATION_RECEIVED', receivedOn: '2025-11-02' },
      'Søknaden kom 2. november 2025. **Ingen** har fått i oppdrag å kartlegge.',
    ],
    [
      {
        status: 'MAPPING_ASSIGNED',
        assignee: { name: 'Risten Øvingsmo' },
        assignedOn: '2026-11-03',
        dueOn: '2026-12-10',
      },
      '**Risten Øvingsmo** kartlegger, fra 3. november. Fristen er 10. desember. Søknaden er **ikke kommet**.',
    ],
    [
      {
        status: 'MAPPING_ASSIGNED',
        receivedOn: '2026-11-02',
        assigneeUnit: 'SCHOOL',
        dueOn: '2026-11-10',
        overdue: true,
      },
      '**skolen** kartlegger. Fristen **var** 10. november.',
    ],
    [
      { status: 'MAPPED', mappedOn: '2026-11-10' },
      'Behovet ble kartlagt 10. november. Søknaden er **ikke kommet**.',
    ],
    [
      { status: 'MAPPED', mappedOn: '2026-11-10', receivedOn: '2026-11-02' },
      'Behovet ble kartlagt 10. november. Saken er **ikke satt opp** på noe møte.',
    ],
    [
      { status: 'MEETING_CONVENED', meetings: [{ meetingId: 'm', meetsOn: '2026-12-08', invitedUnits: [] }] },
      'Saken skal opp i møtet **8. desember**.',
    ],
    [
      { status: 'MEETING_CONVENED', agenda: [onAgenda('TREATED')] },
      'Møtet 24. november behandlet saken. Avgjørelsen er **ikke skrevet**.',
    ],
    [
      { status: 'MEETING_CONVENED', agenda: [onAgenda('PUT_OFF')] },
      'Møtet 24. november **utsatte** saken. Saken er **ikke satt opp** på noe møte.',
    ],
    [
      { status: 'MEETING_CONVENED', agenda: [onAgenda(null)] },
      'Saken var satt opp på møtet 24. november. Avgjørelsen er **ikke skrevet**.',
    ],
    [
      { status: 'DECIDED_NOT_NOTIFIED', ...decided },
      'Møtet i KOE sa **ja** 24. november. Svaret er **ikke sendt**.',
    ],
    [
      { status: 'DECIDED_NOT_NOTIFIED', ...decided, ...sent({ returnedOn: '2026-11-29' }) },
      'Møtet i KOE sa **ja** 24. november. Brevet med svaret **kom i retur** 29. november.',
    ],
    [
      {
        status: 'DECIDED_NOT_NOTIFIED',
        ...decided,
        amendedOn: '2026-11-28',
        outcomes: [yes[0], { item: 'COORDINATOR', outcome: 'REFUSED' }],
      },
      'Avgjørelsen ble gjort om 28. november. Svaret er nå **ja** til individuell plan og **nei** til brukerkoordinator. Svaret er **ikke sendt**.',
    ],
    [
      { status: 'NOTIFIED', ...decided, decisionNotifiedOn: '2026-11-26' },
      'Møtet i KOE sa **ja** 24. november. Svaret ble sendt 26. november. Ingen brukerkoordinator er oppnevnt.',
    ],
    [
      {
        status: 'NOTIFIED',
        ...decided,
        decisionNotifiedOn: '2026-11-26',
        coordinator: { name: 'Risten Øvingsmo' },
      },
      'Møtet i KOE sa **ja** 24. november. Svaret ble sendt 26. november. Risten Øvingsmo er brukerkoordinator.',
    ],
    [
      {
        status: 'NOTIFIED',
        ...decided,
        decisionNotifiedOn: '2026-11-26',
        outcomes: yes.map(({ item }) => ({ item, outcome: 'REFUSED' })),
      },
      'Møtet i KOE sa **nei** 24. november. Svaret ble sendt 26. november.',
    ],
    [
      { status: 'WITHDRAWN', withdrawnOn: '2026-11-20', withdrawnBy: 'SUBJECT' },
      'Søknaden ble **trukket** 20. november av personen selv.',
    ],
    [
      {
        status: 'CLOSED',
        closedOn: '2026-11-21',
        closureReasonCode: 'MOVED',
        outcomes: yes,
        goesOn: ['p-1'],
        reopenedOn: null,
      },
      'Saken ble **avsluttet** 21. november: personen har flyttet. Svaret var **ja**. Noe løper videre selv om saken er avsluttet.',
    ],
    [
      { reopenedOn: '2026-11-29' },
      'Saken ble åpnet igjen 29. november. Behovet ble meldt 28. oktober. Personen er **ikke spurt** ennå.',
    ],
  ])('of %j is «%s»', (of, expected) => {
    expect(said(of)).toBe(expected);
  });

  it.each([
    ['KE', {}, 'Saken er **ikke avgjort**.'],
    ['BOARD', {}, 'Tilrådingen til nemnda er **ikke skrevet**.'],
    ['BOARD', { recommendedOn: '2026-11-12' }, 'Nemnda har **ikke behandlet** saken.'],
    [
      'BOARD',
      { recommendedOn: '2026-11-12', boardOutcome: 'APPROVED', boardConcludedOn: '2026-11-25' },
      'Nemnda **godkjente** tilrådingen 25. november. Avgjørelsen er **ikke skrevet**.',
    ],
  ])('of a case that is ready where %s decides, and %j, ends in «%s»', (decider, of, expected) => {
    const ready = { status: 'MAPPED', mappedOn: '2026-11-10', receivedOn: '2026-11-02', ...of };
    expect(said(ready, { decider })).toMatch(
      new RegExp(`${expected.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`),
    );
  });

  it('is said in nynorsk', () => {
    const nn = { language: 'nn' } as const;
    expect(said({}, nn)).toBe('Behovet vart meldt 28. oktober. Personen er **ikkje spurd** enno.');
    expect(said({ status: 'DECIDED_NOT_NOTIFIED', ...decided }, nn)).toBe(
      'Møtet i KOE sa **ja** 24. november. Svaret er **ikkje sendt**.',
    );
  });
});
