import { fullDay } from '../../dates/dates.js';
import { texts as textsOf } from '../../i18n/texts.js';
import { nameOf, textOf } from '../../ui/opened.js';
import { Section } from '../../ui/section.js';
import { texts, useCrisisPlan, writingSteps } from './crisis-plan.js';
import { Steps } from './steps.js';

const useText = textsOf('crisis-plan-content', {
  nb: {
    title: 'Kriseplanen',
    none: 'Personen har ingen kriseplan.',
    withdrawn: 'Kriseplanen ble trukket tilbake {{day}}.',
    closed: 'Det finnes en kriseplan. Innholdet er for personen, koordinatoren og dem den er gitt til.',
    warningSigns: 'Slik ser du at det blir en krise',
    whatHelps: 'Det som hjelper meg',
    whatToDo: 'Det du skal gjøre',
    whomToCall: 'Den du skal ringe til',
    printed: 'Kriseplan for {{name}}. Versjon {{version}}, {{day}}.',
  },
  nn: {
    title: 'Kriseplanen',
    none: 'Personen har ingen kriseplan.',
    withdrawn: 'Kriseplanen vart trekt tilbake {{day}}.',
    closed: 'Det finst ein kriseplan. Innhaldet er for personen, koordinatoren og dei han er gitt til.',
    warningSigns: 'Slik ser du at det blir ei krise',
    whatHelps: 'Det som hjelper meg',
    whatToDo: 'Det du skal gjere',
    whomToCall: 'Den du skal ringje til',
    printed: 'Kriseplan for {{name}}. Versjon {{version}}, {{day}}.',
  },
});

/** What it says, as four texts; printed, a page, or four panels that fold into a wallet. */
export function Content() {
  const say = useText();
  const { plan } = useCrisisPlan();
  const { drawnUpOn, isOpen, withdrawnOn, version, writtenOn } = plan;
  return (
    <Section title={say('title')}>
      {drawnUpOn === null && (
        <p>{withdrawnOn === null ? say('none') : say('withdrawn', { day: fullDay(withdrawnOn) })}</p>
      )}
      {drawnUpOn !== null && !isOpen && <p>{say('closed')}</p>}
      {drawnUpOn !== null && isOpen && (
        <>
          <div className="crisis-texts">
            {texts.map((name) => (
              <div key={name} className="crisis-text">
                <h3>{say(name)}</h3>
                <p>{textOf(plan[name])}</p>
              </div>
            ))}
          </div>
          <p className="crisis-printed only-print">
            {say('printed', {
              name: nameOf(plan.subject),
              version: String(version ?? ''),
              day: fullDay(writtenOn ?? drawnUpOn),
            })}
          </p>
        </>
      )}
      <Steps steps={writingSteps(plan)} />
    </Section>
  );
}
