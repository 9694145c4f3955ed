import { writerName } from './writer-name.js';

describe('who recorded something', () => {
  it('has a name, or is the program where nobody did it, and is told by the id else', () => {
    const partyId = 'party-7';
    expect(writerName({ name: 'Testine Saksbehandler', partyId, role: 'CASEWORKER' })).toBe(
      'Testine Saksbehandler',
    );
    expect(writerName({ name: null, partyId, role: 'SYSTEM' })).toBe('Samspor');
    expect(writerName({ name: null, partyId, role: 'OPERATOR' })).toBe('Samspor');
    expect(writerName({ name: null, partyId, role: 'LEADER' })).toBe(partyId);
  });
});
