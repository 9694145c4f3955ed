import { code, codeOf, localDate, optional, personal, ref, v1 } from '#event-sourcing/event';
import { refusals, wordsOf } from '#event-sourcing/refusals';
import { channels, isNamedAmong, targetGroups, units } from '#vocabulary';
import { absent } from '../course.js';
import { receivedOn } from '../enquiry.js';
import { about, own, step } from '../step.js';

export const receivingRefusals = refusals('enquiry', {
  'no-such-subject': ['There is no such person.', 'Personen finnes ikke.', 'Personen finst ikkje.'],
  'other-target-group': [
    'The municipality’s profile names no such target group. It names: {known}. Whoever else turns to the unit is recorded as OTHER.',
    'Kommunens profil nevner ikke denne målgruppen. Den nevner: {known}. Andre som henvender seg, registreres som en annen.',
    'Profilen til kommunen nemner ikkje denne målgruppa. Han nemner: {known}. Andre som vender seg hit, blir registrerte som ein annan.',
  ],
});
const { refuseIf } = receivingRefusals;

/** Somebody turned to the unit, whoever it was and whichever way (H7, U5, S1). */
const enquiryReceived = step(
  'EnquiryReceived',
  v1(
    {
      ...about,
      receivedOn: localDate(),
      channel: codeOf(channels),
      sourceType: codeOf(targetGroups),
      /** What it is about. */
      text: personal.text(own),
      callerName: optional(personal.text({ ...own, max: 200 })),
      /** Where the caller can be reached. */
      callback: optional(personal.text({ ...own, max: 500 })),
      /** Of a message from another system: its id there. */
      messageReference: optional(personal.text({ ...own, max: 200 })),
      /** Whom it is about, where they are in the register. */
      subjectId: optional(ref('subject')),
      /** Who is to answer it; the coordinating unit where none is told. */
      unit: optional(code(units)),
    },
    { occurs: 'receivedOn' },
  ),
  {
    in: absent,
    /** A message opens one enquiry: told again, nothing is recorded. */
    decide: (said, { state }, fact) =>
      state.status !== 'absent' && said.messageReference !== undefined ? [] : [fact(said)],
    /** Of the target groups those that the municipality's profile names (S12). */
    admit({ subjectId, sourceType }, { subjectIsKnown, targetGroups: named }) {
      refuseIf(typeof subjectId === 'string' && !subjectIsKnown, 'no-such-subject');
      const isNamed = sourceType === undefined || isNamedAmong(named, sourceType);
      refuseIf(!isNamed, 'other-target-group', { known: wordsOf(targetGroups, ...(named ?? [])) });
    },
    evolve: (state, { receivedOn: day }) => (state.status === 'absent' ? receivedOn(day) : state),
  },
);

export const receivingSteps = [enquiryReceived] as const;
