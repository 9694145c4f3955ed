import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { Facts } from '../../ui/facts.js';
import type { Meeting } from './meeting.js';

const useText = texts('item-panel', {
  nb: {
    title: 'Punkt {{place}}: {{item}}',
    lead: 'Det som blir sagt her, og ikke gjelder én person, står i referatet.',
    activePlans: 'Planer som er i gang',
    plansStarted: 'Startet siden forrige møte',
    since: 'forrige møte var {{day}}',
    plansToStart: 'Planer som skal startes',
    coordinatorsToAppoint: 'Skal få {{coordinator}}',
    coordinatorGaps: 'Står uten {{coordinator}} nå',
    casesToConsider: 'Saker klare til behandling',
    live: 'Tallene gjelder nå, og blir stående slik de er når møtet holdes.',
    kept: 'Tallene er slik de var {{day}}, da møtet ble holdt.',
  },
  nn: {
    title: 'Punkt {{place}}: {{item}}',
    lead: 'Det som blir sagt her, og ikkje gjeld éin person, står i referatet.',
    activePlans: 'Planar som er i gang',
    plansStarted: 'Starta sidan førre møte',
    since: 'førre møte var {{day}}',
    plansToStart: 'Planar som skal startast',
    coordinatorsToAppoint: 'Skal få {{coordinator}}',
    coordinatorGaps: 'Står utan {{coordinator}} no',
    casesToConsider: 'Saker klare til behandling',
    live: 'Tala gjeld no, og blir ståande slik dei er når møtet blir halde.',
    kept: 'Tala er slik dei var {{day}}, då møtet vart halde.',
  },
});

interface Props {
  readonly meeting: Meeting;
  readonly place: number;
  readonly item: string;
}

/** What every meeting takes up beside the cases; the overview of plans with its figures. */
export function ItemPanel({ meeting: { overview, heldOn }, place, item }: Props) {
  const say = useText();
  const label = useLabel();
  const figures = item === 'PLAN_OVERVIEW' ? overview : null;
  return (
    <section className="case-panel" aria-labelledby="point">
      <h2 id="point" tabIndex={-1}>
        {say('title', { place, item: capital(label('agendaItem', item)) })}
      </h2>
      {figures !== null && (
        <>
          <Facts
            rows={[
              [say('activePlans'), figures.activePlans],
              [
                say('plansStarted'),
                figures.since === undefined
                  ? figures.plansStarted
                  : `${figures.plansStarted}, ${say('since', { day: fullDay(figures.since) })}`,
              ],
              [say('plansToStart'), figures.plansToStart],
              [say('coordinatorsToAppoint'), figures.coordinatorsToAppoint],
              [say('coordinatorGaps'), figures.coordinatorGaps],
              [say('casesToConsider'), figures.casesToConsider],
            ]}
          />
          <p className="small quiet">
            {heldOn === null ? say('live') : say('kept', { day: fullDay(figures.asOf) })}
          </p>
        </>
      )}
      <p className="air-small">{say('lead')}</p>
    </section>
  );
}
