import { afterEach, jest } from '@jest/globals';
import { codec } from '#apps/codec';
import { CommandRunner } from '#event-sourcing';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';
import { Log } from '../../../../projections/log.testing.js';
import type { Parts } from '../with-parts.js';
import { confirmOfRecords } from './records.js';

const told = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
const refused = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
const linesOf = ({ mock }: typeof told) => mock.calls.map(([line]) => String(line)).join('');
afterEach(() => {
  process.exitCode = undefined;
  jest.restoreAllMocks();
});

/** A municipality that keeps enquiries for a month, with some answered long ago, each asked to be disposed of by one of two members of staff. */
async function dueEnquiries(requests: Readonly<Record<string, 'staff-1' | 'staff-2'>>) {
  const log = new Log();
  for (const partyId of ['staff-1', 'staff-2']) {
    log.actor = { partyId, role: 'CASEWORKER' };
    await log.inParty(partyId, {
      type: 'PartyRegistered',
      data: { partyId, kind: 'STAFF', name: 'Testolf Arkivar' },
    });
  }
  log.recordedAt = '2026-03-03T08:00:00.000Z';
  await log.inOrganisation('retention', {
    type: 'RetentionDecided',
    data: { municipality: '1576', retentionClass: 'KE_ENQUIRY', months: 1, validFrom: '2026-01-01' },
  });
  for (const [enquiryId, requestedBy] of Object.entries(requests)) {
    await log.inEnquiry(
      enquiryId,
      {
        type: 'EnquiryReceived',
        data: {
          enquiryId,
          receivedOn: '2026-01-05',
          channel: 'PHONE',
          sourceType: 'USER',
          text: 'Et spørsmål',
        },
      },
      { type: 'EnquiryAnswered', data: { enquiryId, answeredOn: '2026-01-06', channel: 'PHONE' } },
      {
        type: 'EnquiryDisposalRequested',
        data: {
          enquiryId,
          legalBasis: 'ARKIVLOVA',
          retentionClass: 'KE_ENQUIRY',
          requestedBy,
          requestedOn: '2026-03-03',
        },
      },
    );
  }
  const destroyed: string[] = [];
  const parts = {
    store: log.store,
    codec,
    runner: new CommandRunner(log.store, codec, plainSealing),
    vault: {
      disposals: { destroy: async ({ owner }: { owner: string }) => void destroyed.push(owner) },
    },
  };
  return { parts: parts as unknown as Parts, destroyed };
}

describe('the confirmation of all that is due', () => {
  it('goes on where one is refused, names it, and ends with code 1', async () => {
    const { parts, destroyed } = await dueEnquiries({ a: 'staff-1', b: 'staff-2', c: 'staff-1' });
    await confirmOfRecords(parts, { municipality: '1576', due: 'KE_ENQUIRY', confirmedBy: 'staff-2' });
    expect(linesOf(told)).toBe(
      'The texts of enquiry a are disposed of.\nThe texts of enquiry c are disposed of.\n',
    );
    expect(linesOf(refused)).toBe(
      'samspor: enquiry b: Whoever asked for it cannot confirm it: a disposal takes two persons.\n',
    );
    expect(destroyed).toEqual(['a', 'c']);
    expect(process.exitCode).toBe(1);
  });
});
