import { type EventDeclaration, type Events, type Field, type Fields, usualWords } from '#event-sourcing';
import { DISPOSED, isSealed, type Opened, sealedIn } from '#personal-data';
import { auditTrail } from '#projections/audit-trail/projection';
import type { TrailEntry } from './recorded-entries.js';
import {
  earlierIn,
  misplacedIn,
  partiesIn,
  type ShownEntry,
  told,
  withFormerNames,
  withNewestCorrections,
  withoutMisplaced,
  withoutUntold,
  withSuccessors,
} from './trail.entries.js';

const all: readonly (readonly [type: string, declaration: EventDeclaration])[] = (
  auditTrail.handles as readonly Events[]
).flatMap((events) => Object.entries(events.all));

const sealed = {
  v: 1,
  keyId: 'k',
  nonce: 'n',
  ciphertext: 'c',
  commitment: 'm',
  stream: 's',
  eventId: 'e',
  field: 'f',
};

/** A value of a field's kind; ids name their field, so that one that is shown is known again. */
function sample(name: string, { kind, element, fields, codes }: Field): unknown {
  switch (kind) {
    case 'code':
      return codes?.codes[0] ?? 'OWN_CODE';
    case 'id':
      return `id-${name}`;
    case 'date':
      return '2026-03-02';
    case 'serial':
      return '2026/14';
    case 'municipalityNo':
      return '3403';
    case 'number':
      return 1990;
    case 'boolean':
      return true;
    case 'list':
      return element ? [sample(name, element)] : [];
    case 'record':
      return samples(fields ?? {});
    case 'text':
    case 'personalDate':
    case 'personalDigest':
      return sealed;
    case 'digest':
    case 'instant':
      return 'x';
  }
}
const samples = (fields: Fields) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, sample(name, field)]));

/** The fields that a correction of this type may change. */
const changeableIn = (type: string): Fields =>
  all.find(([of]) => of === type)?.[1].fields['changed']?.fields ?? {};

/** One entry of this type, corrected once in everything that a correction can change. */
const entryOf = (type: string, { fields }: EventDeclaration): TrailEntry => {
  const correction = all.find(([of]) => of === `${type}Corrected`)?.[1].fields['changed'];
  const by = { eventId: 'e2', at: '2026-03-02T08:00:00.000Z', actorId: 'id-corrector', actorRole: 'LEADER' };
  const changed = samples(correction?.fields ?? {});
  return {
    eventId: 'id-corrects',
    type,
    data: samples(fields),
    ownerId: 'id-subjectId',
    actorId: 'id-actor',
    actorRole: 'CASEWORKER',
    actorUnit: null,
    occurredOn: '2026-03-02',
    recordedAt: '2026-03-02T08:00:00.000Z',
    corrects: null,
    was: type.endsWith('Corrected') ? samples(changeableIn(type)) : null,
    annulledBy: null,
    correctedBy: correction ? [{ ...by, actorUnit: null, reason: null, changed, was: changed }] : [],
    municipality: '1576',
    stream: 'case-1576.c',
    revision: 0n,
    position: 0n,
  };
};
const trail = all.map(([type, declaration]) => entryOf(type, declaration));
const earlier = earlierIn(trail);

