import { v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { askedFor, confirmed, disposalRules, disposalSentences } from '#vocabulary';
import { planned } from '../course.js';
import { type Planned, settledOn } from '../meeting.js';
import { about, type Asked, step } from '../step.js';

export const disposalRefusals = refusals('meeting', {
  ...disposalSentences,
  disposed: [
    'The texts of this meeting are disposed of; nothing more can be recorded about it.',
    'Tekstene fra dette møtet er slettet; ingenting mer kan registreres om det.',
    'Tekstane frå dette møtet er sletta; ingenting meir kan registrerast om det.',
  ],
  'still-open': [
    'This meeting is open still. Approve its protocol, or cancel it, first.',
    'Dette møtet er ikke avsluttet. Godkjenn protokollen eller avlys møtet først.',
    'Dette møtet er ikkje avslutta. Godkjenn protokollen eller avlys møtet først.',
  ],
});
const { refuseIf } = disposalRefusals;
const { confirmationOf, ofKnownBasis, requestIn, unlessEntitled, unlessRequested } =
  disposalRules(disposalRefusals);

const unlessOpen = (meeting: Planned): void => refuseIf(settledOn(meeting) === undefined, 'still-open');
const askedBy = ({ disposal }: Asked) => disposal?.by ?? ({ known: false } as const);

/** Somebody asks that its own texts be disposed of, places and minutes; another one confirms it. Of two requests the last counts. */
const disposalRequested = step(
  'MeetingDisposalRequested',
  v1({ ...about, ...askedFor }, { occurs: 'requestedOn' }),
  {
    in: planned,
    check: unlessOpen,
    decide(said, { asked }, fact) {
      unlessEntitled(askedBy(asked));
      ofKnownBasis(said.legalBasis);
      return [fact(said)];
    },
    evolve: (meeting, { requestedBy }) =>
      meeting.status === 'absent' ? meeting : { ...meeting, disposal: { ...meeting.disposal, requestedBy } },
  },
);

/** The key of its own texts is destroyed, and nothing more is recorded about it. What concerns one person goes with that person. */
const textsDisposed = step('MeetingTextsDisposed', v1({ ...about, ...confirmed }, { occurs: 'disposedOn' }), {
  in: planned,
  check(meeting, { confirmedBy }) {
    unlessRequested(meeting.disposal, confirmedBy);
    unlessOpen(meeting);
  },
  decide(
    said: { readonly confirmedBy: string; readonly disposedOn: string },
    { state, history, asked },
    fact,
  ) {
    if (state.status !== 'absent' && state.disposal.disposedOn !== undefined) return [];
    const request = requestIn(history, 'MeetingDisposalRequested');
    return [fact(confirmationOf(request, said, askedBy(asked)))];
  },
  evolve: (meeting, { disposedOn }) =>
    meeting.status === 'absent' ? meeting : { ...meeting, disposal: { ...meeting.disposal, disposedOn } },
});

export const disposalSteps = [disposalRequested, textsDisposed] as const;
