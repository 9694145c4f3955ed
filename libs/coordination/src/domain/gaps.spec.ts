import { specOf } from '#event-sourcing/testing/spec-of';
import { coordinationDecider } from './decide.js';
import {
  annulled,
  appointed,
  closed,
  consent,
  corrected,
  gap,
  intent,
  released,
  started,
} from './facts.testing.js';

const { given } = specOf(coordinationDecider);
const second = (change: Parameters<typeof appointed>[0] = {}) =>
  appointed({ appointmentId: 'appointment-2', ...change });
const { annul, correct } = intent;
const detect = intent.detectGap();

describe('A coordinator gap', () => {
  it('is detected when a coordinator left and nobody took over (U7)', () => {
    given(consent(), appointed(), released()).when(detect).then(gap());
  });
  it('is detected when a plan typed late was running as the last one left', () => {
    given(consent(), appointed(), released({ reasonCode: 'NEED_CEASED' }), started())
      .when(detect)
      .then(gap());
  });
  it('is detected although somebody is to come', () => {
    given(consent(), appointed(), released(), second({ validFrom: '2026-03-03' }))
      .when(detect)
      .then(gap());
    given(consent(), appointed(), second({ temporary: true, validFrom: '2026-12-01' }), released())
      .when(detect)
      .then(gap());
  });
  it.each([
    ['somebody is appointed', [second({ validFrom: '2026-02-15' })]],
    ['somebody stands in', [second({ temporary: true })]],
    ['a child coordinator goes on', [second({ kind: 'CHILD' })]],
    ['it was noticed already', [gap()]],
    ['it was noticed in error', [gap({ id: 'gap' }), annulled('gap')]],
  ])('is not detected when %s', (_, facts) => {
    given(consent(), appointed(), released(), ...facts)
      .when(detect)
      .thenNothing();
  });
  it('is not detected before anybody left', () => {
    given().when(detect).thenNothing();
    given(consent(), appointed()).when(detect).thenNothing();
  });
  it('is not detected when the need ceased, unless a plan goes on', () => {
    const ceased = released({ reasonCode: 'NEED_CEASED' });
    given(consent(), appointed(), ceased).when(detect).thenNothing();
    given(consent(), appointed(), started(), closed({ closedOn: '2026-02-15' }), ceased)
      .when(detect)
      .thenNothing();
    given(consent(), appointed(), started(), ceased).when(detect).then(gap());
  });
  it('is none after a handover, also one to come', () => {
    for (const day of ['2026-02-15', '2026-06-01']) {
      given(
        consent(),
        appointed(),
        released({ releasedOn: day, reasonCode: 'HANDOVER' }),
        second({ validFrom: day }),
      )
        .when(detect)
        .thenNothing();
    }
  });
  it('is of a child coordinator only while the person may be under 18', () => {
    const facts = [consent(), appointed({ kind: 'CHILD' }), released()];
    given(...facts)
      .when(intent.detectGap(2008))
      .then(gap({ kind: 'CHILD' }));
    given(...facts)
      .when(intent.detectGap(2007))
      .then(gap());
    given(consent(), appointed({ kind: 'CHILD' }), released({ reasonCode: 'TURNED_18' }))
      .when(intent.detectGap(2008))
      .then(gap());
  });
  it('is detected anew when the one standing in leaves', () => {
    const standIn = second({ temporary: true, validFrom: '2026-02-16' });
    given(
      consent(),
      appointed(),
      released(),
      gap(),
      standIn,
      released({ appointmentId: 'appointment-2', releasedOn: '2026-02-28' }),
    )
      .when(detect)
      .then(gap({ appointmentId: 'appointment-2', since: '2026-02-28' }));
  });
  it('is detected when the successor was recorded in error', () => {
    given(
      consent(),
      appointed(),
      released(),
      second({ id: 'wrong', validFrom: '2026-02-15' }),
      annulled('wrong'),
    )
      .when(detect)
      .then(gap());
  });
});

