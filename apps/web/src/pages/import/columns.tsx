import { Details, Table } from '@digdir/designsystemet-react';
import { useRead } from '../../api/read.js';
import { texts } from '../../i18n/texts.js';
import { TableFrame } from '../../ui/table-frame.js';

const useText = texts('import-columns', {
  nb: { title: 'Hva som kan stå i kolonnene', heading: 'Overskrift', takes: 'Innhold' },
  nn: { title: 'Kva som kan stå i kolonnane', heading: 'Overskrift', takes: 'Innhald' },
});

/** The columns of the template, and what each takes. */
export function Columns() {
  const say = useText();
  const { data } = useRead('/v1/import-template', {}, { every: 3_600_000 });
  if (data === undefined) return null;
  return (
    <Details>
      <Details.Summary>{say('title')}</Details.Summary>
      <Details.Content>
        <TableFrame label={say('title')}>
          <Table>
            <Table.Head>
              <Table.Row>
                <Table.HeaderCell>{say('heading')}</Table.HeaderCell>
                <Table.HeaderCell>{say('takes')}</Table.HeaderCell>
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {data.columns.map(({ heading, takes }) => (
                <Table.Row key={heading}>
                  <Table.Cell>{heading}</Table.Cell>
                  <Table.Cell>{takes}</Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </TableFrame>
      </Details.Content>
    </Details>
  );
}
