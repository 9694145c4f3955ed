import { type Day, today } from '../dates/dates.js';
import { useLabel } from '../i18n/labels.js';
import { texts } from '../i18n/texts.js';

const useText = texts('meeting-status', {
  nb: {
    unrecorded: 'venter på å bli ført som holdt eller avlyst',
    unapproved: 'holdt, venter på at protokollen blir godkjent',
  },
  nn: {
    unrecorded: 'ventar på å bli ført som halde eller avlyst',
    unapproved: 'halde, ventar på at protokollen blir godkjend',
  },
});

interface Of {
  readonly status: 'PLANNED' | 'HELD' | 'PROTOCOL_APPROVED' | 'CANCELLED';
  readonly meetsOn: Day;
}

/** How far a meeting has come, or what it waits for. */
export function useMeetingStatus(): (meeting: Of) => string {
  const say = useText();
  const label = useLabel();
  return ({ status, meetsOn }) => {
    if (status === 'PLANNED' && meetsOn < today()) return say('unrecorded');
    return status === 'HELD' ? say('unapproved') : label('meetingStatus', status);
  };
}
