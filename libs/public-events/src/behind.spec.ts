import type { Recorded } from '#event-sourcing/event';
import { behind } from './behind.js';
import { grantedTypes, publicTypes } from './catalogue.js';
import { Telling } from './telling.js';
import type { View } from './view.js';

const caseId = '22222222-2222-5222-8222-222222222222';
const sealed = (eventId: string, field = 'reason') => ({
  v: 1,
  keyId: 'k',
  nonce: 'n',
  ciphertext: 'c',
  commitment: 'm',
  stream: `case-1576.${caseId}`,
  eventId,
  field,
});
const view = (more: Partial<View> = {}): View => ({
  types: new Set(grantedTypes.map(({ type }) => type)),
  plans: true,
  begins: { kind: 'ORIGIN' },
  version: 1,
  ...more,
});
const history = (...entries: readonly (readonly [type: string, data: object])[]): Recorded[] =>
  entries.map(([type, data], index) => ({
    type,
    data: { caseId, subjectId: 'person-1', ...data },
    id: `e${index}`,
    stream: `case-1576.${caseId}`,
    revision: BigInt(index),
    position: BigInt(index),
    metadata: {
      $correlationId: 'c',
      $causationId: 'c',
      municipality: '1576',
      actor: { partyId: 'p', role: 'CASEWORKER', unit: 'KE' },
      occurredOn: '2026-02-02',
      recordedAt: '2026-03-02T09:00:00.000Z',
      schemaVersion: 1,
    },
  }));
const closed = { closedOn: '2026-02-02', reasonCode: 'COMPLETED', reason: sealed('e0') };
const withdrawn = {
  withdrawnOn: '2026-02-02',
  withdrawnBy: 'REPRESENTATIVE',
  withdrawnById: 'party-7',
  reason: sealed('e0'),
};
const error = { corrects: 'e0', reasonCode: 'WRONG_CASE', reason: sealed('e1') };

describe('what stands behind an event', () => {
  it('is what its type lists, sealed as it was, and nobody else', () => {
    expect(behind(view(), history(['ApplicationWithdrawn', withdrawn]), 'e0.1')).toEqual({
      eventId: 'e0.1',
      type: 'no.samspor.case.application-withdrawn.v1',
      subject: caseId,
      personId: 'person-1',
      texts: { withdrawnBy: 'REPRESENTATIVE', reason: sealed('e0') },
    });
  });

  it('reads as it was corrected, under its own id and that of the correction', () => {
    const correction = { corrects: 'e0', changed: { closedOn: '2026-02-03', reason: sealed('e1') } };
    const stream = history(
      ['CaseClosed', closed],
      ['CaseClosedCorrected', { ...correction, reason: sealed('e1') }],
    );
    const now = { eventId: 'e0.1', texts: { reasonCode: 'COMPLETED', reason: sealed('e1') } };
    expect(behind(view(), stream, 'e0.1')).toMatchObject(now);
    expect(behind(view(), stream, 'e1.1')).toMatchObject(now);
  });

  it('is nothing where it was recorded in error', () => {
    const stream = history(['CaseClosed', closed], ['RecordedInErrorMarked', error]);
    expect(behind(view(), stream, 'e0.1')).toMatchObject({ eventId: 'e0.1', texts: undefined });
  });

  it.each<[string, View, string]>([
    [
      'of another type than the grant names',
      view({ types: new Set(['no.samspor.case.reopened.v1']) }),
      'e0.1',
    ],
    ['of before its beginning', view({ begins: { kind: 'AFTER', position: 0n } }), 'e0.1'],
    ['that there is not', view(), 'e7.1'],
    ['of a version that is not told', view(), 'e0.2'],
  ])('is not there for an event %s', (_, seenBy, id) => {
    expect(behind(seenBy, history(['CaseClosed', closed]), id)).toBeUndefined();
  });

  it('is nothing where it tells of the registration of the person, which every grant is told', () => {
    const merged = history(['SubjectMergedInto', { survivorId: 'person-2', mergedOn: '2026-02-02' }]).map(
      (event) => ({ ...event, stream: 'subject-1576.person-1' }),
    );
    const told = new Telling(view()).next(merged);
    expect(told.map(({ event }) => event.data['consumerMust'])).toEqual(['MERGE_PERSON']);
    expect(behind(view(), merged, 'e0.1')).toBeUndefined();
  });

  it('names no party, whatever the type', () => {
    const ids = publicTypes.flatMap(({ type, details }) =>
      Object.values(details)
        .flatMap((field) => [field, field.element ?? field])
        .filter(({ kind }) => kind === 'id')
        .map(() => type),
    );
    expect(ids).toEqual([]);
  });
});
