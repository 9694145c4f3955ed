import { Log, type PartyFact, type SubjectFact } from '../log.testing.js';
import { people } from './projection.js';

const registered: SubjectFact = {
  type: 'SubjectRegistered',
  data: {
    subjectId: 's',
    givenName: 'Testine',
    familyName: 'Prøvesen',
    birthYear: 2015,
    protectedAddress: false,
  },
};
const linked: SubjectFact = {
  type: 'SubjectIdentityLinked',
  data: { subjectId: 's', identityNumber: '00000000000', birthDate: '2015-02-01', birthYear: 2015 },
};
const disposed = (...classes: ('PERSON' | 'CASE')[]): SubjectFact => ({
  type: 'PersonalDataDisposed',
  data: {
    subjectId: 's',
    classes,
    legalBasis: 'ARKIVLOVA',
    retentionClass: 'K10',
    confirmedBy: 'archivist',
    disposedOn: '2036-01-01',
  },
});
const party: PartyFact = {
  type: 'PartyRegistered',
  data: { partyId: 'p', kind: 'STAFF', name: 'Prøve Testesen', unit: 'KE' },
};

const rows = async (...facts: readonly SubjectFact[]) => {
  const log = new Log();
  await log.inSubject('s', ...facts);
  return log.rows(people);
};

describe('the people', () => {
  it('are kept with names and numbers sealed (F12)', async () => {
    const found = await rows(registered, linked);
    expect(found).toMatchObject([
      {
        person_id: 's',
        kind: 'SUBJECT',
        given_name: { v: 1, field: 'givenName', stream: 'subject-1576.s' },
        identity_number: { v: 1, field: 'identityNumber' },
        birth_year: 2015,
        disposed: false,
      },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/Testine|Prøvesen|00000000000|2015-02-01/);
  });

  it('keep the birth that they were registered with where the number that came later tells none', async () => {
    const dated = { ...registered, data: { ...registered.data, birthDate: '2015-02-01' } } as SubjectFact;
    const untold: SubjectFact = {
      type: 'SubjectIdentityLinked',
      data: { subjectId: 's', identityNumber: '00000000000' },
    };
    expect(await rows(dated, untold)).toMatchObject([
      { identity_number: { v: 1 }, birth_date: { v: 1, field: 'birthDate' }, birth_year: 2015 },
    ]);
  });

  it('have parties among them', async () => {
    const log = new Log();
    await log.inParty('p', party);
    expect(await log.rows(people)).toMatchObject([
      { person_id: 'p', kind: 'PARTY', party_kind: 'STAFF', unit: 'KE', name: { v: 1, field: 'name' } },
    ]);
  });

  it('lose what no key opens any more, when the keys of their own record are destroyed', async () => {
    expect(await rows(registered, linked, disposed('CASE'))).toMatchObject([
      { disposed: false, disposed_classes: ['CASE'], family_name: { v: 1 } },
    ]);
    expect(await rows(registered, linked, disposed('CASE'), disposed('PERSON'))).toMatchObject([
      {
        disposed: true,
        disposed_classes: ['CASE', 'PERSON'],
        given_name: null,
        family_name: null,
        identity_number: null,
        birth_date: null,
        birth_year: 2015,
      },
    ]);
  });
});
