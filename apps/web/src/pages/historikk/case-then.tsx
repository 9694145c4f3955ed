import { isProblem } from '../../api/problem.js';
import { useRead } from '../../api/read.js';
import { senseOf } from '../../as-of/clock.js';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import type { HistorySearch } from './search.js';

const useText = texts('history-case-then', {
  nb: {
    title: 'Slik sto saken',
    status: 'Kommet til',
    received: 'Søknad mottatt',
    caseworker: 'Saksbehandler',
    assignee: 'Skal kartlegge',
    answers: 'Svaret',
    open: 'Sto åpent',
    due: 'Nærmeste frist',
    letters: 'Brev',
    documents: 'Dokumenter',
    complaints: 'Klager',
    none: 'ingenting',
    notYet: 'Saken hadde ikke begynt, eller ingenting var skrevet inn om den.',
  },
  nn: {
    title: 'Slik stod saka',
    status: 'Komen til',
    received: 'Søknad motteken',
    caseworker: 'Saksbehandlar',
    assignee: 'Skal kartleggje',
    answers: 'Svaret',
    open: 'Stod ope',
    due: 'Nærmaste frist',
    letters: 'Brev',
    documents: 'Dokument',
    complaints: 'Klager',
    none: 'ingenting',
    notYet: 'Saka hadde ikkje byrja, eller ingenting var skrive inn om henne.',
  },
});

interface Props {
  readonly caseId: string;
  readonly dag: string;
  readonly klokke: HistorySearch['klokke'];
}

/** The case in short as its page was, or would have been, on the day that is looked at. */
export function CaseThen({ caseId, dag, klokke }: Props) {
  const say = useText();
  const label = useLabel();
  const { data, error } = useRead(
    '/v1/cases/{caseId}',
    { params: { path: { caseId }, query: { asOf: dag, sense: senseOf(klokke) } } },
    { every: 60_000 },
  );
  if (isProblem(error) && error.status === 400) return <p role="status">{say('notYet')}</p>;
  if (error !== null) return <ProblemNotice error={error} />;
  if (data === undefined) return <Waiting />;
  const { status, receivedOn, caseworker, assignee, outcomes, openPoints, deadlines } = data;
  const { letters, documents, complaints } = data;
  const due = deadlines
    .flatMap(({ dueOn, reachedOn }) => (dueOn !== null && reachedOn === null ? [dueOn] : []))
    .toSorted()[0];
  const lines = [
    [say('status'), label('caseStatus', status)],
    [say('received'), receivedOn === null ? '' : fullDay(receivedOn)],
    [say('caseworker'), textOf(caseworker?.name)],
    [say('assignee'), textOf(assignee?.name)],
    [
      say('answers'),
      outcomes.map(({ item, outcome }) => `${label('item', item)} ${label('outcome', outcome)}`).join(', '),
    ],
    [say('due'), due === undefined ? '' : fullDay(due)],
    [
      say('letters'),
      letters.map((one) => joined(label('letterMatter', one.matter), fullDay(one.issuedOn))).join('; '),
    ],
    [
      say('documents'),
      (documents ?? []).map((one) => joined(textOf(one.title), fullDay(one.documentDate))).join('; '),
    ],
    [
      say('complaints'),
      (complaints ?? [])
        .map((one) => joined(fullDay(one.begunOn), label('complaintStatus', one.status)))
        .join('; '),
    ],
    [say('open'), openPoints.map((point) => label('openPoint', point)).join(', ') || say('none')],
  ] as const;
  return (
    <section className="panel light case-then">
      <h2>{say('title')}</h2>
      <dl>
        {lines.map(
          ([called, told]) =>
            told !== '' && (
              <div key={called}>
                <dt>{called}</dt>
                <dd>{capital(told)}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
