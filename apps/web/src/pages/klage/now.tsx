import { plainDay } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { Waits } from '../../tasks/waits.js';
import { Freshness } from '../../ui/freshness.js';
import { Emphasis } from '../../ui/emphasis.js';
import { useComplaintPage } from './complaint-context.js';
import type { Task } from './scene.js';
import { sentenceOf } from './status-sentence.js';
import { stepNamed } from './steps-of-complaint.js';

const useText = texts('complaint-now', {
  nb: {
    title: 'Hvor klagen står',
    groundsAsked:
      'Det er **bedt om begrunnelse**. Ingen har klaget ennå. Klagefristen står stille til begrunnelsen er gitt.',
    groundsGiven: 'Begrunnelsen er gitt. **Ingen har klaget ennå.**',
    received: 'Klagen kom {{received}}. Det er **ikke vurdert om den kom i tide**.',
    inTime:
      'Klagen er **i tide**. Nå skal kommunen vurdere saken på nytt, og så endre svaret eller sende klagen til statsforvalteren.',
    lateAccepted:
      'Klagen kom for sent, men **behandles likevel**. Nå skal kommunen vurdere saken på nytt, og så endre svaret eller sende klagen til statsforvalteren.',
    withoutPeriod:
      'Klagen gjelder noe det **ikke løper noen klagefrist** for. Nå skal kommunen vurdere saken på nytt, og så endre den eller sende klagen til statsforvalteren.',
    dismissed: 'Klagen er **avvist som for sen**. Avvisningen er en avgjørelse som det kan klages på.',
    changed: 'Kommunen har **endret saken** slik klageren ønsket. Det er ikke noe igjen av klagen.',
    upheld:
      'Kommunen **endrer ikke** svaret. Da skal klagen sendes til statsforvalteren, hvis den ikke trekkes.',
    partly:
      'Kommunen har **endret noe**. Det som ikke er endret, skal sendes til statsforvalteren, hvis klagen ikke trekkes.',
    forwarded: 'Klagen er **hos statsforvalteren**, som avgjør den. Den ble sendt {{forwarded}}.',
    moreAsked: 'Klagen er hos statsforvalteren, som **venter på svar** fra kommunen.',
    GRANTED: 'Statsforvalteren ga **medhold** {{decided}}. Kommunen skal følge opp avgjørelsen.',
    PARTLY_GRANTED:
      'Statsforvalteren ga **delvis medhold** {{decided}}. Kommunen skal følge opp avgjørelsen.',
    NOT_GRANTED: 'Statsforvalteren ga **ikke medhold** {{decided}}. Det kommunen svarte, står.',
    SET_ASIDE:
      'Statsforvalteren **opphevet avgjørelsen** {{decided}}. Saken er åpen igjen og skal avgjøres på nytt.',
    DISMISSED: 'Statsforvalteren **avviste klagen** {{decided}}.',
    complied: 'Statsforvalteren avgjorde klagen {{decided}}, og avgjørelsen er **fulgt opp** {{complied}}.',
    withdrawn: 'Klagen ble **trukket** {{withdrawn}}.',
    gone: 'Det du ble sendt hit for, venter ikke lenger. Det er gjort, eller noe annet kom imellom.',
    next: 'Neste steg',
    nothing: 'Ingenting venter hos kommunen nå.',
  },
  nn: {
    title: 'Kvar klaga står',
    groundsAsked:
      'Det er **bede om grunngiving**. Ingen har klaga enno. Klagefristen står stille til grunngivinga er gitt.',
    groundsGiven: 'Grunngivinga er gitt. **Ingen har klaga enno.**',
    received: 'Klaga kom {{received}}. Det er **ikkje vurdert om ho kom i tide**.',
    inTime:
      'Klaga er **i tide**. No skal kommunen vurdere saka på nytt, og så endre svaret eller sende klaga til statsforvaltaren.',
    lateAccepted:
      'Klaga kom for seint, men **blir behandla likevel**. No skal kommunen vurdere saka på nytt, og så endre svaret eller sende klaga til statsforvaltaren.',
    withoutPeriod:
      'Klaga gjeld noko det **ikkje går nokon klagefrist** for. No skal kommunen vurdere saka på nytt, og så endre ho eller sende klaga til statsforvaltaren.',
    dismissed: 'Klaga er **avvist som for sein**. Avvisinga er ei avgjerd som det kan klagast på.',
    changed: 'Kommunen har **endra saka** slik klagaren ønskte. Det er ikkje noko att av klaga.',
    upheld:
      'Kommunen **endrar ikkje** svaret. Då skal klaga sendast til statsforvaltaren, om ho ikkje blir trekt.',
    partly:
      'Kommunen har **endra noko**. Det som ikkje er endra, skal sendast til statsforvaltaren, om klaga ikkje blir trekt.',
    forwarded: 'Klaga er **hos statsforvaltaren**, som avgjer ho. Ho vart send {{forwarded}}.',
    moreAsked: 'Klaga er hos statsforvaltaren, som **ventar på svar** frå kommunen.',
    GRANTED: 'Statsforvaltaren gav **medhald** {{decided}}. Kommunen skal følgje opp avgjerda.',
    PARTLY_GRANTED: 'Statsforvaltaren gav **delvis medhald** {{decided}}. Kommunen skal følgje opp avgjerda.',
    NOT_GRANTED: 'Statsforvaltaren gav **ikkje medhald** {{decided}}. Det kommunen svarte, står.',
    SET_ASIDE:
      'Statsforvaltaren **oppheva avgjerda** {{decided}}. Saka er open igjen og skal avgjerast på nytt.',
    DISMISSED: 'Statsforvaltaren **avviste klaga** {{decided}}.',
    complied: 'Statsforvaltaren avgjorde klaga {{decided}}, og avgjerda er **følgd opp** {{complied}}.',
    withdrawn: 'Klaga vart **trekt** {{withdrawn}}.',
    gone: 'Det du vart send hit for, ventar ikkje lenger. Det er gjort, eller noko anna kom imellom.',
    next: 'Neste steg',
    nothing: 'Ingenting ventar hos kommunen no.',
  },
});

