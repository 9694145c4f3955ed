import { usualWords } from '#event-sourcing/codes';
import type { Field } from '#event-sourcing/event';
import { DISPOSED } from '#personal-data/opened';
import { toldCategories as categories } from './categories.js';
import { changesOf, sentenceOf, titleOf, untoldIn } from './sentences.js';

const all = categories.flatMap(({ all: of }) => Object.entries(of));
const nameOf = (partyId: string) => (partyId === 'some-id' ? 'Testine Prøvesen' : partyId);

/** A value of a field's kind; every code's first. */
function sample({ kind, element, fields, schema }: Field, personal: unknown): unknown {
  switch (kind) {
    case 'code':
      return codesOf(schema)[0] ?? 'FREE_CODE';
    case 'id':
      return 'some-id';
    case 'date':
      return '2026-03-02';
    case 'instant':
      return '2026-03-02T08:00:00.000Z';
    case 'serial':
      return '2026/14';
    case 'municipalityNo':
      return '3403';
    case 'number':
      return 7;
    case 'boolean':
      return true;
    case 'digest':
      return 'a'.repeat(64);
    case 'list':
      return element ? [sample(element, personal), sample(element, personal)] : [];
    case 'record':
      return samples(fields ?? {}, personal);
    case 'personalDigest':
      return personal === DISPOSED ? personal : 'a'.repeat(64);
    case 'text':
      return personal;
    case 'personalDate':
      return personal === DISPOSED ? personal : '1990-05-17';
  }
}
const samples = (fields: Readonly<Record<string, Field>>, personal: unknown) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, sample(field, personal)]));

const codesOf = (schema: unknown) => (schema as { enum?: readonly string[] }).enum ?? [];

