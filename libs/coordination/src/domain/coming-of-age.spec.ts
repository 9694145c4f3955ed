import { specOf } from '#event-sourcing/testing/spec-of';
import { coordinationDecider } from './decide.js';
import type { CoordinationFact } from './events.js';
import { appointed, consent, intent, released, renewal, withdrawal } from './facts.testing.js';

const { given } = specOf(coordinationDecider);
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
