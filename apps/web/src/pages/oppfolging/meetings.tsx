import { Tag } from '@digdir/designsystemet-react';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { Facts } from '../../ui/facts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { Section } from '../../ui/section.js';
import { type Meeting, useFollowUp } from './follow-up-context.js';
import { stepsOfMeeting } from './steps-of-meeting.js';
import { Steps } from './steps.js';

const useText = texts('follow-up-meetings', {
  nb: {
    title: 'Møter',
    none: 'Ingen har møttes ennå.',
    at: 'kl. {{time}}',
    held: 'Holdt',
    called: 'Innkalt',
    cancelled: 'Avlyst',
    matters: 'Saker',
    fixed: 'Faste deltakere',
    invited: 'Kalt inn',
    came: 'møtte',
    prepared: 'Forberedelse',
    why: 'Grunn',
    involvement: 'Medvirkning',
    person: 'Personen',
    minutes: 'Referat',
    written: 'Skrevet {{day}}',
    by: 'av {{name}}',
    taker: 'Referent',
    calendar: 'Legg i kalenderen',
  },
  nn: {
    title: 'Møte',
    none: 'Ingen har møttest enno.',
    at: 'kl. {{time}}',
    held: 'Halde',
    called: 'Innkalla',
    cancelled: 'Avlyst',
    matters: 'Saker',
    fixed: 'Faste deltakarar',
    invited: 'Kalla inn',
    came: 'møtte',
    prepared: 'Førebuing',
    why: 'Grunn',
    involvement: 'Medverknad',
    person: 'Personen',
    minutes: 'Referat',
    written: 'Skrive {{day}}',
    by: 'av {{name}}',
    taker: 'Referent',
    calendar: 'Legg i kalenderen',
  },
});

/** The meetings around the person, the newest first. */
export function Meetings() {
  const say = useText();
  const { of } = useFollowUp();
  return (
    <Section title={say('title')}>
      <Steps
        steps={[{ operation: 'AroundMeetings_call' }, { operation: 'AroundMeetings_callProfessionals' }]}
      />
      {of.meetings.length === 0 ? (
        <p className="quiet">{say('none')}</p>
      ) : (
        <ul className="records">
          {of.meetings.map((meeting) => (
            <OneMeeting key={meeting.meetingId} meeting={meeting} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function OneMeeting({ meeting }: { readonly meeting: Meeting }) {
  const say = useText();
  const label = useLabel();
  const { subjectId } = useFollowUp();
  const { meetingId, kind, meetsOn, startsAt, place, heldOn, cancelledOn } = meeting;
  const state = cancelledOn !== null ? 'cancelled' : heldOn === null ? 'called' : 'held';
  const when = joined(
    fullDay(meetsOn),
    startsAt !== null && say('at', { time: startsAt.replace(':', '.') }),
    place !== null && textOf(place),
  );
  return (
    <li>
      <div className="row apart">
        <h3>{`${capital(label('aroundMeetingKind', kind))} ${when}`}</h3>
        <Tag data-color={state === 'called' ? 'info' : 'neutral'}>{say(state)}</Tag>
      </div>
      <MeetingFacts meeting={meeting} />
      {state === 'called' && (
        <p className="no-print">
          <a href={`/v1/subjects/${subjectId}/follow-up/meetings/${meetingId}/calendar`} download>
            {say('calendar')}
          </a>
        </p>
      )}
      <Steps steps={stepsOfMeeting(meeting)} />
    </li>
  );
}

function MeetingFacts({ meeting }: { readonly meeting: Meeting }) {
  const say = useText();
  const label = useLabel();
  const { matters, coordinators, invitedAs, invitations, preparedWithPerson, reasonCode, reason } = meeting;
  const { involvement, involvedBy, participation, participationNote, hasMinutes, minutes } = meeting;
  const { minutesOn, minutesBy, minuteTaker } = meeting;
  const coordinatorNames = coordinators.map(({ name }) => textOf(name));
  return (
    <Facts
      tight
      rows={[
        matters !== null && [say('matters'), <span className="keep-lines">{textOf(matters)}</span>],
        [
          say('fixed'),
          capital(joined(invitedAs !== null && label('personSide', invitedAs), ...coordinatorNames)),
        ],
        invitations.length > 0 && [
          say('invited'),
          invitations.map((one) => (
            <span className="under-cell" key={one.invitationId}>
              {joined(
                textOf(one.party?.name ?? one.name) || label('contactSide', one.side),
                one.unit === null ? label('contactSide', one.side) : label('unit', one.unit),
                one.matter !== null && textOf(one.matter),
                one.came && say('came'),
              )}
            </span>
          )),
        ],
        preparedWithPerson !== null && [say('prepared'), capital(label('preparation', preparedWithPerson))],
        reasonCode !== null && [
          say('why'),
          capital(joined(label('professionalReason', reasonCode), reason !== null && textOf(reason))),
        ],
        involvement !== null && [
          say('involvement'),
          capital(joined(label('personInvolvement', involvement), involvedBy !== null && textOf(involvedBy))),
        ],
        participation !== null && [
          say('person'),
          capital(
            joined(
              label('participation', participation),
              participationNote !== null && textOf(participationNote),
            ),
          ),
        ],
        minuteTaker !== null && !hasMinutes && [say('taker'), textOf(minuteTaker.name)],
        minutesOn !== null && [
          say('minutes'),
          <>
            <span className="quiet">
              {joined(
                say('written', { day: fullDay(minutesOn) }),
                minutesBy !== null && say('by', { name: textOf(minutesBy.name) }),
              )}
            </span>
            {minutes !== null && <p className="keep-lines">{textOf(minutes)}</p>}
          </>,
        ],
      ]}
    />
  );
}
