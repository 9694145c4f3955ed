import { whatWasDone } from './what-was-done.js';

describe('what was done', () => {
  const recorded = (...types: readonly string[]) => types.map((type, at) => ({ type, eventId: `e${at}` }));

  test.each([
    [['KeMeetingConvenedForCase', 'CriterionAssessed', 'CriterionAssessed', 'DecisionMade'], 'DecisionMade'],
    [['CriterionAssessed', 'DecisionAmended'], 'DecisionAmended'],
    [['CoordinatorReleased', 'CoordinatorAppointed'], 'CoordinatorAppointed'],
    [['CoordinatorReleased'], 'CoordinatorReleased'],
    [['KeMeetingConvenedForCase'], 'KeMeetingConvenedForCase'],
    [['CaseOpened', 'ApplicationReceived'], 'CaseOpened'],
  ])('of %j is %s', (types, done) => {
    expect(whatWasDone(recorded(...types))?.type).toBe(done);
  });

  test('is nothing where nothing was recorded', () => {
    expect(whatWasDone([])).toBeUndefined();
  });
});
