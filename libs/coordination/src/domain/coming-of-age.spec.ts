import { specOf } from '#event-sourcing/testing/spec-of';
import { coordinationDecider } from './decide.js';
import type { CoordinationFact } from './events.js';
import { appointed, consent, corrected, intent, released, renewal, withdrawal } from './facts.testing.js';

const { given, stateAfter } = specOf(coordinationDecider);
const day = '2026-03-02';
const ofParent = (change: Parameters<typeof consent>[0] = {}) => consent({ givenBy: 'PARENT', ...change });

describe('What guardians consented to', () => {
  it.each<[string, readonly CoordinationFact[], string | number | undefined, boolean]>([
    ['is asked anew on the 16th birthday', [ofParent()], '2010-03-02', true],
    ['is not asked the day before', [ofParent()], '2010-03-03', false],
    [
      'is asked after the sixteenth year where the year alone is known',
      [ofParent({ givenOn: '2025-06-01' })],
      2009,
      true,
    ],
    ['is not asked in it', [ofParent()], 2010, false],
    ['is not asked while no birth is known', [ofParent()], undefined, false],
    ['is asked once', [ofParent(), renewal()], '2010-03-02', false],
    ['is not asked where the person consented in person', [consent()], '2010-03-02', false],
    [
      'is not asked where the person consented beside',
      [ofParent(), consent({ consentId: 'consent-2', givenOn: '2026-02-01' })],
      '2010-01-02',
      false,
    ],
    [
      'is not asked where it was taken back',
      [ofParent(), withdrawal({ withdrawnBy: 'PARENT' })],
      '2010-03-02',
      false,
    ],
    ['is not asked where it has run out', [ofParent({ validUntil: '2026-02-01' })], '2010-03-02', false],
    [
      'is not asked of somebody who was of age when a guardian consented for a reason',
      [ofParent({ onBehalfReason: 'Kan ikke samtykke.' })],
      '1950-03-02',
      false,
    ],
  ])('%s', (_, history, birth, isAsked) => {
    const asked = given(...history).when(intent.comeOfAge(birth, day));
    if (isAsked) asked.then(renewal());
    else asked.thenNothing();
  });

  it('is asked beside the end of a child coordinator, where nobody was asked at 16', () => {
    const child = { kind: 'CHILD' } as const;
    given(ofParent({ givenOn: '2024-01-10' }), appointed(child))
      .when(intent.comeOfAge('2008-03-02', day))
      .then(released({ releasedOn: day, reasonCode: 'TURNED_18' }), renewal());
  });
});

describe('A child coordinator', () => {
  const child = { kind: 'CHILD', validFrom: '2026-02-01' } as const;
  const turned = (differs: Parameters<typeof released>[0] = {}) =>
    released({ releasedOn: day, reasonCode: 'TURNED_18', ...differs });
  const notice = (releasedOn: string) => released({ id: 'r', releasedOn });
  const other = { appointmentId: 'appointment-2', validFrom: '2026-04-01' } as const;

  it.each<[string, readonly CoordinationFact[], readonly CoordinationFact[]]>([
    ['who gave notice for a later day leaves on the 18th birthday', [notice('2026-04-01')], [turned()]],
    ['who gave notice for an earlier day leaves on that', [notice('2026-02-20')], []],
    ['who gave notice for that day leaves on it, once', [notice(day)], []],
    [
      'who was to take over from another never begins, and that one leaves',
      [released({ releasedOn: '2026-04-01', reasonCode: 'HANDOVER' }), appointed({ ...child, ...other })],
      [turned(), turned({ appointmentId: 'appointment-2', releasedOn: '2026-04-01' })],
    ],
  ])('%s', (_, history, ends) => {
    const facts = [consent(), appointed(child), ...history];
    const asked = given(...facts).when(intent.comeOfAge('2008-03-02', day));
    if (ends.length > 0) asked.then(...ends);
    else asked.thenNothing();
    // Told again, nothing more comes of it.
    given(...facts, ...ends)
      .when(intent.comeOfAge('2008-03-02', day))
      .thenNothing();
  });

  it('who has turned 18 stays gone where the notice is corrected', () => {
    const facts = [consent(), appointed(child), notice('2026-04-01'), turned()];
    const later = { releasedOn: '2026-05-01' };
    given(...facts)
      .when(intent.correct('r', later))
      .then(corrected('CoordinatorReleased', 'r', later));
    expect(stateAfter(...facts, corrected('CoordinatorReleased', 'r', later)).appointments).toMatchObject([
      { releasedOn: day, releaseReason: 'TURNED_18' },
    ]);
  });
});
