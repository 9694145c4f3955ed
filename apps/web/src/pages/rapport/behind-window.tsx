import { Table } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Read } from '../../api/read.js';
import { texts } from '../../i18n/texts.js';
import { useListedName } from '../../ui/listed-name.js';
import { textOf } from '../../ui/opened.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { TableFrame } from '../../ui/table-frame.js';
import { Waiting } from '../../ui/waiting.js';
import { Window } from '../../ui/window.js';

const useText = texts('behind-number', {
  nb: {
    title: 'Bak tallet: {{label}}',
    lead_one: 'Én står bak tallet. Lista er bare for enheten.',
    lead_other: '{{count}} står bak tallet. Lista er bare for enheten.',
    some: 'De første {{shown}} vises.',
    none: 'Ingen står bak tallet.',
    who: 'Hvem',
    case: 'Sak',
    days: 'Dager',
    theCase: 'Saken',
    complaint: 'Klagen',
    meeting: 'Møtet',
    hearing: 'Spørsmålet',
  },
  nn: {
    title: 'Bak talet: {{label}}',
    lead_one: 'Éin står bak talet. Lista er berre for eininga.',
    lead_other: '{{count}} står bak talet. Lista er berre for eininga.',
    some: 'Dei første {{shown}} blir viste.',
    none: 'Ingen står bak talet.',
    who: 'Kven',
    case: 'Sak',
    days: 'Dagar',
    theCase: 'Saka',
    complaint: 'Klaga',
    meeting: 'Møtet',
    hearing: 'Spørsmålet',
  },
});

type Behind = Read<'/v1/reports/figures/behind'>;
interface Props {
  readonly label: string;
  readonly read: UseQueryResult<Behind>;
  readonly close: () => void;
}

/** Who is behind a number: by name, with the way to the case. */
export function BehindWindow({ label, read: { data, isPlaceholderData, error, refetch }, close }: Props) {
  const say = useText();
  return (
    <Window open close={close} title={say('title', { label })}>
      {data === undefined || isPlaceholderData ? (
        error === null ? (
          <Waiting />
        ) : (
          <ProblemNotice error={error} retry={() => void refetch()} />
        )
      ) : (
        <Those found={data} label={label} />
      )}
    </Window>
  );
}

function Those({ found: { count, behind }, label }: { readonly found: Behind; readonly label: string }) {
  const say = useText();
  const listedName = useListedName();
  if (count === 0) return <p>{say('none')}</p>;
  const hasDays = behind.some(({ days }) => days !== null);
  const hasCases = behind.some(({ caseId }) => caseId !== null);
  return (
    <div className="stack">
      <p>
        {say('lead', { count })} {behind.length < count && say('some', { shown: behind.length })}
      </p>
      <TableFrame label={label}>
        <Table data-size="sm">
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell scope="col">{say('who')}</Table.HeaderCell>
              {hasCases && <Table.HeaderCell scope="col">{say('case')}</Table.HeaderCell>}
              {hasDays && (
                <Table.HeaderCell scope="col" className="to-right">
                  {say('days')}
                </Table.HeaderCell>
              )}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {behind.map(({ subject, caseId, caseNumber, complaintId, meetingId, party, days }, at) => (
              <Table.Row key={at}>
                <Table.HeaderCell scope="row">
                  {subject !== null &&
                    (subject.subjectId === null ? (
                      listedName(subject)
                    ) : (
                      <Link to="/person/$subjectId" params={{ subjectId: subject.subjectId }}>
                        {listedName(subject)}
                      </Link>
                    ))}
                  {party !== null && textOf(party.name)}
                  {complaintId !== null && subject === null && say('complaint')}
                  {subject === null && party === null && complaintId === null && meetingId === null && (
                    <Link to="/kompetanse" search={{ del: 'brukere' }}>
                      {say('hearing')}
                    </Link>
                  )}
                  {meetingId !== null && (
                    <Link to="/moter/$meetingId" params={{ meetingId }}>
                      {say('meeting')}
                    </Link>
                  )}
                </Table.HeaderCell>
                {hasCases && (
                  <Table.Cell>
                    {caseId !== null && (
                      <Link to="/sak/$caseId" params={{ caseId }}>
                        {caseNumber ?? say('theCase')}
                      </Link>
                    )}
                  </Table.Cell>
                )}
                {hasDays && <Table.Cell className="to-right">{days}</Table.Cell>}
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </TableFrame>
    </div>
  );
}
