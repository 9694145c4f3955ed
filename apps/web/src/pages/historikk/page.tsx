import { Button, Checkbox, ToggleGroup } from '@digdir/designsystemet-react';
import { useEffect } from 'react';
import { isProblem } from '../../api/problem.js';
import { AsOf } from '../../as-of/as-of.js';
import { AsOfNotice } from '../../as-of/as-of-notice.js';
import { senseOf } from '../../as-of/clock.js';
import { capital, texts } from '../../i18n/texts.js';
import { usePlace } from '../../shell/place.js';
import { DownloadButtons } from '../../ui/download-buttons.js';
import { Empty } from '../../ui/empty.js';
import { Freshness } from '../../ui/freshness.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { CaseThen } from './case-then.js';
import { Changes } from './changes.js';
import { Filters } from './filters.js';
import './page.css';
import { PrintHead } from './print-head.js';
import { addressOf, recordOf } from './records.js';
import { type HistorySearch, historyRoute, type View, views } from './search.js';
import { isCorrection, numbersOf, shownOf } from './trail.js';
import { TrailDays } from './trail-days.js';
import { UpLink } from './up-link.js';
import { useTrail } from './use-trail.js';

const useText = texts('history', {
  nb: {
    title: 'Historikk',
    lead: 'Alt som har skjedd, i den rekkefølgen det skjedde. Det som ble feil, står overstrøket.',
    print: 'Skriv ut',
    view: 'Hvor mye som vises',
    kort: 'Kort',
    full: 'Fullt',
    teknisk: 'Teknisk',
    side: 'Valg for lista',
    entries_one: 'Én oppføring.',
    entries_other: '{{count}} oppføringer.',
    some: '{{count}} av {{all}} oppføringer.',
    revised: 'Vis det som er tatt ut',
    none: 'Ingen oppføringer passer',
    noneLead: 'Velg flere slag, en annen dag, eller vis alt.',
    gone: 'Her står ingenting',
    goneLead: 'Alt som ble skrevet inn, er tatt ut igjen, eller det er ikke blant det du kan se.',
    unknown: 'Denne adressen har ingen historikk',
    protected:
      'Personen har beskyttet adresse. Historikken skrives ut fra fila, der navn er tatt ut: last ned til Excel.',
  },
  nn: {
    title: 'Historikk',
    lead: 'Alt som har hendt, i den rekkjefølgja det hende. Det som vart feil, står overstroke.',
    print: 'Skriv ut',
    view: 'Kor mykje som blir vist',
    kort: 'Kort',
    full: 'Fullt',
    teknisk: 'Teknisk',
    side: 'Val for lista',
    entries_one: 'Éi oppføring.',
    entries_other: '{{count}} oppføringar.',
    some: '{{count}} av {{all}} oppføringar.',
    revised: 'Vis det som er teke ut',
    none: 'Ingen oppføringar passar',
    noneLead: 'Vel fleire slag, ein annan dag, eller vis alt.',
    gone: 'Her står ingenting',
    goneLead: 'Alt som blei skrive inn, er teke ut igjen, eller det er ikkje blant det du kan sjå.',
    unknown: 'Denne adressa har ingen historikk',
    protected:
      'Personen har verna adresse. Historikken blir skriven ut frå fila, der namn er tekne ut: last ned til Excel.',
  },
});

/** As of which day the file is, by the clock that is chosen. */
const asOfQuery = ({ dag, klokke }: HistorySearch) =>
  dag === undefined ? '' : `?asOf=${dag}&sense=${senseOf(klokke)}`;

