import { Table } from '@digdir/designsystemet-react';
import { shortDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { textOf } from '../../ui/opened.js';
import { Section } from '../../ui/section.js';
import type { Step } from './step.js';
import { OpenForm, StepButtons } from './steps.js';
import type { Person } from './use-person.js';
import { joined } from '../../ui/joined.js';
import { TableFrame } from '../../ui/table-frame.js';

const useText = texts('person-relations', {
  nb: {
    title: 'Foreldre, verger og pårørende',
    table: 'Foreldre, verger og pårørende, rull til siden for å se alt',
    none: 'Ingen er registrert.',
    name: 'Navn',
    who: 'Hvem',
    period: 'Gjelder',
    reach: 'Telefon og e-post',
    more: 'Merknad',
    responsible: 'foreldreansvar',
    notResponsible: 'ikke foreldreansvar',
    mayNot: 'skal ikke kontaktes',
    from: 'fra {{from}}',
    between: '{{from}} til {{until}}',
    ended: 'Gjelder ikke lenger',
    end: 'Avslutt for {{name}}',
    endTitle: 'Relasjonen til {{name}} tar slutt',
  },
  nn: {
    title: 'Foreldre, verjer og pårørande',
    table: 'Foreldre, verjer og pårørande, rull til sida for å sjå alt',
    none: 'Ingen er registrerte.',
    name: 'Namn',
    who: 'Kven',
    period: 'Gjeld',
    reach: 'Telefon og e-post',
    more: 'Merknad',
    responsible: 'foreldreansvar',
    notResponsible: 'ikkje foreldreansvar',
    mayNot: 'skal ikkje kontaktast',
    from: 'frå {{from}}',
    between: '{{from}} til {{until}}',
    ended: 'Gjeld ikkje lenger',
    end: 'Avslutt for {{name}}',
    endTitle: 'Relasjonen til {{name}} tek slutt',
  },
});

/** Parents, guardians and next of kin, those of before too. */
export function Relations({ person: { subjectId, relations } }: { readonly person: Person }) {
  const say = useText();
  const label = useLabel();
  const current = relations.filter(({ isCurrent }) => isCurrent);
  const earlier = relations.filter(({ isCurrent }) => !isCurrent);
  const add: Step = { operation: 'Relations_relate', params: { subjectId } };
  const ends = current.map(({ relationId, party }): Step => ({
    operation: 'Relations_end',
    of: relationId,
    params: { subjectId, relationId },
    label: say('end', { name: textOf(party.name) }),
    title: say('endTitle', { name: textOf(party.name) }),
  }));
  return (
    <Section title={say('title')} aside={<StepButtons steps={[add]} />}>
      {relations.length === 0 ? (
        <p className="quiet">{say('none')}</p>
      ) : (
        <TableFrame label={say('table')}>
          <Table>
            <Table.Head>
              <Table.Row>
                {(['name', 'who', 'period', 'reach', 'more'] as const).map((column) => (
                  <Table.HeaderCell key={column}>{say(column)}</Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {[...current, ...earlier].map((relation) => {
                const { validFrom, validUntil, endedOn, parentalResponsibility, mayBeContacted } = relation;
                const until = endedOn ?? validUntil;
                const facts = [
                  capital(label('relationKind', relation.kind)),
                  parentalResponsibility !== null &&
                    say(parentalResponsibility ? 'responsible' : 'notResponsible'),
                ].filter((fact) => typeof fact === 'string');
                return (
                  <Table.Row key={relation.relationId} className={relation.isCurrent ? undefined : 'past'}>
                    <th scope="row">{textOf(relation.party.name)}</th>
                    <Table.Cell>{facts.join(', ')}</Table.Cell>
                    <Table.Cell>
                      {until === null
                        ? say('from', { from: shortDay(validFrom) })
                        : say('between', { from: shortDay(validFrom), until: shortDay(until) })}
                      {!relation.isCurrent && (
                        <>
                          <br />
                          <span className="small">
                            {say('ended')}
                            {relation.endReason !== null &&
                              `: ${label('relationEndReason', relation.endReason)}`}
                          </span>
                        </>
                      )}
                    </Table.Cell>
                    <Table.Cell>
                      {joined(textOf(relation.telephone), textOf(relation.email)) || '–'}
                    </Table.Cell>
                    <Table.Cell>
                      {[
                        mayBeContacted === false && say('mayNot'),
                        textOf(relation.scope),
                        textOf(relation.restriction),
                      ]
                        .filter(Boolean)
                        .join('. ') || '–'}
                    </Table.Cell>
                  </Table.Row>
                );
              })}
            </Table.Body>
          </Table>
        </TableFrame>
      )}
      <StepButtons steps={ends} />
      <OpenForm steps={[add, ...ends]} />
    </Section>
  );
}
