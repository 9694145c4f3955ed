import { Button } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { type Read, useReadPages } from '../../api/read.js';
import { shortDay } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { Empty } from '../../ui/empty.js';
import { useListedName } from '../../ui/listed-name.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { TableFrame } from '../../ui/table-frame.js';
import { Waiting } from '../../ui/waiting.js';

const useText = texts('crisis-plans', {
  nb: {
    title: 'Kriseplaner du har fått',
    lead: 'Her står de kriseplanene du kan lese i dag. Hver gang du åpner en, står det i innsynsloggen.',
    person: 'Person',
    version: 'Versjon',
    written: 'Skrevet',
    next: 'Neste gjennomgang',
    until: 'Du kan lese den til og med',
    none: 'Ingen kriseplaner ennå',
    noneWhy: 'Her kommer kriseplanene som personer lar deg lese, så lenge samtykket gjelder.',
    more: 'Vis flere',
  },
  nn: {
    title: 'Kriseplanar du har fått',
    lead: 'Her står dei kriseplanane du kan lese i dag. Kvar gong du opnar ein, står det i innsynsloggen.',
    person: 'Person',
    version: 'Versjon',
    written: 'Skriven',
    next: 'Neste gjennomgang',
    until: 'Du kan lese han til og med',
    none: 'Ingen kriseplanar enno',
    noneWhy: 'Her kjem kriseplanane som personar lèt deg lese, så lenge samtykket gjeld.',
    more: 'Vis fleire',
  },
});

const linesOf = ({ crisisPlans }: Read<'/v1/crisis-plans'>) => crisisPlans;

/** The crisis plans that were given to whoever looks (F20). */
export function CrisisPlansPage() {
  const say = useText();
  const name = useListedName();
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useReadPages(
    '/v1/crisis-plans',
    {},
  );
  const rows = (data?.pages ?? []).flatMap(linesOf);
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      {isPending && <Waiting />}
      {error !== null && <ProblemNotice error={error} retry={() => void refetch()} />}
      {!isPending && error === null && rows.length === 0 && (
        <Empty title={say('none')}>{say('noneWhy')}</Empty>
      )}
      {rows.length > 0 && (
        <TableFrame label={say('title')}>
          <table className="ds-table">
            <thead>
              <tr>
                {(['person', 'version', 'written', 'next', 'until'] as const).map((one) => (
                  <th key={one} scope="col">
                    {say(one)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ subject, version, writtenOn, nextReviewOn, until }, at) => (
                <tr key={subject.subjectId ?? at}>
                  <th scope="row">
                    {subject.subjectId === null ? (
                      name(subject)
                    ) : (
                      <Link to="/kriseplan/$subjectId" params={{ subjectId: subject.subjectId }}>
                        {name(subject)}
                      </Link>
                    )}
                  </th>
                  <td>{version}</td>
                  <td>{writtenOn !== null && shortDay(writtenOn)}</td>
                  <td>{nextReviewOn !== null && shortDay(nextReviewOn)}</td>
                  <td>{shortDay(until)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      {hasNextPage && (
        <Button variant="secondary" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say('more')}
        </Button>
      )}
    </>
  );
}
