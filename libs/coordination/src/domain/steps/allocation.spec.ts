import { specOf } from '#event-sourcing/testing/spec-of';
import { coordinationDecider } from '../decide.js';
import { appointed, consent, corrected, intent, told } from '../facts.testing.js';

const { given, rows } = specOf(coordinationDecider);
const there = [consent(), appointed()];

describe('the message that somebody coordinates (F24)', () => {
  rows(intent.tell, [
    ['is recorded with whom it went to', there, {}, [told()]],
    [
      'may go again, to others',
      [...there, told()],
      { recipients: ['UNIT_LEADER'] },
      [told({ recipients: ['UNIT_LEADER'] })],
    ],
    [
      'leaves out whom it does not concern, with a reason',
      there,
      { leftOut: ['NEXT_OF_KIN'], reason: 'Ingen pårørende.' },
      [told({ leftOut: ['NEXT_OF_KIN'], reason: 'Ingen pårørende.' })],
    ],
    ['says why somebody is left out', there, { leftOut: ['NEXT_OF_KIN'] }, 'left-out-needs-reason'],
    [
      'is of nobody where all are left out',
      there,
      { recipients: [], leftOut: ['SUBJECT'], reason: 'Er død.', channel: undefined },
      [told({ recipients: [], leftOut: ['SUBJECT'], reason: 'Er død.', channel: undefined })],
    ],
    ['names somebody', there, { recipients: [] }, 'nobody-told'],
    ['names each once', there, { recipients: ['SUBJECT', 'SUBJECT'] }, 'hearer-twice'],
    ['tells nobody whom it leaves out', there, { leftOut: ['SUBJECT'], reason: 'x' }, 'hearer-twice'],
    ['says in which way', there, { channel: undefined }, 'channel-missing'],
    ['is of somebody appointed', [consent()], {}, 'no-such-appointment'],
    ['has gone out', there, { notifiedOn: '2026-03-03' }, 'date-ahead'],
  ]);

  it('keeps the appointment from being annulled under it', () =>
    given(...there, told())
      .when(intent.annul('e1'))
      .thenRejected('coordination/rests-on'));
});

describe('whom an appointment is to be told to (F24, S12)', () => {
  const named = { toTell: ['SUBJECT', 'COORDINATOR'] } as const;
  rows(intent.appoint, [
    [
      'is recorded with it, by the profile of the day',
      [consent()],
      { allocationToldTo: ['SUBJECT', 'COORDINATOR'] },
      [appointed({ appointmentId: 'appointment-2', ...named })],
    ],
    [
      'is nobody where the profile names nobody',
      [consent()],
      {},
      [appointed({ appointmentId: 'appointment-2' })],
    ],
  ]);

  it('is not corrected', () =>
    given(consent(), appointed(named))
      .when(intent.correct('e1', { toTell: ['SUBJECT'] }))
      .thenRejected('coordination/told-by-profile'));
  it('leaves the rest to be corrected', () =>
    given(consent(), appointed(named))
      .when(intent.correct('e1', { unit: 'SCHOOL' }))
      .then(corrected('CoordinatorAppointed', 'e1', { unit: 'SCHOOL' })));
});
