import { shortDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { Section } from '../../ui/section.js';
import { useCrisisPlan } from './crisis-plan.js';
import { Steps } from './steps.js';

const useText = texts('crisis-plan-copies', {
  nb: {
    title: 'Trykte eksemplarer',
    none: 'Ingen eksemplarer er delt ut.',
    version: 'versjon {{number}}',
    old: 'skal trekkes inn: det finnes en nyere versjon',
    gone: 'skal trekkes inn: kriseplanen er trukket tilbake',
  },
  nn: {
    title: 'Trykte eksemplar',
    none: 'Ingen eksemplar er delte ut.',
    version: 'versjon {{number}}',
    old: 'skal trekkjast inn: det finst ein nyare versjon',
    gone: 'skal trekkjast inn: kriseplanen er trekt tilbake',
  },
});

/** Which copies are out, with whom, and which of them are out of date. */
export function Copies() {
  const say = useText();
  const label = useLabel();
  const { plan } = useCrisisPlan();
  return (
    <Section title={say('title')}>
      {plan.copies.length === 0 && <p className="quiet">{say('none')}</p>}
      {plan.copies.map(({ copyId, holder, form, version, handedOutOn, calledInOn, end }) => {
        const isOld = plan.version !== null && version !== null && version < plan.version;
        return (
          <div key={copyId} className={calledInOn === null ? 'crisis-line' : 'crisis-line past'}>
            <p>
              <strong>{textOf(holder)}</strong>{' '}
              {joined(
                label('crisisCopyForm', form),
                version !== null && say('version', { number: String(version) }),
                shortDay(handedOutOn),
                calledInOn !== null &&
                  end !== null &&
                  `${label('crisisCopyEnd', end)} ${shortDay(calledInOn)}`,
                calledInOn === null && isOld && say('old'),
                calledInOn === null && plan.drawnUpOn === null && say('gone'),
              )}
            </p>
            {calledInOn === null && (
              <Steps steps={[{ operation: 'CrisisPlan_callIn', about: copyId, params: { copyId } }]} />
            )}
          </div>
        );
      })}
      {plan.drawnUpOn !== null && <Steps steps={[{ operation: 'CrisisPlan_handOut' }]} />}
    </Section>
  );
}
