import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/read.js';
import { fullDay, shortDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { textOf } from '../../ui/opened.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { usePlanPage } from './plan.js';
import { planRoute } from './search.js';

const useText = texts('plan-versions', {
  nb: {
    title: 'Hva er nytt i hver versjon',
    version: 'Versjon {{number}}, {{day}}',
    first: 'Dette er den første versjonen: alt i den er nytt.',
    same: 'Det er ingen forskjell fra versjonen før, i det du ser av planen.',
    was: 'Før: {{what}}',
    now: 'Nå: {{what}}',
    text: 'Tekst',
    author: 'Hvem som sier det',
    reachedOn: 'Nådd',
    droppedOn: 'Lagt bort',
    dueOn: 'Innen',
    extent: 'Omfang',
    how: 'Hvordan',
    clearanceGrantedOn: 'Kostnaden avklart',
    completedOn: 'Gjort',
    cancelledOn: 'Avlyst',
    name: 'Navn',
    sector: 'Felt',
    unit: 'Enhet',
    contribution: 'Bidrar med',
    refusedOn: 'Personen sa nei',
    leftOn: 'Gikk ut',
    type: 'Hva slags',
    place: 'Hvor den ligger',
    unlinkedOn: 'Ikke lenger knyttet til',
  },
  nn: {
    title: 'Kva er nytt i kvar versjon',
    version: 'Versjon {{number}}, {{day}}',
    first: 'Dette er den første versjonen: alt i han er nytt.',
    same: 'Det er ingen skilnad frå versjonen før, i det du ser av planen.',
    was: 'Før: {{what}}',
    now: 'No: {{what}}',
    text: 'Tekst',
    author: 'Kven som seier det',
    reachedOn: 'Nådd',
    droppedOn: 'Lagt bort',
    dueOn: 'Innan',
    extent: 'Omfang',
    how: 'Korleis',
    clearanceGrantedOn: 'Kostnaden avklara',
    completedOn: 'Gjort',
    cancelledOn: 'Avlyst',
    name: 'Namn',
    sector: 'Felt',
    unit: 'Eining',
    contribution: 'Bidreg med',
    refusedOn: 'Personen sa nei',
    leftOn: 'Gjekk ut',
    type: 'Kva slag',
    place: 'Kvar han ligg',
    unlinkedOn: 'Ikkje lenger knytt til',
  },
});

/** The versions of the plan, and of the one that is chosen what is new in it (F17). */
export function Versions() {
  const say = useText();
  const { plan } = usePlanPage();
  const { versjon, som } = planRoute.useSearch();
  const isShown = som !== undefined;
  const { planId } = plan;
  if (plan.versions.length === 0 || isShown) return null;
  return (
    <section className="case-section no-print" aria-labelledby="plan-versions">
      <h2 id="plan-versions">{say('title')}</h2>
      <ul>
        {plan.versions.map(({ version, revisedOn }) => (
          <li key={version}>
            <Link to="/plan/$planId" params={{ planId }} search={{ versjon: version }} resetScroll={false}>
              {say('version', { number: String(version), day: fullDay(revisedOn) })}
            </Link>
            {versjon === version && <OneVersion planId={planId} version={version} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneVersion({ planId, version }: { readonly planId: string; readonly version: number }) {
  const say = useText();
  const label = useLabel();
  const { data, error, refetch } = useRead('/v1/plans/{planId}/versions/{version}', {
    params: { path: { planId, version: String(version) } },
  });
  if (data === undefined) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  return (
    <>
      {data.since === null && <p className="quiet">{say('first')}</p>}
      {data.changes.length === 0 && <p className="quiet">{say('same')}</p>}
      <ul className="records">
        {data.changes.map(({ id, section, change, fields }) => (
          <li key={id}>
            <h3>{`${capital(label('planChange', change))}: ${label('planSection', section)}`}</h3>
            {fields.map(({ field, was, now }) => (
              <Difference key={field} field={field} change={change} was={was} now={now} />
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

const codes = { author: 'planAuthor', sector: 'planSector', unit: 'unit', type: 'subPlanType' } as const;
type Told = Parameters<typeof textOf>[0];

interface DifferenceProps {
  readonly field: Parameters<ReturnType<typeof useText>>[0];
  readonly change: 'ADDED' | 'CHANGED' | 'REMOVED';
  readonly was: Told;
  readonly now: Told;
}

function Difference({ field, change, was, now }: DifferenceProps) {
  const say = useText();
  const label = useLabel();
  const inWords = (value: Told): string => {
    const text = textOf(value);
    if (field in codes) return text === '' ? '–' : capital(label(codes[field as keyof typeof codes], text));
    const isDay = field.endsWith('On') && text !== '';
    return isDay ? shortDay(text) : text === '' ? '–' : text;
  };
  const isBoth = change === 'CHANGED';
  return (
    <div>
      <p className="small quiet">{say(field)}</p>
      {change !== 'ADDED' && (
        <p className="keep-lines">{isBoth ? say('was', { what: inWords(was) }) : inWords(was)}</p>
      )}
      {change !== 'REMOVED' && (
        <p className="keep-lines">{isBoth ? say('now', { what: inWords(now) }) : inWords(now)}</p>
      )}
    </div>
  );
}
