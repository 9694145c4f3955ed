import { needlessOfDispatch } from './ways-out.js';

describe('the form that sends a letter', () => {
  it.each([
    ['LETTER', true, []],
    ['DIGITAL_POST', true, []],
    ['IN_PERSON', true, ['throughOutbox']],
    ['SERVICE_OFFICE', true, ['throughOutbox']],
    [undefined, true, ['throughOutbox']],
    ['LETTER', false, ['throughOutbox']],
  ])(
    'asks about the outbox by the way it goes and where there is one: %s, %s',
    (channel, there, needless) => {
      expect(needlessOfDispatch(there)({ channel })).toEqual(needless);
    },
  );
});
