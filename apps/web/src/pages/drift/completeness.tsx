import { Table } from '@digdir/designsystemet-react';
import type { Health } from '../../api/health.js';
import { clockOf, dayOf as dayIn, fullDay } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { TableFrame } from '../../ui/table-frame.js';
import { useCalled } from './names.js';

const useText = texts('operation-completeness', {
  nb: {
    title: 'Mangler noe?',
    never:
      'Loggen og listene er ikke holdt mot hverandre ennå. Det skjer kort tid etter at listene er oppdatert.',
    none: 'Ingenting mangler, og ingenting er endret utenom Samspor.',
    some_one: 'Én ting er ikke slik Samspor skrev den. Den står øverst på siden.',
    some_other: '{{count}} ting er ikke slik Samspor skrev dem. De står øverst på siden.',
    held: 'Holdt mot hverandre {{day}} kl. {{clock}}: {{events}} hendelser i loggen, {{rows}} rader i listene, {{streams}} historier lest på nytt etter loddtrekning.',
    rebuilds: 'Lister bygd på nytt',
    noRebuilds: 'Ingen liste er bygd på nytt ennå.',
    list: 'Liste',
    when: 'Ferdig',
    took: 'Tok',
    events: 'Hendelser',
    rows: 'Rader',
    at: '{{day}} kl. {{clock}}',
    seconds: '{{seconds}} s',
  },
  nn: {
    title: 'Manglar noko?',
    never:
      'Loggen og listene er ikkje haldne mot kvarandre enno. Det skjer kort tid etter at listene er oppdaterte.',
    none: 'Ingenting manglar, og ingenting er endra utanom Samspor.',
    some_one: 'Éin ting er ikkje slik Samspor skreiv han. Han står øvst på sida.',
    some_other: '{{count}} ting er ikkje slik Samspor skreiv dei. Dei står øvst på sida.',
    held: 'Haldne mot kvarandre {{day}} kl. {{clock}}: {{events}} hendingar i loggen, {{rows}} rader i listene, {{streams}} historier lesne på nytt etter loddtrekking.',
    rebuilds: 'Lister bygde på nytt',
    noRebuilds: 'Inga liste er bygd på nytt enno.',
    list: 'Liste',
    when: 'Ferdig',
    took: 'Tok',
    events: 'Hendingar',
    rows: 'Rader',
    at: '{{day}} kl. {{clock}}',
    seconds: '{{seconds}} s',
  },
});

const numbers = new Intl.NumberFormat('nb');
const dayOf = (instant: string) => fullDay(dayIn(instant));

/** Whether log and lists hold what was written, and when lists were made anew. */
export function Completeness({ health: { audit, rebuilds } }: { readonly health: Health }) {
  const say = useText();
  const called = useCalled();
  return (
    <section>
      <h2>{say('title')}</h2>
      {audit === null ? (
        <p>{say('never')}</p>
      ) : (
        <>
          <p>
            <strong>
              {audit.findings.length === 0 ? say('none') : say('some', { count: audit.findings.length })}
            </strong>
          </p>
          <p className="small quiet">
            {say('held', {
              day: dayOf(audit.endedAt),
              clock: clockOf(new Date(audit.endedAt)),
              events: numbers.format(audit.events),
              rows: numbers.format(audit.rows),
              streams: numbers.format(audit.streams),
            })}
          </p>
        </>
      )}
      <h3>{say('rebuilds')}</h3>
      {rebuilds.length === 0 ? (
        <p className="quiet">{say('noRebuilds')}</p>
      ) : (
        <TableFrame label={say('rebuilds')}>
          <Table>
            <Table.Head>
              <Table.Row>
                {(['list', 'when', 'took', 'events', 'rows'] as const).map((name) => (
                  <Table.HeaderCell key={name}>{say(name)}</Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {rebuilds.map(({ name, build, beganAt, endedAt, events, rows }) => (
                <Table.Row key={`${name} ${build}`}>
                  <Table.HeaderCell scope="row">{called(name)}</Table.HeaderCell>
                  <Table.Cell>
                    {say('at', { day: dayOf(endedAt), clock: clockOf(new Date(endedAt)) })}
                  </Table.Cell>
                  <Table.Cell>
                    {say('seconds', {
                      seconds: numbers.format(
                        Math.max(1, Math.round((Date.parse(endedAt) - Date.parse(beganAt)) / 1000)),
                      ),
                    })}
                  </Table.Cell>
                  <Table.Cell>{numbers.format(events)}</Table.Cell>
                  <Table.Cell>{numbers.format(rows)}</Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </TableFrame>
      )}
    </section>
  );
}
