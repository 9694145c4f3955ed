import { lackingIn } from '../../coordination/proposals.js';
import { shortDay, fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { textOf } from '../../ui/opened.js';
import {
  appointmentSteps,
  type Around,
  coordinatorSteps,
  currentIn,
  proposalsIn,
  proposalSteps,
  seldomCoordinatorSteps,
} from './coordination-steps.js';
import { Disputes } from './disputes.js';
import { Handovers } from './handovers.js';
import { PastAppointments } from './past-appointments.js';
import { Section } from '../../ui/section.js';
import { Steps } from './steps.js';
import { joined } from '../../ui/joined.js';

const useText = texts('person-coordinator', {
  nb: {
    title: '{{coordinator}}',
    none: 'Ingen er oppnevnt.',
    declined: 'Personen takket nei til {{coordinator}} {{day}}.',
    gap: 'Ingen har vært oppnevnt siden {{day}}.',
    lost: 'Grunnlaget falt bort {{day}}. Avgjør på nytt, eller avslutt det som bygger på det.',
    since: 'fra {{from}}',
    until: 'fra {{from}} til {{until}}',
    temporary: 'midlertidig',
    notTold: 'Ingen er underrettet om oppnevningen.',
    told: 'Underrettet {{day}}.',
    proposed: 'foreslått {{day}}',
    accepted: 'sa ja {{day}}',
    concurred: 'leder enig {{day}}',
    LEADER: 'lederen har ikke svart',
    CANDIDATE: 'har ikke svart',
    wishes: 'Ønske',
    wished: '«{{wish}}» {{day}}, {{by}}',
  },
  nn: {
    title: '{{coordinator}}',
    none: 'Ingen er oppnemnd.',
    declined: 'Personen takka nei til {{coordinator}} {{day}}.',
    gap: 'Ingen har vore oppnemnd sidan {{day}}.',
    lost: 'Grunnlaget fall bort {{day}}. Avgjer på nytt, eller avslutt det som byggjer på det.',
    since: 'frå {{from}}',
    until: 'frå {{from}} til {{until}}',
    temporary: 'mellombels',
    notTold: 'Ingen er underretta om oppnemninga.',
    told: 'Underretta {{day}}.',
    proposed: 'føreslått {{day}}',
    accepted: 'sa ja {{day}}',
    concurred: 'leiar einig {{day}}',
    LEADER: 'leiaren har ikkje svart',
    CANDIDATE: 'har ikkje svart',
    wishes: 'Ønske',
    wished: '«{{wish}}» {{day}}, {{by}}',
  },
});

/** Who coordinates now, who was asked, what the person wishes, and how it was before. */
export function Coordinator(around: Around) {
  const say = useText();
  const label = useLabel();
  const { coordination, subjectId } = around;
  const current = currentIn(coordination);
  const [gap] = coordination?.gaps ?? [];
  return (
    <Section title={capital(say('title'))}>
      {current.length === 0 && <p>{say('none')}</p>}
      {gap !== undefined && <p>{say('gap', { day: fullDay(gap.since) })}</p>}
      {coordination?.coordinatorDeclinedOn && (
        <p>{say('declined', { day: fullDay(coordination.coordinatorDeclinedOn) })}</p>
      )}
      {coordination?.lostBases.map(({ caseId, since }) => (
        <p key={caseId}>{say('lost', { day: fullDay(since) })}</p>
      ))}
      <ul className="lines">
        {current.map((one) => (
          <li key={one.appointmentId} className="with-steps">
            <div>
              <p>
                <strong>{textOf(one.coordinator.name)}</strong>{' '}
                <span className="quiet">
                  {joined(
                    label('coordinatorKind', one.kind),
                    one.unit !== null && label('unit', one.unit),
                    one.releasedOn === null
                      ? say('since', { from: fullDay(one.validFrom) })
                      : say('until', { from: shortDay(one.validFrom), until: shortDay(one.releasedOn) }),
                    one.temporary && say('temporary'),
                  )}
                </span>
              </p>
              <p className="small">
                {one.toldOn === null ? say('notTold') : say('told', { day: fullDay(one.toldOn) })}
              </p>
            </div>
            <Steps steps={appointmentSteps(around, one)} />
          </li>
        ))}
        {proposalsIn(coordination).map((one) => (
          <li key={one.proposalId} className="with-steps">
            <p>
              <strong>{textOf(one.candidate.name)}</strong>{' '}
              <span className="quiet">
                {joined(
                  label('unit', one.unit),
                  say('proposed', { day: shortDay(one.proposedOn) }),
                  one.acceptedOn !== null && say('accepted', { day: shortDay(one.acceptedOn) }),
                  one.concurredOn !== null && say('concurred', { day: shortDay(one.concurredOn) }),
                  ...lackingIn(one).map((who) => say(who)),
                )}
              </span>
            </p>
            <Steps steps={proposalSteps(subjectId, one)} />
          </li>
        ))}
      </ul>
      {coordination?.wishes.map(({ wishId, wish, wishedBy, wishedOn }) => (
        <p key={wishId} className="small">
          <span className="quiet">{say('wishes')}:</span>{' '}
          {say('wished', { wish: textOf(wish), day: shortDay(wishedOn), by: label('wisher', wishedBy) })}
        </p>
      ))}
      <Steps steps={coordinatorSteps(around)} seldom={seldomCoordinatorSteps(around)} />
      <Disputes {...around} />
      <Handovers {...around} />
      <PastAppointments {...around} />
    </Section>
  );
}
