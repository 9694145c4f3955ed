import { specOf } from '#event-sourcing/testing/spec-of';
import { coordinationDecider } from './decide.js';
import {
  annulled,
  appointed,
  caseId,
  closed,
  consent,
  corrected,
  grant,
  intent,
  joined,
  left,
  planId,
  released,
  started,
  subjectId,
  undecided,
} from './facts.testing.js';

const { given } = specOf(coordinationDecider);
const lost = (...restsOn: readonly string[]) => ({
  type: 'BasisLost' as const,
  data: { subjectId, caseId, restsOn, detectedOn: '2026-03-02' },
});
const regained = {
  type: 'BasisRegained' as const,
  data: { subjectId, caseId, detectedOn: '2026-03-02' },
};
const correctDay = (eventId: string) => intent.correct(eventId, { detectedOn: '2026-03-01' });
const live = [consent(), appointed(), started(), joined({ caseId })];

describe('What rests on a grant that was used up with its case', () => {
  const usedUp = { ...grant(), usedUpOn: '2026-02-01' };

  it('D1 does not begin on that day or later', () => {
    for (const validFrom of ['2026-02-01', '2026-02-10']) {
      given(consent())
        .when(intent.appoint({ validFrom, grants: { [caseId]: usedUp } }))
        .thenRejected('coordination/grant-used-up');
    }
  });
  it('D1 may be typed in where it began before', () => {
    given(consent())
      .when(
        intent.appoint({
          appointmentId: 'appointment-1',
          validFrom: '2026-01-31',
          grants: { [caseId]: usedUp },
        }),
      )
      .then(appointed({ validFrom: '2026-01-31' }));
  });
  it('D1 is left alone where it runs, and can be put right and released', () => {
    given(consent(), appointed())
      .when(intent.checkBasis({ ...usedUp, usedUpOn: '2026-01-01' }))
      .thenNothing();
    given(consent(), appointed())
      .when(intent.release({ grants: { [caseId]: usedUp } }))
      .then(released());
  });
});

describe('D3 What rests on a decision that was amended', () => {
  /** Granted in January, and not since the tenth of February. */
  const ended = {
    ...grant('INDIVIDUAL_PLAN'),
    refused: ['COORDINATOR', 'GROUP'],
    decidedOn: '2026-02-10',
    before: [grant('INDIVIDUAL_PLAN', 'COORDINATOR', 'GROUP')],
  };
  const appoint = (validFrom: string) =>
    intent.appoint({ appointmentId: 'appointment-1', validFrom, grants: { [caseId]: ended } });

  it('does not begin on that day or later (U16)', () => {
    for (const validFrom of ['2026-02-10', '2026-02-20']) {
      given(consent()).when(appoint(validFrom)).thenRejected('coordination/not-granted');
    }
  });
  it('may be typed in where it began before', () =>
    given(consent())
      .when(appoint('2026-02-09'))
      .then(appointed({ validFrom: '2026-02-09' })));
  it('has lost its basis where it goes on', () =>
    given(...live)
      .when(intent.checkBasis(ended))
      .then(lost('appointment-1', 'member-1')));
  it('needs none once it has ended, and can be put right', () => {
    given(consent(), appointed(), released()).when(intent.checkBasis(ended)).thenNothing();
    given(consent(), appointed())
      .when(intent.release({ grants: { [caseId]: ended } }))
      .then(released());
  });
  it('has its basis again when that was annulled, or granted anew', () => {
    const noticed = [...live, lost('appointment-1', 'member-1')];
    given(...noticed)
      .when(intent.checkBasis(grant('INDIVIDUAL_PLAN', 'COORDINATOR', 'GROUP')))
      .then(regained);
    const anew = { ...grant(), decidedOn: '2026-02-20', before: [...ended.before, ended] };
    given(consent(), appointed(), lost('appointment-1')).when(intent.checkBasis(anew)).then(regained);
  });
  it('is used up by an end since it was granted, whatever was answered anew in between', () => {
    const amended = {
      ...grant(),
      granted: [{ item: 'INDIVIDUAL_PLAN', since: '2026-01-05' }],
      decidedOn: '2026-02-20',
    };
    const grants = { [caseId]: { ...amended, before: [grant('INDIVIDUAL_PLAN')] } };
    given(consent(), started(), closed({ reasonCode: 'NEED_CEASED' }))
      .when(intent.start({ startedOn: '2026-02-25', grants }))
      .thenRejected('coordination/grant-used-up');
  });
});

