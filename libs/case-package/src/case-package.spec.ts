import { plainText } from '#correspondence';
import { caseEvents } from '#casework';
import { complaintEvents } from '#complaint';
import { coordinationEvents } from '#coordination';
import { filedDocumentKinds } from '#documents';
import { meetingEvents } from '#meeting';
import { packageEntries } from '#vocabulary';
import { fileOf, indexOf, unexplainedIn } from './case-index.js';
import { typesInIndex } from './contents.js';
import { packageFile } from './file.js';
import type { EntryCode, FiledDocument, Heading, Known, ToldEvent } from './known.js';
import type { KnownPlan } from './plans.js';

const event = (type: string, differs: Partial<ToldEvent> = {}): ToldEvent => ({
  eventId: `event-${type}`,
  type,
  title: type,
  sentence: `Om ${type}.`,
  occurredOn: '2026-01-20',
  recorded: 'ført av Testine',
  notes: [],
  isStruckOut: false,
  isBeside: false,
  ...differs,
});
const document = (kind: string, differs: Partial<FiledDocument> = {}): FiledDocument => ({
  documentId: `document-${kind}`,
  documentDate: '2026-01-06',
  kind,
  inWords: `Om ${kind}`,
  fileName: '2026-01-06-dokument.pdf',
  leftOut: undefined,
  ...differs,
});
const plan = (differs: Partial<KnownPlan> = {}): KnownPlan => ({
  planId: 'person.1',
  startedOn: '2026-01-10',
  closedOn: undefined,
  versions: [],
  approvals: [],
  periods: [],
  reviews: [],
  pauses: [],
  paper: [],
  ...differs,
});
/** A refusal by the unit itself, complained of, from which nothing lacks. */
const whole: Known = {
  events: [
    'ApplicationReceived',
    'ConsentGiven',
    'MappingCompleted',
    'DecisionMade',
    'DecisionNotified',
    'ComplaintReceived',
    'ComplaintTimelinessAssessed',
    'ComplaintReconsidered',
  ].map((type) => event(type)),
  documents: [document('APPLICATION_FORM'), document('DECISION_LETTER'), document('NOTE')],
  complaint: { hasPeriod: true },
  decision: { decidedOn: '2026-01-20', decidedBy: 'KE' },
  delegation: 'Kommunedirektøren har delegert.',
  rules: [{ name: 'klage', legalBasis: 'pbrl § 7-5', period: 'fire uker', version: '1' }],
  periods: ['Fristen er 25. februar 2026.'],
  law: {
    day: '2026-01-20',
    rights: [{ item: 'Koordinator', sections: ['hol § 7-2'], conditions: ['langvarig', 'koordinert'] }],
    cited: [
      { name: 'hol § 7-3', since: '2012-01-01' },
      { name: 'forskrifta', since: undefined },
    ],
  },
  plans: [],
  statement: undefined,
  explanations: new Map(),
  leftOut: [],
};
const without = (...types: string[]) => whole.events.filter(({ type }) => !types.includes(type));
const gapsIn = (known: Known) =>
  indexOf(known).flatMap(({ empty }) => (empty && 'gap' in empty ? [empty.gap] : []));
const emptyOf = (known: Known, which: EntryCode) =>
  indexOf(known).find(({ entry }) => entry === which)?.empty;

