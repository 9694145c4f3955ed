import { Table } from '@digdir/designsystemet-react';
import { useHealth } from '../../api/health.js';
import { clockOf } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { Facts } from '../../ui/facts.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { Completeness } from './completeness.js';
import { useCalled } from './names.js';
import { Notices } from './notices.js';
import { TableFrame } from '../../ui/table-frame.js';

const useText = texts('operation', {
  nb: {
    title: 'Drift',
    lead: 'Hvordan Samspor har det. Her står ingenting om personer.',
    ready: 'Alt virker',
    impaired: 'Det meste virker, men noe er satt til side',
    'not-ready': 'Noe virker ikke',
    asked: 'Sett etter kl. {{clock}}.',
    log: 'Loggen',
    vault: 'Nøklene',
    readModels: 'Listene',
    reachable: 'virker',
    unreachable: 'får ikke kontakt',
    'another-log': 'er en annen logg enn listene er laget av',
    models: 'Lister som lages av loggen',
    name: 'Navn',
    state: 'Tilstand',
    lag: 'Henger etter',
    BUILDING: 'bygges på nytt',
    RUNNING: 'følger',
    HALTED: 'stanset',
    none: 'ingenting',
    seconds_one: 'ett sekund',
    seconds_other: '{{count}} sekunder',
    reactors: 'Det som skjer av seg selv',
    STARTING: 'starter',
    STANDBY: 'venter på en annen prosess',
    FAILING: 'feiler',
    rebuild:
      'En liste bygges på nytt fra kommandolinja: samspor projections rebuild. De andre listene virker imens.',
  },
  nn: {
    title: 'Drift',
    lead: 'Korleis Samspor har det. Her står ingenting om personar.',
    ready: 'Alt verkar',
    impaired: 'Det meste verkar, men noko er sett til side',
    'not-ready': 'Noko verkar ikkje',
    asked: 'Sett etter kl. {{clock}}.',
    log: 'Loggen',
    vault: 'Nøklane',
    readModels: 'Listene',
    reachable: 'verkar',
    unreachable: 'får ikkje kontakt',
    'another-log': 'er ein annan logg enn listene er laga av',
    models: 'Lister som blir laga av loggen',
    name: 'Namn',
    state: 'Tilstand',
    lag: 'Heng etter',
    BUILDING: 'blir bygd på nytt',
    RUNNING: 'følgjer',
    HALTED: 'stansa',
    none: 'ingenting',
    seconds_one: 'eitt sekund',
    seconds_other: '{{count}} sekund',
    reactors: 'Det som skjer av seg sjølv',
    STARTING: 'startar',
    STANDBY: 'ventar på ein annan prosess',
    FAILING: 'feilar',
    rebuild:
      'Ei liste blir bygd på nytt frå kommandolinja: samspor projections rebuild. Dei andre listene verkar så lenge.',
  },
});

/** How the program is, in words; for whoever runs it. */
export function OperationPage() {
  const say = useText();
  const called = useCalled();
  const { data, error, dataUpdatedAt, refetch } = useHealth();
  if (data === undefined) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      <div className="stack wide">
        <section aria-live="polite">
          <h2>{say(data.status)}</h2>
          <p className="quiet small">{say('asked', { clock: clockOf(new Date(dataUpdatedAt)) })}</p>
          <Facts
            tight
            rows={[
              [say('log'), data.logMessage ?? say(data.log)],
              [say('vault'), say(data.vault)],
              [say('readModels'), say(data.readModels)],
            ]}
          />
          <Notices health={data} />
        </section>
        <section>
          <h2>{say('models')}</h2>
          <TableFrame label={say('models')}>
            <Table>
              <Table.Head>
                <Table.Row>
                  <Table.HeaderCell>{say('name')}</Table.HeaderCell>
                  <Table.HeaderCell>{say('state')}</Table.HeaderCell>
                  <Table.HeaderCell>{say('lag')}</Table.HeaderCell>
                </Table.Row>
              </Table.Head>
              <Table.Body>
                {data.projections.map(({ name, state, lagSeconds, message }) => (
                  <Table.Row key={name}>
                    <Table.HeaderCell scope="row">
                      {called(name)}
                      <code className="under">{name}</code>
                    </Table.HeaderCell>
                    <Table.Cell>
                      {say(state)} {message}
                    </Table.Cell>
                    <Table.Cell>
                      {lagSeconds ? say('seconds', { count: lagSeconds }) : say('none')}
                    </Table.Cell>
                  </Table.Row>
                ))}
              </Table.Body>
            </Table>
          </TableFrame>
          <p className="small quiet air-small">{say('rebuild')}</p>
        </section>
        <Completeness health={data} />
        <section>
          <h2>{say('reactors')}</h2>
          <Facts
            tight
            rows={data.reactors.map(({ name, state, message }) => [
              called(name),
              `${say(state)} ${message ?? ''}`.trim(),
            ])}
          />
        </section>
      </div>
    </>
  );
}
