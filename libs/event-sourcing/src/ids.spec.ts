import { commandIdOf, derivedId, eventIdOf, madeId } from './ids.js';

const request = {
  tenant: '1576',
  partyId: 'party-1',
  method: 'POST',
  path: '/v1/cases',
  idempotencyKey: '0b0e3b7e-0000-4000-8000-00000000000a',
};

describe('the id of a command', () => {
  it('is the same for a repeat, in whatever case its key is written', () => {
    const upper = { ...request, idempotencyKey: request.idempotencyKey.toUpperCase() };
    expect(commandIdOf(upper)).toBe(commandIdOf(request));
  });

  it.each([
    ['tenant', '9999'],
    ['partyId', 'party-2'],
    ['method', 'PUT'],
    ['path', '/v1/subjects'],
    ['idempotencyKey', '0b0e3b7e-0000-4000-8000-00000000000b'],
  ])('is another for another %s', (part, other) =>
    expect(commandIdOf({ ...request, [part]: other })).not.toBe(commandIdOf(request)),
  );
});

describe('a derived id', () => {
  it('is another for every event, thing and list of parts', () => {
    const ids = [
      eventIdOf('c', 0),
      eventIdOf('c', 1),
      madeId('c', 'case'),
      madeId('c', 'subject'),
      derivedId('ab', 'c'),
      derivedId('a', 'bc'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  // Stored for ever, and what repeats are known by: the same in every release.
  it('is what it was in the first version', () => {
    expect([commandIdOf(request), eventIdOf('c', 0), madeId('c', 'case')]).toEqual([
      'd9c92e06-2066-579f-80a8-c5cf41798186',
      '96e3b4bc-0048-52dc-90c8-6036553f5e71',
      '360d5f2c-8aea-53d0-8a0b-3e9bf6210044',
    ]);
  });
});