describe('the index of a package', () => {
  it('has the same entries in the same order, whatever there is', () => {
    const nothing: Known = { ...whole, events: [], documents: [], decision: undefined, complaint: undefined };
    for (const known of [whole, nothing]) {
      expect(indexOf(known).map(({ entry }) => entry)).toEqual(packageEntries.codes);
      expect(indexOf(known).map(({ number }) => number)).toEqual(packageEntries.codes.map((_, at) => at + 1));
    }
  });

  it('names events and documents that there are', () => {
    const declared = [caseEvents, complaintEvents, coordinationEvents, meetingEvents].flatMap((one) =>
      Object.keys(one.declared),
    );
    expect(typesInIndex.filter((type) => !declared.includes(type))).toEqual([]);
    const every = filedDocumentKinds.codes.map((kind) => document(kind));
    const placed = indexOf({ ...whole, documents: every }).flatMap(({ documents }) => documents);
    expect(placed).toHaveLength(every.length);
  });

  it.each<[string, Partial<Known>, readonly string[]]>([
    ['nothing of what is whole', {}, []],
    [
      'an application',
      { events: without('ApplicationReceived'), documents: [document('DECISION_LETTER')] },
      ['NO_APPLICATION'],
    ],
    ['consent', { events: without('ConsentGiven') }, ['NO_CONSENT']],
    ['mapping', { events: without('MappingCompleted') }, ['NO_MAPPING']],
    ['the letter', { documents: [] }, ['NO_LETTER']],
    ['that it was sent', { events: without('DecisionNotified') }, ['NO_DISPATCH']],
    ['how timely the complaint is', { events: without('ComplaintTimelinessAssessed') }, ['NO_ASSESSMENT']],
    ['a delegation', { delegation: undefined }, ['NO_DELEGATION']],
    ['the plan', { plans: [plan({ startedOn: '2026-01-25' })] }, ['PLAN_NOT_ATTACHED']],
    ['what the municipality says', { events: without('ComplaintReconsidered') }, ['NO_STATEMENT']],
    [
      'what the board did',
      { decision: { decidedOn: '2026-01-20', decidedBy: 'BOARD' } },
      ['NO_MEETING', 'NO_RECOMMENDATION'],
    ],
    [
      'a decision, and nothing that follows from one',
      {
        events: without('DecisionMade', 'DecisionNotified'),
        documents: [],
        decision: undefined,
        delegation: undefined,
      },
      ['NO_DECISION'],
    ],
  ])('lacks %s', (_, differs, gaps) => {
    expect(gapsIn({ ...whole, ...differs })).toEqual(gaps);
  });

  it('takes neither what was struck out nor another complaint for its own', () => {
    const struck = whole.events.map((one) =>
      one.type === 'ConsentGiven' ? { ...one, isStruckOut: true } : one,
    );
    expect(gapsIn({ ...whole, events: struck })).toEqual(['NO_CONSENT']);
    const beside = whole.events.map((one) =>
      one.type === 'ComplaintReconsidered' ? { ...one, isBeside: true } : one,
    );
    expect(gapsIn({ ...whole, events: beside })).toEqual(['NO_STATEMENT']);
  });

  it('asks of a rehearsal nothing of a complaint', () => {
    const rehearsal: Known = {
      ...whole,
      complaint: undefined,
      events: without('ComplaintReceived', 'ComplaintReconsidered'),
    };
    expect(gapsIn(rehearsal)).toEqual([]);
    expect(emptyOf(rehearsal, 'COMPLAINT')).toEqual({ notNeeded: 'NO_COMPLAINT' });
  });

  it('is explained gap by gap', () => {
    const lacking: Known = { ...whole, documents: [], events: without('ConsentGiven') };
    expect(unexplainedIn(indexOf(lacking)).map(({ entry }) => entry)).toEqual(['CONSENT', 'LETTER']);
    const explained = { ...lacking, explanations: new Map<EntryCode, string>([['CONSENT', 'Muntlig.']]) };
    expect(unexplainedIn(indexOf(explained)).map(({ entry }) => entry)).toEqual(['LETTER']);
  });

  it('numbers what lies beside it, and nothing that is left out', () => {
    const kept = document('MAPPING', { documentId: 'kept' });
    const out = document('MAPPING', { documentId: 'out', leftOut: 'taushetsplikt' });
    const known = { ...whole, documents: [out, kept, document('EXPERT_STATEMENT')] };
    const mapping = indexOf(known).find(({ entry }) => entry === 'MAPPING');
    expect(mapping?.documents.map((one) => fileOf(mapping, one))).toEqual([
      '03-01-2026-01-06-dokument.pdf',
      '03-02-2026-01-06-dokument.pdf',
    ]);
  });
});