describe('What rests on a decision', () => {
  it('is left alone while the decision carries it', () => {
    given(...live)
      .when(intent.checkBasis(grant()))
      .thenNothing();
  });
  it('has lost its basis when the decision is gone, which is recorded once', () => {
    given(...live)
      .when(intent.checkBasis(undecided))
      .then(lost('appointment-1', planId, 'member-1'));
    given(...live, lost('appointment-1', planId, 'member-1'))
      .when(intent.checkBasis(undecided))
      .thenNothing();
  });
  it('has lost it as far as its own item is not granted any more', () => {
    given(...live)
      .when(intent.checkBasis(grant('GROUP')))
      .then(lost(planId));
    given(...live)
      .when(intent.checkBasis(grant('INDIVIDUAL_PLAN')))
      .then(lost('member-1'));
  });
  it('has lost it as a child coordinator when that was refused', () => {
    const refusal = { ...grant(), refused: ['CHILD_COORDINATOR'] };
    given(consent(), appointed({ kind: 'CHILD' }))
      .when(intent.checkBasis(refusal))
      .then(lost('appointment-1'));
    given(consent(), appointed()).when(intent.checkBasis(refusal)).thenNothing();
  });
  it('has lost it when the decision turns out to be of a later day, or of another person', () => {
    given(...live)
      .when(intent.checkBasis({ ...grant(), decidedOn: '2026-02-02' }))
      .then(lost('appointment-1'));
    given(...live)
      .when(intent.checkBasis({ ...grant(), subjectId: 'somebody-else' }))
      .then(lost('appointment-1', planId, 'member-1'));
  });
  it('is recorded anew when more, or less, has lost it', () => {
    given(...live, lost(planId))
      .when(intent.checkBasis(undecided))
      .then(lost('appointment-1', planId, 'member-1'));
    given(...live, lost('appointment-1', planId, 'member-1'))
      .when(intent.checkBasis(grant('GROUP')))
      .then(lost(planId));
  });
  it('needs none any more once it has ended or was recorded in error', () => {
    given(consent(), appointed(), released(), started(), closed())
      .when(intent.checkBasis(undecided))
      .thenNothing();
    given(consent(), joined({ caseId }), left()).when(intent.checkBasis(undecided)).thenNothing();
    given(consent(), appointed({ id: 'x' }), annulled('x'))
      .when(intent.checkBasis(undecided))
      .thenNothing();
    given(consent(), appointed(), lost('appointment-1'), released())
      .when(intent.checkBasis(grant()))
      .thenNothing();
  });
  it('rests on the case it names and on no other', () => {
    given(...live)
      .when(intent.checkBasis(undecided, 'another-case'))
      .thenNothing();
    given(consent(), started(), joined())
      .when(intent.checkBasis(grant('INDIVIDUAL_PLAN')))
      .thenNothing();
  });
  it('is not reported again because the same was noticed of another case', () => {
    const elsewhere = { caseId: 'another-case', appointmentId: 'appointment-2', temporary: true };
    const lostElsewhere = { ...lost(elsewhere.appointmentId).data, caseId: elsewhere.caseId };
    given(consent(), appointed(), appointed(elsewhere), lost('appointment-1'), {
      type: 'BasisLost',
      data: lostElsewhere,
    })
      .when(intent.checkBasis(undecided))
      .thenNothing();
  });
  it('has its basis again when it is granted anew, and may lose it again', () => {
    given(consent(), appointed(), lost('appointment-1')).when(intent.checkBasis(grant())).then(regained);
    given(consent(), appointed(), lost('appointment-1'), regained)
      .when(intent.checkBasis(grant()))
      .thenNothing();
    given(consent(), appointed(), lost('appointment-1'), regained)
      .when(intent.checkBasis(undecided))
      .then(lost('appointment-1'));
  });
  it('has its basis again when it is corrected to rest on a case that grants it', () => {
    given(
      consent(),
      appointed({ id: 'x' }),
      lost('appointment-1'),
      corrected('CoordinatorAppointed', 'x', { caseId: 'case-2' }),
    )
      .when(intent.checkBasis(undecided))
      .then(regained);
  });
  it('is not reported again where the report was put aside as an error', () => {
    given(consent(), appointed(), { ...lost('appointment-1'), id: 'l' }, annulled('l'))
      .when(intent.checkBasis(undecided))
      .thenNothing();
  });
  it('is no notice to be corrected by hand, lost or regained', () => {
    given(consent(), appointed(), { ...lost('appointment-1'), id: 'l' }, { ...regained, id: 'r' })
      .when(correctDay('l'))
      .thenRejected('coordination/not-correctable');
    given(consent(), appointed(), lost('appointment-1'), { ...regained, id: 'r' })
      .when(correctDay('r'))
      .thenRejected('coordination/not-correctable');
  });
  it('can be ended or recorded in error although its basis is lost', () => {
    given(consent(), appointed({ id: 'x' }), lost('appointment-1'))
      .when(intent.annul('x', { [caseId]: undecided }))
      .then(annulled('x'));
  });
});