describe('the words of the audit trail', () => {
  it.each(all.map(([type, { fields }]) => [type, fields] as const))(
    'tell of %s in both languages',
    (type, fields) => {
      for (const language of ['nb', 'nn'] as const) {
        for (const personal of ['en tekst', DISPOSED]) {
          const sentence = sentenceOf({ type, data: samples(fields, personal) }, { language, nameOf });
          expect(sentence).toMatch(/^.{15,}\.$/);
          expect(sentence).not.toMatch(/undefined|object|NaN|null|\.\.|disposed/);
        }
        expect(titleOf(type, language).length).toBeGreaterThan(5);
      }
    },
  );

  it('read as people write', () => {
    const received = {
      caseId: 'c',
      subjectId: 's',
      items: ['INDIVIDUAL_PLAN', 'COORDINATOR', 'GROUP'],
      receivedOn: '2026-03-02',
      channel: 'LETTER',
      written: true,
      signed: false,
      applicantRole: 'GUARDIAN',
      wish: 'Helst en hun kjenner',
    };
    expect(sentenceOf({ type: 'ApplicationReceived', data: received }, { language: 'nb', nameOf })).toBe(
      'Søknad om individuell plan, koordinator og ansvarsgruppe ble mottatt 2. mars 2026 (brev) fra verge; underskrift mangler. Ønske: «Helst en hun kjenner».',
    );
    const changed = {
      corrects: 'e',
      subjectId: 's',
      changed: { receivedOn: '2026-02-27', signed: true },
      reason: 'Tastefeil',
    };
    const was = { receivedOn: '2026-03-02', signed: false };
    expect(
      sentenceOf({ type: 'ApplicationReceivedCorrected', data: changed, was }, { language: 'nn', nameOf }),
    ).toBe(
      '«Søknad motteken» vart retta: motteken dato: frå 2. mars 2026 til 27. februar 2026; underskriven: frå nei til ja. Grunngiving for rettinga: «Tastefeil».',
    );
  });

  it('name whom a correction puts in, and say what it emptied', () => {
    const told = (type: string, changed: object, language: 'nb' | 'nn') =>
      sentenceOf({ type, data: { corrects: 'e', changed, reason: 'Feil navn' } }, { language, nameOf });
    expect(
      told(
        'MappingCompletedCorrected',
        { performerId: 'some-id', documentDigest: null, summary: null },
        'nb',
      ),
    ).toBe(
      '«Kartlegging fullført» ble rettet: den som kartla: Testine Prøvesen (sto tomt); dokumentets kontrollsum ble fjernet; sammendrag ble fjernet. Begrunnelse for rettingen: «Feil navn».',
    );
    expect(told('MappingAssignedCorrected', { dueOn: null }, 'nn')).toBe(
      '«Kartlegging tildelt» vart retta: frist vart fjerna. Grunngiving for rettinga: «Feil navn».',
    );
    expect(told('DecisionMadeCorrected', { meetingId: 'meeting-2' }, 'nn')).toContain(
      'møte: eit anna møte (stod tomt).',
    );
    expect(told('PlanStartedCorrected', { caseId: 'case-2' }, 'nb')).toContain(
      'sak: en annen sak (sto tomt).',
    );
    expect(told('PlanStartedCorrected', { caseId: 'case-2' }, 'nn')).toContain(
      'sak: ei anna sak (stod tomt).',
    );
  });

  it('say that a text is deleted whose key is destroyed', () => {
    const data = { subjectId: 's', consentId: 'k', withdrawnOn: '2026-03-02', reason: DISPOSED };
    expect(sentenceOf({ type: 'ConsentWithdrawn', data }, { language: 'nn', nameOf })).toBe(
      'Samtykket vart trekt tilbake 2. mars 2026. Grunngiving: [sletta].',
    );
  });

  it('name who left, by the id of the appointment or membership', () => {
    const names = (id: string) => (id === 'appointment-1' ? 'Testmund Koordinator' : id);
    const data = {
      subjectId: 's',
      appointmentId: 'appointment-1',
      releasedOn: '2026-03-02',
      reasonCode: 'OWN_WISH',
    };
    expect(sentenceOf({ type: 'CoordinatorReleased', data }, { language: 'nb', nameOf: names })).toBe(
      'Testmund Koordinator fratrådte som koordinator 2. mars 2026 (etter eget ønske).',
    );
  });

  it('say of who is to leave that she does, and of who left that she did', () => {
    const data = { appointmentId: 'some-id', releasedOn: '2026-12-10', reasonCode: 'HANDOVER' };
    const said = (language: 'nb' | 'nn', recordedOn: string) =>
      sentenceOf({ type: 'CoordinatorReleased', data, recordedOn }, { language, nameOf });
    expect(said('nb', '2026-11-22')).toMatch(/^Testine Prøvesen fratrer som koordinator 10\. desember 2026/);
    expect(said('nn', '2026-11-22')).toMatch(/^Testine Prøvesen fråtrer som koordinator 10\. desember 2026/);
    expect(said('nb', '2026-12-10')).toMatch(/^Testine Prøvesen fratrådte som/);
    expect(said('nn', '2026-12-10')).toMatch(/^Testine Prøvesen fråtredde som/);
  });

  it('name the event that was recorded in error, where it is known', () => {
    const data = { subjectId: 's', corrects: 'e1', reasonCode: 'WRONG_CASE', reason: 'Gjaldt en annen' };
    const entry = { type: 'RecordedInErrorMarked', data };
    const eventOf = (id: string) =>
      id === 'e1' ? { type: 'DecisionMade', occurredOn: '2026-03-02' } : undefined;
    expect(sentenceOf(entry, { language: 'nn', nameOf, eventOf })).toBe(
      '«Avgjerd teken» (2. mars 2026) vart merkt som feilregistrert (feil sak). Grunngiving: «Gjaldt en annen».',
    );
    expect(sentenceOf(entry, { language: 'nb', nameOf })).toMatch(/^En tidligere hendelse ble merket som/);
  });

  it('use the words of the municipality where it has its own', () => {
    const own = {
      ...usualWords,
      unit: ['koordinerende team', 'koordinerande team'],
      coordinator: ['personlig koordinator', 'personleg koordinator'],
      theGroup: ['gruppa', 'gruppa'],
    } as const;
    const said = (type: string, data: Readonly<Record<string, unknown>>) =>
      sentenceOf({ type, data }, { language: 'nn', nameOf, own });
    const appointed = {
      coordinatorId: 'some-id',
      kind: 'ORDINARY',
      temporary: true,
      validFrom: '2026-03-02',
      wishFollowed: 'YES',
    };
    expect(said('CoordinatorAppointed', appointed)).toBe(
      'Testine Prøvesen vart oppnemnd som mellombels personleg koordinator frå 2. mars 2026, i tråd med ønsket til personen.',
    );
    const joined = { partyId: 'some-id', joinedOn: '2026-03-02', memberRole: 'TEACHER', unit: 'SCHOOL' };
    expect(said('MemberJoinedGroup', joined)).toBe(
      'Testine Prøvesen vart med i gruppa 2. mars 2026 (skulen, lærar).',
    );
    const decided = {
      items: [{ item: 'COORDINATOR', outcome: 'GRANTED' }],
      decidedBy: 'KE_MEETING',
      decidedOn: '2026-03-02',
    };
    expect(said('DecisionMade', decided)).toBe(
      'Søknaden vart avgjord i møte i koordinerande team 2. mars 2026. Svar: personleg koordinator innvilga.',
    );
  });

  it('tell the legal basis of each item that has its own, and the decision’s for the rest', () => {
    const told = (items: readonly object[], legalBasis?: string) =>
      sentenceOf(
        { type: 'DecisionMade', data: { items, decidedBy: 'BOARD', decidedOn: '2026-03-02', legalBasis } },
        { language: 'nb', nameOf },
      );
    const plan = { item: 'INDIVIDUAL_PLAN', outcome: 'GRANTED' };
    const child = { item: 'CHILD_COORDINATOR', outcome: 'REFUSED', reason: 'Voksen', legalBasis: 'HOL_7_2A' };
    expect(told([plan, child], 'HOL_7_1')).toMatch(
      /individuell plan innvilget; barnekoordinator avslått \(«Voksen»; hjemmel: helse- og omsorgstjenesteloven § 7-2 a\)\. Hjemmel ellers: helse- og omsorgstjenesteloven § 7-1\.$/,
    );
    expect(told([plan], 'HOL_7_1')).toMatch(/innvilget\. Hjemmel: helse- og omsorgstjenesteloven § 7-1\.$/);
    expect(told([{ item: 'GROUP', outcome: 'GRANTED' }])).toMatch(/ansvarsgruppe innvilget\.$/);
  });

  it('tell what a correction put in the place of what stood there, as its field is declared', () => {
    type Fields = Readonly<Record<string, unknown>>;
    const changed = (type: string, fields: Fields, was: Fields = {}) =>
      changesOf(type, { changed: fields, was }, { language: 'nn', nameOf });
    const was = { receivedOn: '2026-03-01', signed: false };
    expect(changed('ApplicationReceived', { receivedOn: '2026-03-02', signed: true }, was)).toBe(
      'motteken dato: frå 1. mars 2026 til 2. mars 2026; underskriven: frå nei til ja',
    );
    expect(
      changed('CoordinatorAppointed', { coordinatorId: 'some-id', unit: 'KE' }, { coordinatorId: 'another' }),
    ).toBe('koordinator: frå another til Testine Prøvesen; eining: koordinerande eining (stod tomt)');
    expect(
      changed('SubjectRegistered', { birthYear: 1990, protectedAddress: false }, { birthYear: 1909 }),
    ).toBe('fødselsår: frå 1909 til 1990; gradert adresse: nei (stod tomt)');
    const before = { documentDigest: 'b'.repeat(64), validUntil: '2027-01-01' };
    expect(changed('ConsentGiven', { documentDigest: 'a'.repeat(64), validUntil: null }, before)).toBe(
      'kontrollsummen til dokumentet; gjeld til og med vart fjerna (var 1. januar 2027)',
    );
    const items = [
      { item: 'GROUP', outcome: 'GRANTED' },
      { item: 'COORDINATOR', outcome: 'REFUSED', reason: 'NEI' },
    ];
    expect(changed('DecisionMade', { items })).toBe(
      'kva det gjeld: ansvarsgruppe innvilga og koordinator avslått («NEI») (stod tomt)',
    );
  });

  it.each(['2026-03-02', 'OK', 'KE', 'FORM', 'true', '7', 'a'.repeat(64)])(
    'quote a text of somebody’s own, also when it reads %s',
    (wish) => {
      const change = { changed: { wish: 'Et annet' }, was: { wish } };
      expect(changesOf('ApplicationReceived', change, { language: 'nb', nameOf })).toBe(
        `ønske: fra «${wish}» til «Et annet»`,
      );
    },
  );

  it('fill a place once: what somebody wrote is never taken for one', () => {
    const reason = 'Kommer {withdrawnOn} til <unit> [eller så]';
    const data = { consentId: 'k', withdrawnOn: '2026-03-02', reason };
    expect(sentenceOf({ type: 'ConsentWithdrawn', data }, { language: 'nb', nameOf })).toBe(
      `Samtykket ble trukket tilbake 2. mars 2026. Begrunnelse: «${reason}».`,
    );
  });

  it('tell the reason for which a plan was closed as the person’s, also when it is corrected', () => {
    const told = { reasonCode: 'OWN_WISH', closedOn: '2026-03-02' };
    const change = { changed: told, was: { reasonCode: 'MOVED' } };
    expect(changesOf('PlanClosed', change, { language: 'nn', nameOf })).toContain(
      'grunn: frå personen har flytta til etter ønske frå personen',
    );
    expect(sentenceOf({ type: 'PlanClosed', data: told }, { language: 'nn', nameOf })).toContain(
      '(etter ønske frå personen)',
    );
  });

  it('name the field alone of what no sentence tells', () => {
    const changed = { givenName: 'Testine', birthDate: '1990-05-17', identityNumber: null };
    const was = { givenName: 'Testin', identityNumber: '1' };
    expect(changesOf('SubjectRegistered', { changed, was }, { language: 'nb', nameOf })).toBe(
      'fornavn; fødselsdato; fødselsnummer eller D-nummer ble fjernet',
    );
    const lost = { changed: { restsOn: ['appointment-1'] }, was: {} };
    expect(changesOf('BasisLost', lost, { language: 'nb', nameOf })).toBe('det som bygger på avgjørelsen');
    expect(untoldIn('SubjectIdentityLinkedCorrected')).toEqual(new Set(['identityNumber', 'birthDate']));
    expect(untoldIn('ApplicationReceived')).toEqual(new Set(['documentDigest']));
  });

  it('say what an application was completed with', () => {
    const data = { what: ['SIGNATURE'], completedOn: '2026-03-05' };
    expect(sentenceOf({ type: 'ApplicationCompleted', data }, { language: 'nn', nameOf })).toBe(
      'Søknaden vart komplettert 5. mars 2026 med underskrift.',
    );
  });

  it('show a code that only the municipality knows as it is', () => {
    const data = { partyId: 'some-id', joinedOn: '2026-03-02', memberRole: 'RIDING_TEACHER' };
    expect(sentenceOf({ type: 'MemberJoinedGroup', data }, { language: 'nb', nameOf })).toBe(
      'Testine Prøvesen ble med i ansvarsgruppa 2. mars 2026 (RIDING_TEACHER).',
    );
  });

  it('E1 say that a meeting decides, and that a person has told no wish', () => {
    const said = (type: string, data: object, language: 'nb' | 'nn' = 'nb') =>
      sentenceOf({ type, data: { ...data } }, { language, nameOf });
    const decided = { items: [{ item: 'GROUP', outcome: 'GRANTED' }], decidedOn: '2026-01-27' };
    expect(said('DecisionMade', { ...decided, decidedBy: 'KE_MEETING' })).toMatch(
      /^Søknaden ble avgjort i møte i koordinerende enhet 27\. januar 2026\. /,
    );
    expect(said('DecisionMade', { ...decided, decidedBy: 'BOARD' }, 'nn')).toMatch(
      /^Søknaden vart avgjord av tildelingsnemnda 27\. januar 2026\. /,
    );
    const appointed = (wishFollowed: string, language: 'nb' | 'nn' = 'nb') => {
      const data = { coordinatorId: 'some-id', kind: 'ORDINARY', temporary: false, validFrom: '2026-03-02' };
      return said('CoordinatorAppointed', { ...data, wishFollowed }, language);
    };
    expect(appointed('NO_WISH')).toBe(
      'Testine Prøvesen ble oppnevnt som koordinator fra 2. mars 2026. Personen hadde ikke uttrykt noe ønske.',
    );
    expect(appointed('NO_WISH', 'nn')).toMatch(/2\. mars 2026\. Personen hadde ikkje uttrykt noko ønske\.$/);
    expect(appointed('NO')).toMatch(/ fra 2\. mars 2026, ikke i tråd med personens ønske\.$/);
  });

  it('E1 have two words for guardian and parent', () => {
    const given = (givenBy: string, language: 'nb' | 'nn') =>
      sentenceOf(
        { type: 'ConsentGiven', data: { scopes: ['PLAN'], givenOn: '2026-03-02', givenBy } },
        { language, nameOf },
      );
    expect(given('GUARDIAN', 'nb')).toMatch(/ av verge\.$/);
    expect(given('PARENT', 'nb')).toMatch(/ av foresatt\.$/);
    expect([given('GUARDIAN', 'nn'), given('PARENT', 'nn')]).toEqual([
      expect.stringMatching(/ av verje\.$/),
      expect.stringMatching(/ av føresett\.$/),
    ]);
  });

  it('fail for a type that no trail holds, rather than show raw data', () => {
    expect(() => titleOf('SomethingElse', 'nb')).toThrow('The audit trail has no words for SomethingElse');
  });
});
