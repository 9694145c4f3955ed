import { coordinatorItems } from './coordinator-items.js';

type Outcomes = Parameters<typeof coordinatorItems>[0];
const answered = (outcomes: Readonly<Record<string, string>>) =>
  coordinatorItems(
    Object.entries(outcomes).map(([item, outcome]) => ({
      item,
      outcome,
      reason: null,
    })) as unknown as Outcomes,
  );

test('a coordinator follows from whatever is granted, unless that alone was refused (U16)', () => {
  expect(answered({})).toEqual([]);
  expect(answered({ INDIVIDUAL_PLAN: 'GRANTED' })).toEqual(['COORDINATOR']);
  expect(answered({ INDIVIDUAL_PLAN: 'PARTLY', COORDINATOR: 'REFUSED' })).toEqual([]);
  expect(answered({ INDIVIDUAL_PLAN: 'REFUSED' })).toEqual([]);
  expect(answered({ CHILD_COORDINATOR: 'GRANTED' })).toEqual(['CHILD_COORDINATOR']);
  expect(answered({ COORDINATOR: 'GRANTED', CHILD_COORDINATOR: 'GRANTED' })).toEqual([
    'COORDINATOR',
    'CHILD_COORDINATOR',
  ]);
});
