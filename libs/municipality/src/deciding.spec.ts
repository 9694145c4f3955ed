import type { CommandRunner } from '#event-sourcing';
import { decidingOf } from './deciding.js';

const entry = (partyId: string, role: string, recordedAt: string) => ({
  metadata: { actor: { partyId, role }, recordedAt },
});
const byOperator = entry('operator', 'OPERATOR', '2026-01-05T08:00:00.000Z');

/** Whether somebody may ask for a disposal whose stream holds these entries. */
async function deciding(...effective: readonly object[]) {
  const state = effective.length === 0 ? { status: 'absent' } : { status: 'registered', kind: 'STAFF' };
  const runner = { look: async () => ({ state, effective, basis: [] }) } as unknown as CommandRunner;
  return (await decidingOf(runner, '1576', 'party-1')).by;
}

describe('Whoever asks for a disposal or confirms it', () => {
  it('is a caseworker or a leader who was registered by the own login', async () => {
    const at = '2026-02-02T08:00:00.000Z';
    expect(await deciding(entry('party-1', 'CASEWORKER', at))).toEqual({
      known: true,
      entitled: true,
      since: at,
    });
    expect(await deciding(entry('party-1', 'COORDINATOR', at))).toMatchObject({ entitled: false });
  });

  it('may have been taken in from a list, and counts since the own login first told of itself', async () => {
    const at = '2026-02-02T08:00:00.000Z';
    expect(await deciding(byOperator, entry('party-1', 'LEADER', at))).toEqual({
      known: true,
      entitled: true,
      since: at,
    });
  });

  it('is nobody who never logged in, and somebody in the register', async () => {
    expect(await deciding(byOperator)).toMatchObject({ known: true, entitled: false });
    expect(await deciding()).toEqual({ known: false });
  });
});
