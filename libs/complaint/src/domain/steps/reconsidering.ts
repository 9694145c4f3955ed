import { codeOf, localDate, optional, personal, ref, v1 } from '#event-sourcing/event';
import { refusals, wordsOf } from '#event-sourcing/refusals';
import type { DataIn, SaidIn } from '#event-sourcing/step';
import { channels, deciderBodies } from '#vocabulary';
import { reconsiderations } from '../codes.js';
import { changed, hasPeriod } from '../complaint.js';
import { withMunicipality } from '../course.js';
import { about, type Asked, of, step } from '../step.js';

export const reconsideringRefusals = refusals('complaint', {
  'not-assessed': [
    'Assess first whether this complaint came in time.',
    'Vurder først om klagen kom i tide.',
    'Vurder først om klaga kom i tide.',
  ],
  'already-reconsidered': [
    'The municipality has reconsidered this complaint already.',
    'Kommunen har allerede vurdert denne klagen på nytt.',
    'Kommunen har alt vurdert denne klaga på nytt.',
  ],
  'not-reconsidered': [
    'The municipality reconsiders a complaint before it forwards it (fvl § 33).',
    'Kommunen vurderer en klage på nytt før den sendes videre (fvl. § 33).',
    'Kommunen vurderer ei klage på nytt før ho blir send vidare (fvl. § 33).',
  ],
  'other-route': [
    'A complaint is reconsidered by whoever decided: {body}.',
    'En klage vurderes på nytt av den som avgjorde: {body}.',
    'Ei klage blir vurdert på nytt av den som avgjorde: {body}.',
  ],
  'same-decider': [
    'Who made the decision alone does not reconsider it alone. Let somebody else in the unit do it.',
    'Den som tok avgjørelsen alene, vurderer den ikke på nytt alene. La en annen i enheten gjøre det.',
    'Den som tok avgjerda åleine, vurderer ho ikkje på nytt åleine. Lat ein annan i eininga gjere det.',
  ],
  disqualified: [
    'Who is disqualified in the case (fvl § 6) does not reconsider the complaint. Let somebody else do it.',
    'Den som er inhabil i saken (fvl. § 6), vurderer ikke klagen. La en annen gjøre det.',
    'Den som er inhabil i saka (fvl. § 6), vurderer ikkje klaga. Lat ein annan gjere det.',
  ],
  'not-at-the-board': [
    'What the board decided it reconsiders at a meeting that it held on that day and treated the case at. Name the meeting.',
    'Det nemnda avgjorde, vurderer den på nytt i et møte den holdt den dagen, og der saken ble behandlet. Oppgi møtet.',
    'Det nemnda avgjorde, vurderer ho på nytt i eit møte ho heldt den dagen, og der saka vart behandla. Oppgi møtet.',
  ],
  'not-amended': [
    'What is changed of a decision is decided: amend it in the case first, and name that decision here.',
    'Det som endres i en avgjørelse, må avgjøres: omgjør den i saken først, og oppgi den nye avgjørelsen her.',
    'Det som blir endra i ei avgjerd, må avgjerast: gjer ho om i saka først, og oppgi den nye avgjerda her.',
  ],
  'not-amended.upheld': [
    'A decision that is upheld is not amended: name no decision.',
    'En avgjørelse som opprettholdes, er ikke omgjort: oppgi ingen ny avgjørelse.',
    'Ei avgjerd som står ved lag, er ikkje gjord om: oppgi inga ny avgjerd.',
  ],
  'date-order.forwarded': [
    'A complaint is forwarded on or after the day on which it was reconsidered.',
    'En klage sendes videre samme dag som den ble vurdert på nytt, eller senere.',
    'Ei klage blir send vidare same dagen som ho vart vurdert på nytt, eller seinare.',
  ],
  'date-order.assessed': [
    'A complaint is reconsidered on or after the day on which its timeliness was assessed.',
    'En klage vurderes på nytt samme dag som det ble vurdert om den kom i tide, eller senere.',
    'Ei klage blir vurdert på nytt same dagen som det vart vurdert om ho kom i tide, eller seinare.',
  ],
});
const { refusal, refuseIf, inOrder } = reconsideringRefusals;

