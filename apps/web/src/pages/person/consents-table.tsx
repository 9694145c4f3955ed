import { Table, Tag } from '@digdir/designsystemet-react';
import { fullDay, shortDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { scopesOf, type Standing, standingOf } from './consents.js';
import { Section } from '../../ui/section.js';
import { ConsentStops } from './consent-stops.js';
import type { Step } from './step.js';
import { OpenForm, StepButtons } from './steps.js';
import type { Coordination } from './use-person.js';
import { TableFrame } from '../../ui/table-frame.js';

const useText = texts('person-consents', {
  nb: {
    title: 'Samtykker',
    table: 'Samtykker, rull til siden for å se alt',
    none: 'Ingen samtykker er registrert. Uten samtykke kan ingenting deles, og {{coordinator}} kan ikke oppnevnes.',
    giver: 'Gitt av',
    given: 'Gitt',
    what: 'Gjelder',
    until: 'Varer til',
    now: 'Nå',
    open: 'til det trekkes',
    valid: 'gyldig',
    expiring: 'går ut {{day}}',
    partly: 'trukket i noe',
    expired: 'gått ut',
    withdrawn: 'trukket {{day}}',
    withdraw: 'Trekk samtykket fra {{day}}',
    narrow: 'Innsnevre samtykket fra {{day}}',
    with: 'deles bare med {{who}}',
    sections: 'bare {{what}}',
  },
  nn: {
    title: 'Samtykke',
    table: 'Samtykke, rull til sida for å sjå alt',
    none: 'Ingen samtykke er registrerte. Utan samtykke kan ingenting delast, og {{coordinator}} kan ikkje oppnemnast.',
    giver: 'Gitt av',
    given: 'Gitt',
    what: 'Gjeld',
    until: 'Varer til',
    now: 'No',
    open: 'til det blir trekt',
    valid: 'gyldig',
    expiring: 'går ut {{day}}',
    partly: 'trekt i noko',
    expired: 'gått ut',
    withdrawn: 'trekt {{day}}',
    withdraw: 'Trekk samtykket frå {{day}}',
    narrow: 'Snevr inn samtykket frå {{day}}',
    with: 'blir berre delt med {{who}}',
    sections: 'berre {{what}}',
  },
});

const colours = {
  valid: 'success',
  expiring: 'warning',
  partly: 'warning',
  expired: 'neutral',
  withdrawn: 'neutral',
} as const satisfies Readonly<Record<Standing, string>>;

interface Props {
  readonly subjectId: string;
  readonly coordination: Coordination | undefined;
}

/** Who consented to what until when, and what was withdrawn. */
export function Consents({ subjectId, coordination }: Props) {
  const say = useText();
  const label = useLabel();
  const consents = (coordination?.consents ?? []).toSorted((a, b) => b.givenOn.localeCompare(a.givenOn));
  const give: Step = { operation: 'Coordination_giveConsent', params: { subjectId } };
  const standing = consents.filter((consent) => !['withdrawn', 'expired'].includes(standingOf(consent)));
  const changes = standing.flatMap((consent): Step[] => {
    const { consentId, givenOn, recipients, sections, scopes } = consent;
    const of = { of: consentId, params: { subjectId, consentId } };
    const day = shortDay(givenOn);
    const choices = {
      ...(recipients && {
        recipientIds: recipients.map(({ partyId, name }) => ({ value: partyId, label: textOf(name) })),
      }),
      ...(sections && {
        sections: sections.map((one) => ({ value: one, label: label('consentSection', one) })),
      }),
    };
    return [
      {
        ...of,
        operation: 'Coordination_narrowConsent',
        label: say('narrow', { day }),
        choices,
        hide: scopes.includes('SHARE') ? [] : ['recipientIds', 'sections'],
        children: <ConsentStops consent={consent} consents={consents} by="NARROWING" />,
      },
      {
        ...of,
        operation: 'Coordination_withdrawConsent',
        label: say('withdraw', { day }),
        children: <ConsentStops consent={consent} consents={consents} by="WITHDRAWAL" />,
      },
    ];
  });
  return (
    <Section title={say('title')} aside={<StepButtons steps={[give]} />}>
      {consents.length === 0 ? (
        <p className="quiet">{say('none')}</p>
      ) : (
        <TableFrame label={say('table')}>
          <Table>
            <Table.Head>
              <Table.Row>
                {(['giver', 'given', 'what', 'until', 'now'] as const).map((column) => (
                  <Table.HeaderCell key={column}>{say(column)}</Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {consents.map((consent) => {
                const { consentId, givenBy, giver, givenOn, validUntil, withdrawnOn, recipients, sections } =
                  consent;
                const standing = standingOf(consent);
                const who = [textOf(giver?.name), label('representative', givenBy)].filter(Boolean);
                const day = standing === 'withdrawn' ? withdrawnOn : validUntil;
                const scopes = standing === 'partly' ? scopesOf(consent) : consent.scopes;
                return (
                  <Table.Row key={consentId}>
                    <th scope="row">{capital(who.join(', '))}</th>
                    <Table.Cell>{shortDay(givenOn)}</Table.Cell>
                    <Table.Cell>
                      {joined(
                        scopes.map((scope) => label('consentScope', scope)).join(', '),
                        recipients &&
                          say('with', { who: recipients.map(({ name }) => textOf(name)).join(', ') }),
                        sections &&
                          say('sections', {
                            what: sections.map((one) => label('consentSection', one)).join(', '),
                          }),
                      )}
                    </Table.Cell>
                    <Table.Cell>{validUntil === null ? say('open') : fullDay(validUntil)}</Table.Cell>
                    <Table.Cell>
                      <Tag data-color={colours[standing]}>
                        {say(standing, { day: day === null ? '' : shortDay(day) })}
                      </Tag>
                    </Table.Cell>
                  </Table.Row>
                );
              })}
            </Table.Body>
          </Table>
        </TableFrame>
      )}
      <StepButtons steps={changes} />
      <OpenForm steps={[give, ...changes]} />
    </Section>
  );
}
