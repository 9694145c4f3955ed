import { codeOf, localDate, optional, personal, ref, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import type { Present } from '../case.js';
import { disqualificationGrounds } from '../codes.js';
import { present } from '../course.js';
import { about, type Asked, of, step } from '../step.js';

export const disqualificationRefusals = refusals('casework', {
  disqualified: [
    'Somebody who is disqualified in this case, or is a guardian, parent or next of kin of the person, neither maps, recommends nor decides in it. Let somebody else do it.',
    'Den som er inhabil i saken, eller er verge, foresatt eller pårørende til personen, verken kartlegger, tilrår eller avgjør i den. La en annen gjøre det.',
    'Den som er inhabil i saka, eller er verje, føresett eller pårørande til personen, verken kartlegg, tilrår eller avgjer i ho. Lat ein annan gjere det.',
  ],
  'already-disqualified': [
    'This one is recorded as disqualified in the case already.',
    'Vedkommende er allerede registrert som inhabil i saken.',
    'Vedkomande er alt registrert som inhabil i saka.',
  ],
});
const { refuseIf } = disqualificationRefusals;

/** Refuses a new step by or with somebody who may not deal with this case (fvl § 6). What was recorded before stands. */
export const refuseDisqualified = (
  { disqualified }: Pick<Present, 'disqualified'>,
  { kin = [] }: Pick<Asked, 'kin'>,
  ...partyIds: readonly (string | undefined)[]
): void =>
  refuseIf(
    partyIds.some((id) => id !== undefined && (disqualified.includes(id) || kin.includes(id))),
    'disqualified',
  );

/** Somebody who works here does not deal with this case, and why (fvl § 6). */
const disqualificationRecorded = step(
  'DisqualificationRecorded',
  v1(
    {
      ...about,
      partyId: ref('party'),
      groundCode: codeOf(disqualificationGrounds),
      reason: optional(personal.text({ ...of, max: 1000 })),
      foundOn: localDate(),
    },
    { occurs: 'foundOn' },
  ),
  {
    in: present,
    check: ({ disqualified }, { partyId }) =>
      refuseIf(disqualified.includes(partyId), 'already-disqualified'),
    evolve: (state, { partyId }) => ({ ...state, disqualified: [...state.disqualified, partyId] }),
  },
);

export const disqualificationSteps = [disqualificationRecorded] as const;
