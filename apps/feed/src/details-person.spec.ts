import { recorded, type ToldFact } from '#event-sourcing/testing/spec-of';
import { subjectEvents } from '#subject';
import { registered } from './details-person.js';

type Fact = ToldFact<typeof subjectEvents>;
const person = (subjectId: string, more: object = {}): Fact =>
  ({
    type: 'SubjectRegistered',
    data: { subjectId, givenName: 'Testine', familyName: 'Prøvesen', protectedAddress: false, ...more },
  }) as Fact;
const merged = (subjectId: string, survivorId: string): Fact =>
  ({
    type: 'SubjectMergedInto',
    data: { subjectId, survivorId, goesOn: 'SURVIVOR', reason: 'Dobbelt', mergedOn: '2026-02-01' },
  }) as Fact;
const disposed: Fact = {
  type: 'PersonalDataDisposed',
  data: {
    subjectId: 's1',
    classes: ['CASE'],
    legalBasis: 'ARKIVLOVA',
    retentionClass: 'K10',
    confirmedBy: 'archivist',
    disposedOn: '2036-01-01',
  },
};

/** What is known of `s1` where the streams tell this. */
const known = (streams: Readonly<Record<string, readonly Fact[]>>) =>
  registered('s1', (id) => Promise.resolve(recorded(subjectEvents, streams[id] ?? [])));

describe('who a person is, as a subscriber is told', () => {
  it('is nobody where nobody is registered', async () => expect(await known({})).toBeUndefined());

  it('is the registration that the person goes on under, of which all are named', async () => {
    const streams = { s1: [person('s1'), merged('s1', 's2')], s2: [person('s2', { givenName: 'Testa' })] };
    expect(await known(streams)).toMatchObject({
      ids: ['s1', 's2'],
      isProtected: false,
      isDisposed: false,
      person: { givenName: { field: 'givenName' }, identityNumber: null },
    });
  });

  it.each<[string, Readonly<Record<string, readonly Fact[]>>, object]>([
    ['protected', { s1: [person('s1', { protectedAddress: true })] }, { isProtected: true }],
    [
      'protected under another registration',
      { s1: [person('s1'), merged('s1', 's2')], s2: [person('s2', { protectedAddress: true })] },
      { isProtected: true },
    ],
    ['disposed of in part', { s1: [person('s1'), disposed] }, { isDisposed: true }],
    ['merged in a ring', { s1: [person('s1'), merged('s1', 's1')] }, { ids: ['s1'] }],
  ])('is %s', async (_, streams, so) => expect(await known(streams)).toMatchObject(so));
});
