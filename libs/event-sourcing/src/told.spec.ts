import { id, localDate, newId, v1 } from './event.js';
import { madeId } from './ids.js';
import { completed } from './told.js';

const event = v1({ ownerId: id(), meetingId: newId('meeting'), heldOn: localDate() }, { occurs: 'heldOn' });
const context = {
  commandId: '0f2f3f5e-6d2c-5d6f-9c38-6a3b8f1f5a21',
  correlationId: 'c',
  municipality: '1576',
  actor: { partyId: 'party-1', role: 'CASEWORKER' },
  at: '2026-03-02T09:00:00.000Z',
  today: '2026-03-02',
};

describe('what is told of an event', () => {
  it('gets the ids that the event gives, the same for the same command, and today for its day', () => {
    const meetingId = madeId(context.commandId, 'meeting');
    expect(completed(event, { place: 'A' }, context)).toEqual({
      ids: { meetingId },
      day: '2026-03-02',
      said: { place: 'A', meetingId, heldOn: '2026-03-02' },
    });
  });

  it('stays as it is where it was told', () =>
    expect(completed(event, { meetingId: 'meeting-1', heldOn: '2026-02-01' }, context)).toEqual({
      ids: { meetingId: 'meeting-1' },
      day: '2026-02-01',
      said: { meetingId: 'meeting-1', heldOn: '2026-02-01' },
    }));
});
