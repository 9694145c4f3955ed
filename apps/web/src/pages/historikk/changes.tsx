import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { isProblem } from '../../api/problem.js';
import { type Read, useRead } from '../../api/read.js';
import { senseOf } from '../../as-of/clock.js';
import { type Day, fullDay, today } from '../../dates/dates.js';
import { capital, texts } from '../../i18n/texts.js';
import { DateField } from '../../ui/date-field.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import type { HistorySearch } from './search.js';
import { useBy } from './use-by.js';

const useText = texts('history-changes', {
  nb: {
    title: 'Hva ble endret mellom to dager?',
    from: 'Fra slutten av',
    to: 'Til slutten av',
    show: 'Vis endringene',
    close: 'Lukk',
    happened: 'Etter det som hadde skjedd, slik det er kjent nå.',
    written: 'Etter det som var skrevet inn, slik det sto da.',
    order: 'Den første dagen må være før den andre.',
    none: 'Ingenting i saken ble endret mellom disse dagene.',
    notYet: 'Den første dagen er før saken begynte, eller før noe var skrevet inn om den.',
    was: 'Sto',
    now: 'Står',
    empty: 'tomt',
  },
  nn: {
    title: 'Kva vart endra mellom to dagar?',
    from: 'Frå slutten av',
    to: 'Til slutten av',
    show: 'Vis endringane',
    close: 'Lukk',
    happened: 'Etter det som hadde hendt, slik det er kjent no.',
    written: 'Etter det som var skrive inn, slik det stod då.',
    order: 'Den første dagen må vere før den andre.',
    none: 'Ingenting i saka vart endra mellom desse dagane.',
    notYet: 'Den første dagen er før saka byrja, eller før noko var skrive inn om henne.',
    was: 'Stod',
    now: 'Står',
    empty: 'tomt',
  },
});

interface Props {
  readonly caseId: string;
  /** The day of the first entry. */
  readonly first: Day;
  readonly asked: HistorySearch;
  readonly ask: (change: {
    endretFra?: Day | undefined;
    endretTil?: Day | undefined;
    hendelse?: string;
  }) => void;
}

/** Two days, and what changed in the case between the ends of them. */
export function Changes({ caseId, first, asked, ask }: Props) {
  const say = useText();
  const { endretFra, endretTil } = asked;
  const [from, setFrom] = useState<Typed>(typedAt(endretFra ?? first));
  const [to, setTo] = useState<Typed>(typedAt(endretTil ?? today()));
  const isOrdered = from.day !== undefined && to.day !== undefined && from.day < to.day;
  return (
    <section className="panel light changes no-print">
      <h2>{say('title')}</h2>
      <form
        className="changes-days"
        onSubmit={(event) => {
          event.preventDefault();
          if (isOrdered) ask({ endretFra: from.day, endretTil: to.day });
        }}
      >
        <DateField label={say('from')} value={from.text} onChange={(text, day) => setFrom({ text, day })} />
        <DateField
          label={say('to')}
          value={to.text}
          onChange={(text, day) => setTo({ text, day })}
          error={from.day !== undefined && to.day !== undefined && !isOrdered ? say('order') : undefined}
        />
        <Button type="submit" variant="secondary">
          {say('show')}
        </Button>
      </form>
      {endretFra !== undefined && endretTil !== undefined && endretFra < endretTil && (
        <>
          <ChangesBetween caseId={caseId} asked={asked} from={endretFra} to={endretTil} ask={ask} />
          <button
            type="button"
            className="link-button"
            onClick={() => ask({ endretFra: undefined, endretTil: undefined })}
          >
            {say('close')}
          </button>
        </>
      )}
    </section>
  );
}

interface Typed {
  readonly text: string;
  readonly day: Day | undefined;
}
const typedAt = (day: Day): Typed => ({ text: fullDay(day), day });

interface BetweenProps extends Pick<Props, 'caseId' | 'asked' | 'ask'> {
  readonly from: Day;
  readonly to: Day;
}

function ChangesBetween({ caseId, asked, from, to, ask }: BetweenProps) {
  const say = useText();
  const sense = senseOf(asked.klokke);
  const { data, error, refetch } = useRead(
    '/v1/cases/{caseId}/changes',
    { params: { path: { caseId }, query: { from, to, sense } } },
    { every: 60_000 },
  );
  if (isProblem(error) && error.status === 400) return <p role="alert">{say('notYet')}</p>;
  if (error !== null) return <ProblemNotice error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return (
    <>
      <p className="small quiet">{say(sense === 'KNOWN_ON' ? 'written' : 'happened')}</p>
      {data.changes.length === 0 && <p role="status">{say('none')}</p>}
      {data.changes.length > 0 && (
        <dl className="changed-fields">
          {data.changes.map((change) => (
            <Change key={change.field} change={change} point={(hendelse) => ask({ hendelse })} />
          ))}
        </dl>
      )}
    </>
  );
}

type Changed = Read<'/v1/cases/{caseId}/changes'>['changes'][number];

function Change({ change, point }: { readonly change: Changed; readonly point: (eventId: string) => void }) {
  const say = useText();
  const by = useBy();
  return (
    <div>
      <dt>{capital(change.called)}</dt>
      <dd>
        <span className="ds-sr-only">{say('was')}: </span>
        {change.was === null ? <span className="quiet">{say('empty')}</span> : <del>{change.was}</del>}
      </dd>
      <dd>
        <span className="ds-sr-only">{say('now')}: </span>
        {change.now === null ? <span className="quiet">{say('empty')}</span> : <ins>{change.now}</ins>}
      </dd>
      <dd className="small">
        {change.by.map((event) => (
          <span key={event.eventId} className="changed-by">
            <button type="button" className="link-button small" onClick={() => point(event.eventId)}>
              {event.title}, {fullDay(event.occurredOn)}
            </button>{' '}
            <span className="quiet">{by(event.actor)}</span>
          </span>
        ))}
      </dd>
    </div>
  );
}
