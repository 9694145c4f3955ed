import { Table } from '@digdir/designsystemet-react';
import { useRead } from '../../api/read.js';
import { texts } from '../../i18n/texts.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { TableFrame } from '../../ui/table-frame.js';
import { Waiting } from '../../ui/waiting.js';
import { tableIn, type Theme, usePair } from './told.js';

const useText = texts('report-changes', {
  nb: {
    title: 'Endret siden tallene ble tatt ut',
    lead: 'Tallene i rapporten står. Dette er hva senere registreringer ville gjort med dem, og hvorfor. Lista er bare for enheten.',
    none: 'Ingenting er endret.',
    figure: 'Tall',
    was: 'I rapporten',
    is: 'Nå',
    why: 'Hvorfor',
    ANNULMENT: '{{count}} strøket',
    CORRECTION: '{{count}} rettet',
    MERGE: '{{count}} slått sammen',
    LATE_REGISTRATION: '{{count}} registrert senere',
    OTHER: '{{count}} av andre grunner',
  },
  nn: {
    title: 'Endra sidan tala vart tekne ut',
    lead: 'Tala i rapporten står. Dette er kva seinare registreringar ville gjort med dei, og kvifor. Lista er berre for eininga.',
    none: 'Ingenting er endra.',
    figure: 'Tal',
    was: 'I rapporten',
    is: 'No',
    why: 'Kvifor',
    ANNULMENT: '{{count}} strokne',
    CORRECTION: '{{count}} retta',
    MERGE: '{{count}} slegne saman',
    LATE_REGISTRATION: '{{count}} registrerte seinare',
    OTHER: '{{count}} av andre grunnar',
  },
});
const causes = ['ANNULMENT', 'CORRECTION', 'MERGE', 'LATE_REGISTRATION', 'OTHER'] as const;

interface Props {
  readonly reportId: string;
  readonly themes: readonly Theme[];
}

/** What later registrations moved in the figures of a report: each figure's own number, and why. */
export function Changes({ reportId, themes }: Props) {
  const say = useText();
  const pair = usePair();
  const { data, error, refetch } = useRead('/v1/reports/{reportId}/changes', {
    params: { path: { reportId } },
  });
  if (data === undefined) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  // The number of each figure; its cells move with it.
  const whole = data.changes.filter(({ member }) =>
    ['value', 'n', 'median', 'coordinators'].includes(member),
  );
  return (
    <section aria-labelledby="changes" className="no-print">
      <h2 id="changes">{say('title')}</h2>
      <p className="quiet">{say(whole.length === 0 ? 'none' : 'lead')}</p>
      {whole.length > 0 && (
        <TableFrame label={say('title')}>
          <Table data-size="sm">
            <Table.Head>
              <Table.Row>
                <Table.HeaderCell scope="col">{say('figure')}</Table.HeaderCell>
                <Table.HeaderCell scope="col" className="to-right">
                  {say('was')}
                </Table.HeaderCell>
                <Table.HeaderCell scope="col" className="to-right">
                  {say('is')}
                </Table.HeaderCell>
                <Table.HeaderCell scope="col">{say('why')}</Table.HeaderCell>
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {whole.map(({ figure, member, was, is, added, removed, altered }) => {
                const all = [...added, ...removed, ...altered];
                const why = causes.flatMap((cause) => {
                  const count = all.reduce((sum, one) => sum + (one.cause === cause ? one.count : 0), 0);
                  return count === 0 ? [] : [say(cause, { count })];
                });
                return (
                  <Table.Row key={`${figure}/${member}`}>
                    <Table.HeaderCell scope="row">
                      {pair(tableIn(themes, figure)?.name ?? [figure, figure])}
                      {member === 'median' && ' (median)'}
                    </Table.HeaderCell>
                    <Table.Cell className="to-right">{was ?? '–'}</Table.Cell>
                    <Table.Cell className="to-right">{is ?? '–'}</Table.Cell>
                    <Table.Cell>{why.join(', ')}</Table.Cell>
                  </Table.Row>
                );
              })}
            </Table.Body>
          </Table>
        </TableFrame>
      )}
    </section>
  );
}