describe('A gap that was noticed', () => {
  const facts = [consent(), appointed({ id: 'a' }), released({ id: 'r' }), gap({ id: 'g' })] as const;

  it('goes when the release is annulled, and is detected anew when that was wrong', () => {
    given(...facts)
      .when(annul('r'))
      .then(annulled('r'), annulled('g'));
    given(...facts, annulled('r', 'x'), annulled('g'), annulled('x'))
      .when(detect)
      .then(gap());
  });
  it('goes when nobody is needed after all', () => {
    given(...facts)
      .when(correct('r', { reasonCode: 'NEED_CEASED', personAgrees: true }))
      .then(corrected('CoordinatorReleased', 'r', { reasonCode: 'NEED_CEASED', personAgrees: true }), {
        ...annulled('g'),
        data: { ...annulled('g').data, reasonCode: 'OTHER' },
      } as never);
  });
  it('goes when somebody coordinated on that day after all, and the right one is detected', () => {
    // One stood in until after the ordinary one had left; in truth she left before.
    const standIn = [
      consent(),
      appointed(),
      second({ temporary: true, validFrom: '2026-02-10' }),
      released({ releasedOn: '2026-02-20' }),
      released({ appointmentId: 'appointment-2', releasedOn: '2026-02-25', id: 'r' }),
      gap({ appointmentId: 'appointment-2', since: '2026-02-25', id: 'g' }),
    ];
    const change = { releasedOn: '2026-02-15' };
    const outcome = given(...standIn).when(correct('r', change));
    const [, gone] = outcome.facts();
    expect(gone).toMatchObject({ type: 'RecordedInErrorMarked', data: { corrects: 'g' } });
    given(...standIn, corrected('CoordinatorReleased', 'r', change), annulled('g'))
      .when(detect)
      .then(gap({ since: '2026-02-20' }));
  });
  it('reads as its release does', () => {
    given(...facts)
      .when(correct('r', { releasedOn: '2026-02-16' }))
      .then(
        corrected('CoordinatorReleased', 'r', { releasedOn: '2026-02-16' }),
        corrected('CoordinatorGapDetected', 'g', { since: '2026-02-16' }),
      );
    given(...facts)
      .when(correct('a', { kind: 'CHILD' }))
      .then(
        corrected('CoordinatorAppointed', 'a', { kind: 'CHILD' }),
        corrected('CoordinatorGapDetected', 'g', { kind: 'CHILD' }),
      );
  });
  it('is left as it is by what does not bear on it', () => {
    given(...facts)
      .when(correct('a', { unit: 'SCHOOL' }))
      .then(corrected('CoordinatorAppointed', 'a', { unit: 'SCHOOL' }));
    // It was an alarm, though it turned out that somebody had taken over.
    given(...facts, second({ validFrom: '2026-02-15' }))
      .when(correct('a', { unit: 'SCHOOL' }))
      .then(corrected('CoordinatorAppointed', 'a', { unit: 'SCHOOL' }));
  });
  it('is not corrected by hand, but can be put aside', () => {
    given(...facts)
      .when(correct('g', { since: '2026-01-01' }))
      .thenRejected('coordination/not-correctable');
    given(...facts)
      .when(annul('g'))
      .then(annulled('g'));
  });
  it('is not made to read as before it followed, nor brought back once nobody is missed', () => {
    const followed = [
      corrected('CoordinatorReleased', 'r', { releasedOn: '2026-02-18' }),
      { ...corrected('CoordinatorGapDetected', 'g', { since: '2026-02-18' }), id: 'f' },
    ];
    given(...facts, ...followed)
      .when(annul('f'))
      .thenRejected('coordination/no-gap');
    given(...facts, annulled('g', 'y'))
      .when(annul('y'))
      .then(annulled('y'));
    given(...facts, annulled('g', 'y'), second({ validFrom: '2026-02-15' }))
      .when(annul('y'))
      .thenRejected('coordination/no-gap');
  });
  it('stays put aside as long as it lasts', () => {
    const aside = [...facts, annulled('g')] as const;
    given(...aside, corrected('CoordinatorAppointed', 'a', { unit: 'SCHOOL' }))
      .when(detect)
      .thenNothing();
    given(...aside, second({ id: 'wrong', validFrom: '2026-02-15' }), annulled('wrong'))
      .when(detect)
      .then(gap());
  });
});

describe('A handover to come', () => {
  const handedOver = (on: string) =>
    [
      consent(),
      appointed(),
      { ...released({ releasedOn: on, reasonCode: 'HANDOVER', id: 'r' }), command: 'handover' },
      { ...second({ validFrom: on, id: 's' }), command: 'handover' },
    ] as const;
  const facts = handedOver('2026-06-01');

  it('is taken back whole with the successor', () => {
    given(...facts)
      .when(annul('s'))
      .then(annulled('s'), annulled('r'));
  });
  it('is not taken back without the successor, nor moved away from her first day', () => {
    given(...facts)
      .when(annul('r'))
      .thenRejected('coordination/rests-on', ['s']);
    given(...facts)
      .when(correct('r', { releasedOn: '2026-05-01' }))
      .thenRejected('coordination/date-ahead');
  });
  it.each(['2026-05-01', '2026-07-01', '2026-02-20'])(
    'moves whole to the successor’s first day: %s',
    (on) => {
      given(...facts)
        .when(correct('s', { validFrom: on }))
        .then(
          corrected('CoordinatorAppointed', 's', { validFrom: on }),
          corrected('CoordinatorReleased', 'r', { releasedOn: on }),
        );
    },
  );
  it('moves back whole when the move was an error', () => {
    const moved = [
      { ...corrected('CoordinatorAppointed', 's', { validFrom: '2026-07-01' }), id: 'm' },
      corrected('CoordinatorReleased', 'r', { releasedOn: '2026-07-01' }),
    ];
    given(...facts, ...moved)
      .when(annul('m'))
      .then(annulled('m'), corrected('CoordinatorReleased', 'r', { releasedOn: '2026-06-01' }));
  });
  it('does not move to a day on which who hands over has not begun, nor past who follows', () => {
    given(...facts)
      .when(correct('s', { validFrom: '2026-02-01' }))
      .thenRejected('coordination/rests-on', ['r']);
    const third = appointed({ appointmentId: 'appointment-3', validFrom: '2026-08-01', id: 't' });
    const next = released({
      appointmentId: 'appointment-2',
      releasedOn: '2026-08-01',
      reasonCode: 'HANDOVER',
    });
    given(...facts, { ...next, id: 'n' }, third)
      .when(correct('s', { validFrom: '2026-08-01' }))
      .thenRejected('coordination/rests-on', ['n']);
  });
  it('once it was, moves on each side by itself', () => {
    given(...handedOver('2026-02-20'))
      .when(correct('s', { validFrom: '2026-02-22' }))
      .then(corrected('CoordinatorAppointed', 's', { validFrom: '2026-02-22' }));
  });
  it('is not left without the successor by ending that one before the first day', () => {
    given(...facts)
      .when(intent.release({ appointmentId: 'appointment-2', releasedOn: '2026-06-01' }))
      .thenRejected('coordination/takes-over');
  });
  it('may turn out to have been earlier', () => {
    given(...facts)
      .when(correct('r', { releasedOn: '2026-03-01' }))
      .then(corrected('CoordinatorReleased', 'r', { releasedOn: '2026-03-01' }));
  });
});