const reconsidered = v1(
  {
    ...about,
    reconsideredOn: localDate(),
    outcome: codeOf(reconsiderations),
    /** Who reconsidered it: the same that decided (unit, board, team). */
    decidedBy: codeOf(deciderBodies),
    meetingId: optional(ref('meeting')),
    /** The decision in the case that changed what was complained of. */
    decisionId: optional(ref('decision')),
    reason: personal.text(of),
  },
  { occurs: 'reconsideredOn' },
);
type Fields = typeof reconsidered.fields;
type Said = SaidIn<Fields, typeof about>;

/** By the route that decided, and not by who decided alone. */
function byTheSameRoute({ decidedBy, meetingId, reconsideredOn }: Said, asked: Asked): void {
  const { complained, meeting, actorId = '', disqualified = [] } = asked;
  refuseIf(disqualified.includes(actorId), 'disqualified');
  if (complained === undefined) return;
  const { decidedBy: body, deciderId } = complained;
  refuseIf(decidedBy !== body, 'other-route', { body: wordsOf(deciderBodies, body) });
  refuseIf(body === 'KE' && deciderId === actorId, 'same-decider');
  if (body !== 'BOARD') return;
  const hasTreated = !['PUT_OFF', 'RETURNED', undefined].includes(meeting?.treatment);
  const isItsMeeting = meeting?.kind === 'BOARD' && meeting.heldOn === reconsideredOn && hasTreated;
  refuseIf(meetingId === undefined || !isItsMeeting, 'not-at-the-board');
}

/** What is changed of a decision stands in a decision that came after it. */
function asAmended({ outcome, decisionId }: Said, { complained, since = [] }: Asked): void {
  refuseIf(outcome === 'UPHELD' && decisionId !== undefined, 'not-amended.upheld');
  if (complained === undefined || outcome === 'UPHELD') return;
  refuseIf(!since.some((one) => one.decisionId === decisionId), 'not-amended');
}

/** The municipality looked at the matter anew, all of it (fvl §§ 33, 34). What it does not change it forwards, unless that is withdrawn (invariant 11). */
const complaintReconsidered = step('ComplaintReconsidered', reconsidered, {
  in: withMunicipality,
  check(state, { reconsideredOn, decisionId, outcome }) {
    refuseIf(hasPeriod(state) && state.assessed === undefined, 'not-assessed');
    refuseIf(state.reconsidered !== undefined, 'already-reconsidered');
    inOrder(state.assessed?.assessedOn ?? '', reconsideredOn, 'date-order.assessed');
    const isOfDecision = state.decisionId !== undefined;
    refuseIf(isOfDecision && outcome !== 'UPHELD' && decisionId === undefined, 'not-amended');
  },
  admit(said, asked, standing) {
    const now = { ...standing, ...said } as DataIn<Fields> as Said;
    if (standing === undefined || said.decidedBy !== undefined || said.meetingId !== undefined) {
      byTheSameRoute(now, standing === undefined ? asked : { ...asked, actorId: undefined });
    }
    asAmended(now, asked);
  },
  evolve: (state, { outcome, reconsideredOn }) =>
    changed(state, () => ({ reconsidered: { outcome, reconsideredOn } })),
});

/** What was not changed went to the county governor, with a copy of what the municipality says to whoever complains (fvl § 33). */
const complaintForwarded = step(
  'ComplaintForwarded',
  v1(
    {
      ...about,
      forwardedOn: localDate(),
      channel: codeOf(channels),
      /** When the complainant was sent a copy. */
      copySentOn: optional(localDate()),
      /** What the municipality says to the complaint. */
      statement: optional(personal.text(of)),
    },
    { occurs: 'forwardedOn' },
  ),
  {
    in: withMunicipality,
    check(state, { forwardedOn }) {
      if (state.reconsidered === undefined) throw refusal('not-reconsidered');
      inOrder(state.reconsidered.reconsideredOn, forwardedOn, 'date-order.forwarded');
    },
    evolve: (state, { forwardedOn }) => changed(state, () => ({ forwardedOn })),
  },
);

export const reconsideringSteps = [complaintReconsidered, complaintForwarded] as const;
