import { shortDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { Section } from '../../ui/section.js';
import { type CrisisPlan, useCrisisPlan } from './crisis-plan.js';
import { Steps } from './steps.js';
import type { StepInPlace } from '../../steps/steps-in-place.js';

const useText = texts('crisis-plan-readings', {
  nb: {
    title: 'Lest i en nødsituasjon',
    none: 'Ingen har lest kriseplanen i en nødsituasjon.',
    told: 'personen fikk vite det {{day}}',
    tellBy: 'personen skal få vite det senest {{day}}',
    unseen: 'ingen leder har sett på det',
  },
  nn: {
    title: 'Lesen i ein naudssituasjon',
    none: 'Ingen har lese kriseplanen i ein naudssituasjon.',
    told: 'personen fekk vite det {{day}}',
    tellBy: 'personen skal få vite det seinast {{day}}',
    unseen: 'ingen leiar har sett på det',
  },
});

type Reading = NonNullable<CrisisPlan['readings']>[number];

/** Who read it in an emergency and why: told to the person by whoever coordinates, and looked at by a leader. */
export function Readings() {
  const say = useText();
  const label = useLabel();
  const { plan } = useCrisisPlan();
  const isLeader = useHasRole('LEADER');
  if (plan.readings === null) return null;
  const stepsOf = ({ readingId, toldOn, reviewedOn }: Reading): StepInPlace[] => [
    ...(plan.isWhole && toldOn === null
      ? [{ operation: 'EmergencyReadings_tell' as const, about: readingId, params: { readingId } }]
      : []),
    ...(isLeader && reviewedOn === null
      ? [{ operation: 'EmergencyReadings_review' as const, about: readingId, params: { readingId } }]
      : []),
  ];
  return (
    <Section title={say('title')}>
      {plan.readings.length === 0 && <p className="quiet">{say('none')}</p>}
      {plan.readings.map((one) => (
        <div key={one.readingId} className="crisis-line">
          <p>
            <strong>{textOf(one.reader.name)}</strong>{' '}
            {joined(
              shortDay(one.readOn),
              one.toldOn === null
                ? one.tellBy !== null && say('tellBy', { day: shortDay(one.tellBy) })
                : say('told', { day: shortDay(one.toldOn) }),
              one.judgement === null ? say('unseen') : label('emergencyJudgement', one.judgement),
            )}
          </p>
          <p>{textOf(one.reason)}</p>
          {one.remark !== null && <p>{textOf(one.remark)}</p>}
          <Steps steps={stepsOf(one)} />
        </div>
      ))}
    </Section>
  );
}
