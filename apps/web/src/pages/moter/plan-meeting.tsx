import { useRead } from '../../api/read.js';
import { dayInText } from '../../dates/dates.js';
import { language } from '../../i18n/language.js';
import { texts } from '../../i18n/texts.js';
import { usePlace } from '../../shell/place.js';
import { OpenStep } from '../../steps/open-step.js';
import { Waiting } from '../../ui/waiting.js';
import { meetingsRoute } from './search.js';

const useText = texts('plan-meeting', {
  nb: {
    ready_one: 'Én sak er klar og står ikke på noe møte. Du setter den opp når møtet er planlagt.',
    ready_other:
      '{{count}} saker er klare og står ikke på noe møte. Du setter dem opp når møtet er planlagt.',
    adults: 'Saker om voksne tas best opp {{day}}.',
    meetBy: 'For at fristen skal holdes i den første av dem, må møtet holdes senest {{day}}.',
  },
  nn: {
    ready_one: 'Éi sak er klar og står ikkje på noko møte. Du set ho opp når møtet er planlagt.',
    ready_other: '{{count}} saker er klare og står ikkje på noko møte. Du set dei opp når møtet er planlagt.',
    adults: 'Saker om vaksne blir best tekne opp {{day}}.',
    meetBy: 'For at fristen skal haldast i den første av dei, må møtet haldast seinast {{day}}.',
  },
});

interface Props {
  readonly why: string | undefined;
  readonly close: () => void;
}

/** Plans a meeting, with what the unit always takes up, on the day that fits what waits; its cases are put on when it is planned. */
export function PlanMeeting({ why, close }: Props) {
  const say = useText();
  const { profile } = usePlace();
  const navigate = meetingsRoute.useNavigate();
  const { data, isPending } = useRead('/v1/meetings/agenda-proposal', { params: { query: { limit: 100 } } });
  if (isPending) return <Waiting />;
  const { cases = [], adultsOn = null } = data ?? {};
  const [first] = cases.flatMap(({ meetBy }) => meetBy ?? []).toSorted();
  const [proposed] = cases.flatMap(({ proposedOn }) => proposedOn ?? []).toSorted();
  const day = (on: string) => dayInText(on, language());
  const lead = [
    why,
    cases.length > 0 && say('ready', { count: cases.length }),
    first !== undefined && say('meetBy', { day: day(first) }),
    adultsOn !== null && say('adults', { day: day(adultsOn) }),
  ].filter((sentence) => typeof sentence === 'string');
  return (
    <OpenStep
      operation="MeetingsOfUnit_plan"
      lead={lead.join(' ')}
      preset={{
        kind: 'UNIT',
        standingItems: profile.standingItems,
        ...(proposed !== undefined && { meetsOn: proposed }),
      }}
      first={['kind', 'meetsOn', 'startsAt', 'place', 'standingItems', 'invitedParties', 'invitedUnits']}
      hide={['meetingId', 'plannedOn', ...(profile.deciderBody === 'BOARD' ? [] : ['kind'])]}
      onDone={({ meetingId }) =>
        void navigate({
          to: '/moter/$meetingId',
          params: { meetingId: String(meetingId) },
          search: { steg: 'PUT_ON' },
        })
      }
      onCancel={close}
    />
  );
}
