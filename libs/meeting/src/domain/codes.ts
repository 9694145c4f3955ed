import { codeList, type CodeIn, partOf, same } from '#event-sourcing/codes';

/** Whose meeting it is: the coordinating unit's, or that of the board which approves what the unit recommends (S6). */
export const meetingKinds = codeList('meetingKind', {
  UNIT: same('møte i <unit>'),
  BOARD: same('møte i tildelingsnemnda'),
});
export type MeetingKind = CodeIn<typeof meetingKinds>;

/** What became of a case on the agenda. */
export const treatments = codeList('treatment', {
  TREATED: ['behandlet', 'behandla'],
  APPROVED: ['tilrådingen ble godkjent', 'tilrådinga vart godkjend'],
  RETURNED: ['sendt tilbake til <unit>', 'send tilbake til <unit>'],
  REJECTED: ['tilrådingen ble ikke fulgt: avslag', 'tilrådinga vart ikkje følgd: avslag'],
  PUT_OFF: ['utsatt til et annet møte', 'utsett til eit anna møte'],
});
export type Treatment = CodeIn<typeof treatments>;

const byUnit = partOf(treatments, 'TREATED', 'PUT_OFF');
const byBoard = partOf(treatments, 'APPROVED', 'RETURNED', 'REJECTED', 'PUT_OFF');
/** What each kind of meeting may do with a case. */
export const treatmentsOf = (kind: MeetingKind) => (kind === 'UNIT' ? byUnit : byBoard);

/** Which of them say why. */
export const needsReason = (treatment: Treatment): boolean =>
  treatment === 'RETURNED' || treatment === 'REJECTED' || treatment === 'PUT_OFF';