/** The trail of a case, a person or another record: everything that was written in, also what was wrong. */
export function HistoryPage() {
  const say = useText();
  const { what, id } = historyRoute.useParams();
  const asked = historyRoute.useSearch();
  const navigate = historyRoute.useNavigate();
  const { vis = 'full', hendelse, rett } = asked;
  const trail = useTrail(what, id, vis === 'teknisk' || rett !== undefined);
  const { entries, extract, caseNumber, currentTo, error } = trail;
  const { session } = usePlace();
  const record = recordOf(what);
  const shown = shownOf(entries, asked);
  const ask = (change: Partial<Record<keyof HistorySearch, string | undefined>>) =>
    void navigate({
      search: (before) => ({ ...before, hendelse: undefined, ...change }) as HistorySearch,
      replace: true,
      resetScroll: false,
    });
  // Where it stands: a day that was put right moves it, and the focus with it.
  const pointedAt = shown.find(({ entry }) => entry.eventId === hendelse)?.entry.occurredOn;
  useEffect(() => {
    if (hendelse === undefined || rett !== undefined || !trail.isWhole) return;
    const entry = document.getElementById(`hendelse-${hendelse}`);
    entry?.scrollIntoView({ block: 'center' });
    entry?.focus({ preventScroll: true });
  }, [hendelse, rett, trail.isWhole, pointedAt]);

  if (!trail.isFound) return <PageHead title={say('unknown')} documentTitle={say('title')} />;
  const head = { extract, caseNumber } as Parameters<typeof PrintHead>[0]['head'];
  const mayPrint = extract?.subject.protectedAddress !== true;
  const mayCompare = session.roles.some((role) => role !== 'AUDITOR');
  const [first] = entries;
  const begunOn = entries.find((entry) => entry.of === 'case' && !isCorrection(entry))?.occurredOn;
  const isGone = isProblem(error) && error.status === 404;
  return (
    <>
      <PrintHead head={head} asked={asked} shown={shown.length} all={entries.length} />
      <PageHead
        title={say('title')}
        over={<UpLink what={what} id={id} head={head} />}
        lead={mayPrint ? say('lead') : say('protected')}
        actions={
          <>
            {mayPrint && (
              <Button variant="secondary" onClick={() => print()}>
                {say('print')}
              </Button>
            )}
            {record?.isFile === true && (
              <DownloadButtons path={`${addressOf(record, id)}${asOfQuery(asked)}`} />
            )}
          </>
        }
      />
      {isGone && (
        <Empty title={say('gone')}>
          <p>{say('goneLead')}</p>
        </Empty>
      )}
      {error !== null && !isGone && <ProblemNotice error={error} retry={() => void trail.refetch()} />}
      {error === null && first === undefined && <Waiting />}
      {first !== undefined && (
        <div className={mayPrint ? 'with-side history' : 'with-side history no-print'}>
          <div>
            <AsOf first={first.occurredOn} asked={asked} ask={ask} />
            <AsOfNotice asked={asked} ask={ask} />
            {what === 'sak' && mayCompare && asked.dag !== undefined && (
              <CaseThen caseId={id} dag={asked.dag} klokke={asked.klokke} />
            )}
            {what === 'sak' && mayCompare && (
              <Changes caseId={id} first={begunOn ?? first.occurredOn} asked={asked} ask={ask} />
            )}
            <div className="row apart air-small no-print">
              <ToggleGroup
                aria-label={say('view')}
                value={vis}
                onChange={(value) => ask({ vis: value === 'full' ? undefined : (value as View), hendelse })}
              >
                {views.map((view) => (
                  <ToggleGroup.Item key={view} value={view}>
                    {say(view)}
                  </ToggleGroup.Item>
                ))}
              </ToggleGroup>
              <Checkbox
                label={say('revised')}
                checked={asked.uten === undefined}
                onChange={({ target }) => ask({ uten: target.checked ? undefined : 'rettet' })}
              />
            </div>
            {currentTo && (
              <Freshness
                currentTo={currentTo}
                says={
                  shown.length === entries.length
                    ? say('entries', { count: entries.length })
                    : say('some', { count: shown.length, all: entries.length })
                }
              />
            )}
            {shown.length === 0 && (
              <Empty title={say('none')}>
                <p>{say('noneLead')}</p>
              </Empty>
            )}
            <TrailDays
              shown={shown}
              numbers={numbersOf(entries)}
              asked={asked}
              withCase={what !== 'sak'}
              ask={ask}
            />
          </div>
          <aside className="side no-print" aria-label={capital(say('side'))}>
            <Filters entries={entries} asked={asked} ask={ask} />
          </aside>
        </div>
      )}
    </>
  );
}