describe('the file of a package', () => {
  const heading: Heading = {
    language: 'nn',
    municipality: 'Eksempel kommune, 0000',
    person: 'Testine Prøvesen',
    caseNumber: '2026/14',
    madeOn: '2026-02-16',
    madeBy: 'Saksa Behandlarsen, saksbehandlar',
    upTo: '«Klage vurdert på nytt»',
  };
  const text = (differs: Partial<Known> = {}) => plainText(packageFile(heading, { ...whole, ...differs }));

  it('tells all of the trail, what was struck out too', () => {
    const struck = event('ConsentWithdrawn', { isStruckOut: true, notes: ['Feilregistrert av Testine.'] });
    const told = text({ events: [...whole.events, struck] });
    expect(told).toContain('Om ConsentWithdrawn. (ført av Testine) Feilregistrert av Testine.');
    expect(told.match(/Om ConsentWithdrawn/g)).toHaveLength(1);
    expect(told.match(/Om ConsentGiven/g)).toHaveLength(2);
  });

  it('tells the plan as it stood at the decision and today', () => {
    const plans = [plan({ closedOn: '2026-02-01' })];
    const told = text({ plans });
    expect(told).toContain('Då avgjerda vart teken: plan starta 10. januar 2026');
    expect(told).toContain('I dag: ingen plan');
  });

  it('tells which version of it held then and now, and that what stands in it is left out', () => {
    const plans = [
      plan({
        versions: [
          { number: 1, revisedOn: '2026-01-12' },
          { number: 2, revisedOn: '2026-02-01' },
        ],
        approvals: [{ number: 1, approvedOn: '2026-01-14' }],
        periods: [{ setOn: '2026-01-12', until: '2027-01-12', nextReviewOn: '2026-06-01' }],
        reviews: [{ reviewedOn: '2026-02-01', nextReviewOn: '2026-08-01' }],
        pauses: [{ from: '2026-02-10', to: undefined }],
      }),
    ];
    const told = text({ plans });
    expect(told).toContain(
      'Då avgjerda vart teken: plan starta 10. januar 2026, versjon 1 frå 12. januar 2026, godkjend 14. januar 2026, planperiode til 12. januar 2027, neste gjennomgang 1. juni 2026',
    );
    expect(told).toContain(
      'I dag: plan starta 10. januar 2026, versjon 2 frå 1. februar 2026, ikkje godkjend av eigaren, planperiode til 12. januar 2027, neste gjennomgang 1. august 2026, sett på vent 10. februar 2026',
    );
    expect(told.match(/Det som står i planen, er personens/g)).toHaveLength(2);
    const onPaper = plan({ paper: [{ since: '2026-01-15', isOnPaper: true }] });
    expect(text({ plans: [onPaper] })).toContain('starta 10. januar 2026, ført på papir');
  });

  it('tells the law of the day of the decision, in the index too', () => {
    const told = text();
    expect(told).toContain('slik dei gjaldt 20. januar 2026');
    expect(told).toContain('Fristreglane slik dei gjaldt 20. januar 2026, og slik dei vart brukte:');
    expect(told).toContain('Det lova gav rett til 20. januar 2026:');
    expect(told).toMatch(/Koordinator.*hol § 7-2.*langvarig; koordinert/s);
    expect(told).toContain('– hol § 7-3 (frå 1. januar 2012)\n– forskrifta\n');
    expect(told).toContain('Ordlyden i reglane er ikkje teken med.');
  });

  it('keeps the lines of what somebody wrote, and what is no markup', () => {
    const told = text({ statement: 'Éin.\nTo.\n\n# Tre\u202E' });
    expect(told).toContain('Éin.\nTo.\n\n# Tre\n');
  });

  it('says what is left out and why, and that minutes are about others too', () => {
    const documents = [...whole.documents, document('MAPPING', { leftOut: 'teieplikt' })];
    const told = text({ documents, leftOut: ['Eit namn: fare.'] });
    expect(told).toContain(
      '– Eit namn: fare.\n– Dokument utelate: Om MAPPING: teieplikt\n– Referatet frå møte',
    );
  });
});
