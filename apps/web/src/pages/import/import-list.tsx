import { Table } from '@digdir/designsystemet-react';
import { type Read, useReadPages } from '../../api/read.js';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { StepForm } from '../../steps/step-form.js';
import { Empty } from '../../ui/empty.js';
import { Freshness } from '../../ui/freshness.js';
import { HistoryLink } from '../../ui/history-link.js';
import { MoreButton } from '../../ui/more-button.js';
import { textOf } from '../../ui/opened.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { TableFrame } from '../../ui/table-frame.js';
import { Waiting } from '../../ui/waiting.js';
import { importRoute } from './search.js';

const useText = texts('import-list', {
  nb: {
    label: 'Importer',
    empty: 'Ingenting er tatt inn ennå',
    emptyLead: 'Her kommer det som blir tatt inn, med hva det ble til, og her kan det tas tilbake.',
    begun: 'Begynt',
    file: 'Fil',
    status: 'Status',
    rows: 'Rader',
    step: 'Handling',
    unnamed: 'uten navn',
    progress: '{{taken}} av {{all}} så langt',
    stopped: 'Stanset. Velg samme fil igjen for å fullføre.',
    stoppedBack: 'Stanset. Ta tilbake på nytt for å fullføre.',
    done: '{{recorded}} ført, {{already}} der fra før, {{faulty}} med feil',
    back: '{{entries}} oppføringer merket som feilregistrert',
    takeBack: 'Ta tilbake',
    lead: 'Alt importen har ført, merkes som feilregistrert. Det går ikke hvis noen har ført noe videre på personene siden.',
    more: 'Vis flere',
  },
  nn: {
    label: 'Importar',
    empty: 'Ingenting er teke inn enno',
    emptyLead: 'Her kjem det som blir teke inn, med kva det vart til, og her kan det takast tilbake.',
    begun: 'Byrja',
    file: 'Fil',
    status: 'Status',
    rows: 'Rader',
    step: 'Handling',
    unnamed: 'utan namn',
    progress: '{{taken}} av {{all}} så langt',
    stopped: 'Stansa. Vel same fila igjen for å fullføre.',
    stoppedBack: 'Stansa. Ta tilbake på nytt for å fullføre.',
    done: '{{recorded}} førte, {{already}} der frå før, {{faulty}} med feil',
    back: '{{entries}} oppføringar merkte som feilregistrerte',
    takeBack: 'Ta tilbake',
    lead: 'Alt importen har ført, blir merkt som feilregistrert. Det går ikkje om nokon har ført noko vidare på personane sidan.',
    more: 'Vis fleire',
  },
});

type Import = Read<'/v1/imports'>['imports'][number];

/** What was taken in, how far each import has come, and the way back. */
export function ImportList() {
  const say = useText();
  const label = useLabel();
  const { tilbake } = importRoute.useSearch();
  const navigate = importRoute.useNavigate();
  const open = (importId: string | undefined) =>
    void navigate({
      search: importId === undefined ? {} : { tilbake: importId },
      replace: true,
      resetScroll: false,
    });
  const pages = useReadPages('/v1/imports', { params: { query: { limit: 25 } } }, { every: 2_000 });
  const { data, error, refetch } = pages;
  const [first] = data?.pages ?? [];
  if (data === undefined || first === undefined) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  const rows = data.pages.flatMap(({ imports }) => imports);
  if (rows.length === 0) {
    return (
      <Empty title={say('empty')}>
        <p>{say('emptyLead')}</p>
      </Empty>
    );
  }
  const nameOf = ({ fileName }: Import) => textOf(fileName) || say('unnamed');
  const countsOf = (one: Import) => {
    if (one.status === 'TAKEN_BACK') return say('back', { entries: String(one.entries) });
    if (one.status === 'BEING_TAKEN_BACK') return one.underWay ? '' : say('stoppedBack');
    if (one.status === 'COMPLETED') {
      const { recorded, already, faulty } = one;
      return say('done', { recorded: String(recorded), already: String(already), faulty: String(faulty) });
    }
    const progress = say('progress', { taken: String(one.rowsTaken), all: String(one.rowCount) });
    return one.underWay ? progress : `${progress}. ${say('stopped')}`;
  };
  const chosen = rows.find(({ importId }) => importId === tilbake);
  return (
    <div className="stack">
      <Freshness currentTo={first.currentTo} />
      {chosen !== undefined && (
        <StepForm
          key={chosen.importId}
          operation="Imports_takeBack"
          params={{ importId: chosen.importId }}
          title={`${say('takeBack')}: ${nameOf(chosen)}`}
          lead={say('lead')}
          submitLabel={say('takeBack')}
          onDone={() => open(undefined)}
          onCancel={() => open(undefined)}
        />
      )}
      <TableFrame label={say('label')}>
        <Table>
          <Table.Head>
            <Table.Row>
              {(['begun', 'file', 'status', 'rows', 'step'] as const).map((key) => (
                <Table.HeaderCell key={key}>{say(key)}</Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {rows.map((one) => (
              <Table.Row key={one.importId}>
                <Table.Cell>{fullDay(one.begunOn)}</Table.Cell>
                <Table.Cell>{nameOf(one)}</Table.Cell>
                <Table.Cell>{capital(label('importStatus', one.status))}</Table.Cell>
                <Table.Cell>{countsOf(one)}</Table.Cell>
                <Table.Cell>
                  {one.status !== 'TAKEN_BACK' && !one.underWay && (
                    <button type="button" className="link-button" onClick={() => open(one.importId)}>
                      {say('takeBack')}
                      <span className="ds-sr-only">: {nameOf(one)}</span>
                    </button>
                  )}{' '}
                  <HistoryLink what="import" id={one.importId} of={nameOf(one)} />
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </TableFrame>
      <MoreButton pages={pages} label={say('more')} />
    </div>
  );
}