/** The entry as it is told where only the parties that `partiesIn` asks for have names. */
const toldOf = (entry: TrailEntry, language: 'nb' | 'nn' = 'nb') => {
  const parties = new Map(
    partiesIn([entry], earlier).map((partyId) => [
      partyId,
      { partyId, name: `Navnet til ${partyId.slice(3)}` },
    ]),
  );
  const opened = JSON.parse(
    JSON.stringify(withoutUntold(entry), (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : isSealed(value) ? 'En tekst' : value,
    ),
  ) as Opened<TrailEntry>;
  return told({ ...opened, earlierCorrections: 0 }, language, {
    parties,
    earlier,
    own: usualWords,
    withFields: true,
  });
};

describe('an entry of a trail', () => {
  it.each(trail.map((entry) => [entry.type, entry] as const))(
    'of %s names everybody, and shows the id of none',
    (_, entry) => {
      for (const language of ['nb', 'nn'] as const) {
        const { sentence, readsNow, corrections, fields = [] } = toldOf(entry, language);
        const told = [
          sentence,
          readsNow,
          ...corrections.map(({ what }) => what),
          ...fields.map((one) => one.inWords),
        ];
        expect(told.join(' ')).not.toContain('id-');
      }
    },
  );

  it('names who holds an appointment, a membership or a relation, or got a letter, as the entry that began it reads now', () => {
    expect(earlier.parties).toEqual({
      'id-appointmentId': 'id-coordinatorId',
      'id-letterId': 'id-recipientId',
      'id-memberId': 'id-partyId',
      'id-proposalId': 'id-candidateId',
      'id-relationId': 'id-partyId',
    });
    const [appointed] = trail.filter(({ type }) => type === 'CoordinatorAppointed');
    const [released] = trail.filter(({ type }) => type === 'CoordinatorReleased');
    if (!appointed || !released) throw new Error('both are in the trail');
    const [correction] = appointed.correctedBy;
    if (!correction) throw new Error('the appointment was corrected');
    const again = { ...correction, changed: { coordinatorId: 'id-other' } };
    const now = earlierIn([{ ...appointed, correctedBy: [correction, again] }]);
    expect(now.parties).toEqual({ 'id-appointmentId': 'id-other' });
    expect(partiesIn([released], now)).toEqual(['id-other', 'id-actor', 'id-corrector']);
  });

  it('asks for the names of those alone that it tells of', () => {
    const [mapped] = trail.filter(({ type }) => type === 'MappingCompleted');
    if (!mapped) throw new Error('it is in the trail');
    expect(partiesIn([{ ...mapped, correctedBy: [] }], earlier)).toEqual(['id-performerId', 'id-actor']);
  });

  it('leaves texts sealed that no sentence tells, of the event and of what corrects it', () => {
    const opened = trail.flatMap((entry) => {
      const { type, data, was, correctedBy } = withoutUntold(entry);
      const changed = [data['changed'], was, ...correctedBy.flatMap((one) => [one.changed, one.was])];
      return Object.entries(Object.assign({}, data, ...changed) as object).flatMap(([name, value]) =>
        isSealed(value) ? [`${type}.${name}`] : [],
      );
    });
    expect(opened).toContain('ApplicationReceived.wish');
    expect(opened).toContain('SubjectRegisteredCorrected.reason');
    // A new name alone is told.
    const named = opened.filter((path) => /\.(givenName|familyName|identityNumber|birthDate)$/.test(path));
    expect(named.filter((path) => !path.startsWith('SubjectRenamed'))).toEqual([]);
  });

  it('C3 tells of a new name also the one of before, in whatever order they were recorded', () => {
    const of = (type: string, eventId: string, data: object) => ({
      ...(trail.find((entry) => entry.type === type) ?? trail[0]!),
      type,
      eventId,
      stream: 'subject-1576.s',
      annulledBy: null,
      correctedBy: [],
      data: { subjectId: 's', ...data },
    });
    const renamed = (eventId: string, familyName: string, validFrom: string) =>
      of('SubjectRenamed', eventId, { givenName: 'Testine', familyName, validFrom });
    const struck = {
      eventId: 'e',
      at: '2026-03-02T08:00:00.000Z',
      actorId: 'id-actor',
      actorRole: 'LEADER',
      actorUnit: null,
      reason: null,
    };
    const all = [
      of('SubjectRegistered', 'a', { familyName: 'Prøvesen', protectedAddress: false }),
      renamed('b', 'Nygift', '2026-02-14'),
      renamed('c', 'Ungpike', '2020-05-01'),
      { ...renamed('d', 'Feil', '2021-05-01'), annulledBy: { ...struck, reasonCode: 'OTHER' } },
    ];
    const sentences = withFormerNames(all, all).map((entry) => toldOf(entry).sentence);
    expect(sentences.slice(1)).toEqual([
      'Personen heter fra 14. februar 2026 «Testine Nygift» (før: «Testine Ungpike»).',
      'Personen heter fra 1. mai 2020 «Testine Ungpike» (før: «Prøvesen»).',
      'Personen heter fra 1. mai 2021 «Testine Feil».',
    ]);
  });

  it('E1 tells of a handover who took over, by the appointment that followed', () => {
    const of = (type: string, eventId: string, data: object) => ({
      ...(trail.find((entry) => entry.type === type) ?? trail[0]!),
      eventId,
      stream: 'coordination-1576.s',
      correctedBy: [],
      data: { subjectId: 's', ...data },
    });
    const appointed = (id: string, validFrom: string, kind = 'ORDINARY') =>
      of('CoordinatorAppointed', `appointed ${id}`, {
        appointmentId: id,
        coordinatorId: `id-${id}`,
        kind,
        validFrom,
        temporary: false,
        wishFollowed: 'YES',
      });
    const released = of('CoordinatorReleased', 'released', {
      appointmentId: 'a',
      releasedOn: '2026-03-01',
      reasonCode: 'HANDOVER',
    });
    const saidOf = (some: readonly TrailEntry[], language: 'nb' | 'nn' = 'nb') => {
      const known = earlierIn(some);
      const [handed] = withSuccessors([released], some);
      if (!handed) throw new Error('it is still there');
      const parties = new Map(
        partiesIn([handed], known).map((partyId) => [partyId, { partyId, name: `Navn ${partyId.slice(3)}` }]),
      );
      const shown = { ...withNewestCorrections(handed), recordedAt: '2026-03-02T08:00:00.000Z' };
      const telling = { parties, earlier: known, own: usualWords };
      return told(shown as unknown as Opened<ShownEntry>, language, telling).sentence;
    };
    const before = appointed('a', '2026-01-01');
    const all = [appointed('c', '2026-08-01'), before, appointed('b', '2026-03-01'), released];
    expect(saidOf(all)).toBe('Navn a fratrådte som koordinator 1. mars 2026; ansvaret gikk over til Navn b.');
    expect(saidOf(all, 'nn')).toBe(
      'Navn a fråtredde som koordinator 1. mars 2026; ansvaret gjekk over til Navn b.',
    );
    const toNobody = [before, appointed('d', '2026-03-01', 'CHILD'), released];
    expect(saidOf(toNobody)).toMatch(/ansvaret gikk over til en annen\.$/);
  });

  it('E1 shows the newest of many corrections, and how many there are before them', () => {
    const [mapped] = trail.filter(({ type }) => type === 'MappingCompleted');
    const [by] = mapped?.correctedBy ?? [];
    if (!mapped || !by) throw new Error('it was corrected');
    const correctedBy = Array.from({ length: 30 }, (_, n) => ({ ...by, eventId: `e${n}` }));
    const shown = withNewestCorrections({ ...mapped, correctedBy });
    expect(shown).toMatchObject({ earlierCorrections: 10 });
    expect([shown.correctedBy.length, shown.correctedBy.at(-1)?.eventId]).toEqual([20, 'e29']);
  });

  it('reads as its corrections have it, and says what one more may change', () => {
    const [received] = trail.filter(({ type }) => type === 'ApplicationReceived');
    const [by] = received?.correctedBy ?? [];
    if (!received || !by) throw new Error('it was corrected');
    const changed = { receivedOn: '2026-02-27', documentDigest: null };
    const { sentence, readsNow, fields } = toldOf({ ...received, correctedBy: [{ ...by, changed }] });
    expect([sentence, readsNow].map((said) => said?.includes('27. februar 2026'))).toEqual([false, true]);
    expect(fields?.find(({ name }) => name === 'receivedOn')).toEqual({
      name: 'receivedOn',
      called: 'mottatt dato',
      kind: 'date',
      codeList: null,
      isToCome: false,
      mayBeEmpty: false,
      value: '2026-02-27',
      inWords: '27. februar 2026',
    });
    expect(fields?.find(({ name }) => name === 'documentDigest')).toMatchObject({
      value: null,
      inWords: null,
    });
    expect(toldOf({ ...received, correctedBy: [] }).readsNow).toBeNull();
  });

  it('tells of a number that it leaves sealed that there is one', () => {
    const [registered] = trail.filter(({ type }) => type === 'SubjectRegistered');
    if (!registered) throw new Error('it is in the trail');
    expect(toldOf(registered).sentence).toBe('Personen ble registrert.');
    const { identityNumber: _, ...without } = registered.data;
    expect(toldOf({ ...registered, data: without }).sentence).toBe(
      'Personen ble registrert uten fødselsnummer eller D-nummer.',
    );
  });

  it('says of a name whose key is destroyed that it is deleted', () => {
    const [released] = trail.filter(({ type }) => type === 'CoordinatorReleased');
    if (!released) throw new Error('it is in the trail');
    const parties = new Map([['id-coordinatorId', { partyId: 'id-coordinatorId', name: DISPOSED }]]);
    const shown = withNewestCorrections(released) as unknown as Opened<ShownEntry>;
    const { sentence } = told(shown, 'nn', {
      parties,
      earlier,
      own: usualWords,
    });
    expect(sentence).toMatch(/^\[sletta\] fråtredde som koordinator/);
  });

  it('A4 leaves sealed what was recorded about the wrong person, and what corrected it, but not why it was struck out', () => {
    const [mapped] = trail.filter(({ type }) => type === 'MappingCompleted');
    const [correction] = trail.filter(({ type }) => type === 'MappingCompletedCorrected');
    if (!mapped || !correction) throw new Error('they are in the trail');
    const by = {
      eventId: 'e9',
      at: '',
      actorId: 'a',
      actorRole: 'LEADER',
      actorUnit: null,
      reason: { ...sealed, v: 1 },
    } as const;
    const wrong = { ...mapped, annulledBy: { ...by, reasonCode: 'WRONG_PERSON' } };
    const corrected = { ...correction, eventId: 'e3', corrects: wrong.eventId };
    const both: readonly TrailEntry[] = [wrong, corrected];
    const shown = both.map(withoutMisplaced(misplacedIn(both)));
    expect(shown.map(({ data, correctedBy }) => sealedIn([data, correctedBy]))).toEqual([[], []]);
    expect(sealedIn(shown[0]?.annulledBy)).toHaveLength(1);
    const [{ sentence } = { sentence: '' }] = shown.map((one) => toldOf(one));
    expect(sentence).toContain('[vises ikke: ført på feil person eller sak]');
    const otherwise = { ...wrong, annulledBy: { ...wrong.annulledBy, reasonCode: 'DUPLICATE' } };
    expect(misplacedIn([otherwise, corrected]).size).toBe(0);

    const name = trail.find(({ type }) => type === 'SubjectRenamed');
    if (!name) throw new Error('it is in the trail');
    const misnamed = { ...name, correctedBy: [], annulledBy: wrong.annulledBy };
    const renaming = toldOf(withoutMisplaced(new Set([misnamed.eventId]))(misnamed));
    expect(renaming.sentence).toBe(
      'Personen heter fra 2. mars 2026 [vises ikke: ført på feil person eller sak].',
    );
  });
});
