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
  joined,
  left,
  planId,
  released,
  started,
  subjectId,
  undecided,
} from './facts.testing.js';
import type { Grant } from './rule.js';

const { given } = specOf(coordinationDecider);
const check = (found: Grant, of = caseId) => ({
  type: 'CheckBasis' as const,
  data: { subjectId, caseId: of, grant: found },
});
const lost = (...restsOn: readonly string[]) => ({
  type: 'BasisLost' as const,
  data: { subjectId, caseId, restsOn, detectedOn: '2026-03-02' },
});
const regained = {
  type: 'BasisRegained' as const,
  data: { subjectId, caseId, detectedOn: '2026-03-02' },
};
const correctDay = (eventId: string) => ({
  type: 'CorrectCoordinationEvent' as const,
  data: {
    subjectId,
    eventId,
    changed: { detectedOn: '2026-03-01' },
    reason: 'Feil.',
    grants: {},
    partyIsKnown: true,
  },
});
const live = [consent(), appointed(), started(), joined({ caseId })];

describe('What rests on a decision', () => {
  it('is left alone while the decision carries it', () => {
    given(...live)
      .when(check(grant()))
      .thenNothing();
  });
  it('has lost its basis when the decision is gone, which is recorded once', () => {
    given(...live)
      .when(check(undecided))
      .then(lost('appointment-1', planId, 'member-1'));
    given(...live, lost('appointment-1', planId, 'member-1'))
      .when(check(undecided))
      .thenNothing();
  });
  it('has lost it as far as its own item is not granted any more', () => {
    given(...live)
      .when(check(grant('GROUP')))
      .then(lost(planId));
    given(...live)
      .when(check(grant('INDIVIDUAL_PLAN')))
      .then(lost('member-1'));
  });
  it('has lost it as a child coordinator when that was refused', () => {
    const refusal = { ...grant(), refused: ['CHILD_COORDINATOR'] };
    given(consent(), appointed({ kind: 'CHILD' }))
      .when(check(refusal))
      .then(lost('appointment-1'));
    given(consent(), appointed()).when(check(refusal)).thenNothing();
  });
  it('has lost it when the decision turns out to be of a later day, or of another person', () => {
    given(...live)
      .when(check({ ...grant(), decidedOn: '2026-02-02' }))
      .then(lost('appointment-1'));
    given(...live)
      .when(check({ ...grant(), subjectId: 'somebody-else' }))
      .then(lost('appointment-1', planId, 'member-1'));
  });
  it('is recorded anew when more, or less, has lost it', () => {
    given(...live, lost(planId))
      .when(check(undecided))
      .then(lost('appointment-1', planId, 'member-1'));
    given(...live, lost('appointment-1', planId, 'member-1'))
      .when(check(grant('GROUP')))
      .then(lost(planId));
  });
  it('needs none any more once it has ended or was recorded in error', () => {
    given(consent(), appointed(), released(), started(), closed()).when(check(undecided)).thenNothing();
    given(consent(), joined({ caseId }), left()).when(check(undecided)).thenNothing();
    given(consent(), appointed({ id: 'x' }), annulled('x'))
      .when(check(undecided))
      .thenNothing();
    given(consent(), appointed(), lost('appointment-1'), released()).when(check(grant())).thenNothing();
  });
  it('rests on the case it names and on no other', () => {
    given(...live)
      .when(check(undecided, 'another-case'))
      .thenNothing();
    given(consent(), started(), joined())
      .when(check(grant('INDIVIDUAL_PLAN')))
      .thenNothing();
  });
  it('is not reported again because the same was noticed of another case', () => {
    const elsewhere = { caseId: 'another-case', appointmentId: 'appointment-2', temporary: true };
    const lostElsewhere = { ...lost(elsewhere.appointmentId).data, caseId: elsewhere.caseId };
    given(consent(), appointed(), appointed(elsewhere), lost('appointment-1'), {
      type: 'BasisLost',
      data: lostElsewhere,
    })
      .when(check(undecided))
      .thenNothing();
  });
  it('has its basis again when it is granted anew, and may lose it again', () => {
    given(consent(), appointed(), lost('appointment-1')).when(check(grant())).then(regained);
    given(consent(), appointed(), lost('appointment-1'), regained).when(check(grant())).thenNothing();
    given(consent(), appointed(), lost('appointment-1'), regained)
      .when(check(undecided))
      .then(lost('appointment-1'));
  });
  it('has its basis again when it is corrected to rest on a case that grants it', () => {
    given(
      consent(),
      appointed({ id: 'x' }),
      lost('appointment-1'),
      corrected('CoordinatorAppointed', 'x', { caseId: 'case-2' }),
    )
      .when(check(undecided))
      .then(regained);
  });
  it('is not reported again where the report was put aside as an error', () => {
    given(consent(), appointed(), { ...lost('appointment-1'), id: 'l' }, annulled('l'))
      .when(check(undecided))
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
      .when({
        type: 'AnnulCoordinationEvent',
        data: {
          subjectId,
          eventId: 'x',
          reasonCode: 'TYPING_ERROR',
          reason: 'Ført på feil dag.',
          grants: { [caseId]: undecided },
        },
      })
      .then(annulled('x'));
  });
});
