import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from './decide.js';
import { caseId, decided, fact, intent, prepared } from './example-case.testing.js';

const { given, rows, stateAfter } = specOf(caseDecider);
const deathToldOn = '2026-02-26';
const close = { type: 'CloseForDeath', data: { caseId, deathToldOn } } as const;
const reopen = { type: 'ReopenForLife', data: { caseId } } as const;
const closing = fact.closing({ closedOn: deathToldOn, reasonCode: 'DECEASED' });

describe('D1 A case of somebody who is dead', () => {
  it.each([
    ['a need', [fact.need()]],
    ['an application', prepared],
    ['a decision', decided],
    ['a decision that was notified', [...decided, fact.notification()]],
  ])('is closed from %s', (_, facts) => {
    given(...facts)
      .when(close)
      .then(closing);
  });
  it('is closed no sooner than the last that happened in it', () => {
    const last = fact.reference();
    given(fact.need(), fact.caseworker({ assignedOn: '2026-03-01' }), last)
      .when(close)
      .then(fact.closing({ closedOn: '2026-03-01', reasonCode: 'DECEASED' }));
  });
  it.each([
    ['closed', [...prepared, fact.closing()]],
    ['withdrawn', [fact.application(), fact.withdrawal()]],
    ['not wanted', [fact.need({ subjectWishes: 'NO' })]],
  ])('is left as it is where it is %s', (_, facts) => {
    given(...facts)
      .when(close)
      .thenNothing();
  });
  it('goes on where the death was recorded in error, unless people closed it', () => {
    const bySystem = { ...closing, role: 'SYSTEM' };
    const [annulment] = given(...prepared, bySystem)
      .when(reopen)
      .facts();
    expect(annulment).toMatchObject({ type: 'RecordedInErrorMarked', data: { corrects: 'e2' } });
    expect(stateAfter(...prepared, bySystem, annulment as never)).toEqual(stateAfter(...prepared));
    given(...prepared, closing)
      .when(reopen)
      .thenNothing();
    given(...prepared)
      .when(reopen)
      .thenNothing();
  });
});

describe('D1 Of somebody dead', () => {
  rows(intent.notifyNeed, [
    ['no case is opened with what was told later', [], { deathToldOn, notifiedOn: '2026-02-27' }, 'deceased'],
    ['what was told before still opens one', [], { deathToldOn }, [fact.need()]],
  ]);
  rows(intent.receive, [
    ['no application is received later', [], { deathToldOn, receivedOn: '2026-02-27' }, 'deceased'],
  ]);
});
