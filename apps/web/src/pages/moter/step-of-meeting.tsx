import { texts } from '../../i18n/texts.js';
import { OpenStep } from '../../steps/open-step.js';
import { textOf, writtenOf } from '../../ui/opened.js';
import { AttendanceStep } from './attendance-step.js';
import { type Meeting, untreated } from './meeting.js';
import { seenOf } from './meeting-since.js';
import { OrderStep } from './order-step.js';
import { PutOnStep } from './put-on-step.js';
import { meetingRoute, withStep } from './search.js';

const useText = texts('step-of-meeting', {
  nb: {
    move: 'Møtet flyttes for alle sakene på lista.',
    cancel: 'Sakene på lista venter så på et annet møte.',
    fix: 'Når sakslista er låst, kommer ingen sak på den eller av den. Nemnda ser den fra da av.',
    minutes:
      'Skriv det som ikke gjelder én person. Det som gjelder én person, står på saken. Skriver du referatet på nytt, gjelder det siste.',
    approve: 'Når protokollen er godkjent, skrives det ikke mer i den.',
    approveUntreated_one: 'Én sak er ikke ført. Før den eller utsett den først.',
    approveUntreated_other: '{{count}} saker er ikke ført. Før dem eller utsett dem først.',
    takeOff: 'Ta saken av sakslista',
  },
  nn: {
    move: 'Møtet blir flytta for alle sakene på lista.',
    cancel: 'Sakene på lista ventar så på eit anna møte.',
    fix: 'Når sakslista er låst, kjem inga sak på ho eller av ho. Nemnda ser ho frå då av.',
    minutes:
      'Skriv det som ikkje gjeld éin person. Det som gjeld éin person, står på saka. Skriv du referatet på nytt, gjeld det siste.',
    approve: 'Når protokollen er godkjend, blir det ikkje skrive meir i han.',
    approveUntreated_one: 'Éi sak er ikkje ført. Før ho eller utset ho først.',
    approveUntreated_other: '{{count}} saker er ikkje førte. Før dei eller utset dei først.',
    takeOff: 'Ta saka av sakslista',
  },
});

/** The step that the address names, where the meeting has come so far that it can be taken. */
export function StepOfMeeting({ meeting }: { readonly meeting: Meeting }) {
  const say = useText();
  const { steg, sak } = meetingRoute.useSearch();
  const navigate = meetingRoute.useNavigate();
  const close = () => {
    void navigate({ search: withStep(), replace: true });
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.meeting-next')?.focus());
  };
  const { meetingId, status, startsAt, place, ledBy, attendance, minutesOn } = meeting;
  const ways = { ...seenOf(meeting), params: { meetingId }, onDone: close, onCancel: close };
  if (steg === undefined) return null;
  if (status === 'PLANNED') {
    switch (steg) {
      case 'MEETING_TO_RECORD':
        return <AttendanceStep meeting={meeting} close={close} />;
      case 'PUT_ON':
        return <PutOnStep meeting={meeting} close={close} />;
      case 'ORDER':
        return <OrderStep meeting={meeting} close={close} />;
      case 'FIX':
        return <OpenStep key={steg} operation="MeetingsOfUnit_fix" lead={say('fix')} {...ways} />;
      case 'TAKE_OFF':
        return sak === undefined ? null : (
          <OpenStep
            key={sak}
            operation="MeetingsOfUnit_takeOff"
            title={say('takeOff')}
            {...ways}
            params={{ meetingId, caseId: sak }}
          />
        );
      case 'MOVE': {
        const preset = { startsAt: startsAt ?? undefined, place: writtenOf(place) };
        return (
          <OpenStep
            key={steg}
            operation="MeetingsOfUnit_move"
            first={['meetsOn', 'startsAt', 'place', 'reason']}
            hide={['movedOn']}
            lead={say('move')}
            preset={preset}
            {...ways}
          />
        );
      }
      case 'CANCEL':
        return (
          <OpenStep
            key={steg}
            operation="MeetingsOfUnit_cancel"
            hide={['cancelledOn']}
            lead={say('cancel')}
            {...ways}
          />
        );
      case 'MINUTES':
      case 'PROTOCOL_TO_APPROVE':
        return null;
    }
  }
  if (status !== 'HELD') return null;
  if (steg === 'MINUTES' || (steg === 'PROTOCOL_TO_APPROVE' && minutesOn === null)) {
    return (
      <OpenStep
        key="minutes"
        operation="MeetingsOfUnit_minutes"
        lead={say('minutes')}
        preset={{ text: writtenOf(meeting.minutes) }}
        hide={['documentDigest']}
        {...ways}
        {...(steg === 'PROTOCOL_TO_APPROVE' && { onDone: () => undefined })}
      />
    );
  }
  if (steg !== 'PROTOCOL_TO_APPROVE') return null;
  const waiting = untreated(meeting);
  return (
    <OpenStep
      key="protocol"
      operation="MeetingsOfUnit_approve"
      lead={waiting === 0 ? say('approve') : say('approveUntreated', { count: waiting })}
      preset={{ approvedBy: ledBy === null ? [] : [ledBy.partyId] }}
      choices={{
        approvedBy: attendance.map(({ party }) => ({ value: party.partyId, label: textOf(party.name) })),
      }}
      {...ways}
    />
  );
}