interface Props {
  /** A step was asked for by the address, and there is none such any more. */
  readonly isAsked: boolean;
}

/** Where the complaint stands, and what is next. */
export function Now({ isAsked }: Props) {
  const say = useText();
  const { of, tasks } = useComplaintPage();
  const day = (on: string | null) => (on === null ? '' : plainDay(on));
  return (
    <section aria-labelledby="now" className="stack">
      <h2 id="now" className="ds-sr-only">
        {say('title')}
      </h2>
      <p className="status-sentence">
        <Emphasis>
          {say(sentenceOf(of), {
            received: day(of.receivedOn),
            forwarded: day(of.forwardedOn),
            decided: day(of.decidedOn),
            complied: day(of.compliedOn),
            withdrawn: day(of.withdrawnOn),
          })}
        </Emphasis>
      </p>
      <Freshness currentTo={of.currentTo} />
      {isAsked && (
        <p className="panel light" role="status">
          {say('gone')}
        </p>
      )}
      {of.waitsFor === null ? (
        <p className="quiet">{say('nothing')}</p>
      ) : (
        tasks.map((task) => <NextStep key={task.id} task={task} />)
      )}
    </section>
  );
}

/** What is to be done next, as the filled button of the page. */
function NextStep({ task }: { readonly task: Task }) {
  const say = useText();
  const { of, steps, open } = useComplaintPage();
  const step = stepNamed(task.kind, steps, of.waitsRequestId);
  return (
    <div className="panel next">
      <p className="small">{say('next')}</p>
      <Waits task={task} primary start={step && (() => open(step))} />
    </div>
  );
}
