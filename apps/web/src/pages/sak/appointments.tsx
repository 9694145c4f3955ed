import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { usePlace } from '../../shell/place.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { useCasePage } from './case-context.js';
import { StepsAbout } from './step-buttons.js';

const useText = texts('case-appointments', {
  nb: {
    from: 'fra {{day}}',
    until: 'til {{day}}',
    temporary: 'vikar',
    told: 'De som skal vite det, fikk melding {{day}}.',
    untold: 'Ikke alle som skal vite det, har fått melding.',
    handover: 'Overlevering fra {{name}} {{day}}',
    read: 'Lest {{day}}.',
    unread: 'Ikke bekreftet lest.',
  },
  nn: {
    from: 'frå {{day}}',
    until: 'til {{day}}',
    temporary: 'vikar',
    told: 'Dei som skal vite det, fekk melding {{day}}.',
    untold: 'Ikkje alle som skal vite det, har fått melding.',
    handover: 'Overlevering frå {{name}} {{day}}',
    read: 'Lesen {{day}}.',
    unread: 'Ikkje stadfesta lesen.',
  },
});

/** Who coordinates and who did, with what each left to the next. */
export function Appointments() {
  const say = useText();
  const label = useLabel();
  const { profile } = usePlace();
  const { coordination } = useCasePage();
  const { appointments = [], handovers = [] } = coordination ?? {};
  if (appointments.length === 0) return null;
  const kindOf = { ORDINARY: 'COORDINATOR', CHILD: 'CHILD_COORDINATOR' } as const;
  return (
    <ul className="records">
      {appointments.map((one) => (
        <li key={one.appointmentId}>
          <strong>{textOf(one.coordinator.name)}</strong>{' '}
          <span className="quiet">
            {joined(
              label('item', kindOf[one.kind]),
              one.temporary && say('temporary'),
              one.unit !== null && label('unit', one.unit),
            )}
          </span>
          <p className="small">
            {capital(
              joined(
                say('from', { day: fullDay(one.validFrom) }),
                one.releasedOn !== null && say('until', { day: fullDay(one.releasedOn) }),
                one.releaseReasonCode !== null && label('releaseReason', one.releaseReasonCode),
              ),
            )}
          </p>
          {one.releasedOn === null && profile.allocationToldTo.length > 0 && (
            <p className="small quiet">
              {one.toldOn === null ? say('untold') : say('told', { day: fullDay(one.toldOn) })}
            </p>
          )}
          {handovers
            .filter(({ appointmentId }) => appointmentId === one.appointmentId)
            .map(({ handoverId, writer, writtenOn, openMatters, nextMeetings, wishes, acknowledgedOn }) => (
              <div key={handoverId} className="air-small">
                <p>{say('handover', { name: textOf(writer?.name), day: fullDay(writtenOn) })}</p>
                <p className="keep-lines">
                  {[openMatters, nextMeetings, wishes]
                    .map(textOf)
                    .filter((text) => text !== '')
                    .join('\n')}
                </p>
                <p className="small quiet">
                  {acknowledgedOn === null ? say('unread') : say('read', { day: fullDay(acknowledgedOn) })}
                </p>
                <StepsAbout id={handoverId} />
              </div>
            ))}
          <StepsAbout id={one.appointmentId} />
        </li>
      ))}
    </ul>
  );
}
