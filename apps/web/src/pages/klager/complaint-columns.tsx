import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Read } from '../../api/read.js';
import { shortDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { DueMark } from '../../ui/due-mark.js';
import { columnMaker, type RegisterColumn } from '../../ui/register/columns.js';
import { DayCell, None } from '../../ui/register/day-cell.js';
import { usePersonCell } from '../../ui/register/person-cell.js';

export type Complaint = Read<'/v1/complaints'>['complaints'][number];

const useText = texts('complaint-columns', {
  nb: {
    person: 'Person',
    begun: 'Kom',
    status: 'Status',
    matters: 'Gjelder',
    next: 'Neste',
    since: 'siden {{day}}',
    timeliness: 'Klagefrist',
    who: 'Hvem klager',
    forwarded: 'Sendt statsforvalteren',
    outcome: 'Utfall',
    items: 'Punkter',
    complied: 'Fulgt opp',
  },
  nn: {
    person: 'Person',
    begun: 'Kom',
    status: 'Status',
    matters: 'Gjeld',
    next: 'Neste',
    since: 'sidan {{day}}',
    timeliness: 'Klagefrist',
    who: 'Kven klagar',
    forwarded: 'Send statsforvaltaren',
    outcome: 'Utfall',
    items: 'Punkt',
    complied: 'Følgd opp',
  },
});

/** What a list can tell of a complaint; the last ones only when they are asked for. */
export function useComplaintColumns(): readonly RegisterColumn<Complaint>[] {
  const say = useText();
  const label = useLabel();
  const person = usePersonCell();
  return useMemo(() => {
    const column = columnMaker<Complaint, Parameters<typeof say>[0]>(say);
    const words = (list: string, codes: readonly string[]) =>
      codes.length === 0 ? <None /> : capital(codes.map((code) => label(list, code)).join(', '));
    return [
      column('person', 11, ({ complaintId, subject }) =>
        person({
          subject,
          link: (name) => (
            <Link to="/klage/$complaintId" params={{ complaintId }} data-row-link>
              {name}
            </Link>
          ),
        }),
      ),
      column('begun', 5.5, ({ begunOn }) => <DayCell day={begunOn} />),
      column('status', 10, ({ status }) => capital(label('complaintStatus', status))),
      column('matters', 9.5, ({ matters }) => words('complaintMatter', matters)),
      column('next', 12, ({ waitsFor, waitsSince, waitsUntil }) =>
        waitsFor === null ? (
          <None />
        ) : (
          <>
            {waitsUntil !== null && <DueMark dueOn={waitsUntil} />} {capital(label('taskKind', waitsFor))}
            {waitsSince !== null && (
              <span className="under-cell">{say('since', { day: shortDay(waitsSince) })}</span>
            )}
          </>
        ),
      ),
      column('timeliness', 7, ({ timeliness }) =>
        timeliness === null ? <None /> : capital(label('complaintTimeliness', timeliness)),
      ),
      column('outcome', 8.5, ({ outcome, decidedOn }) =>
        outcome === null ? (
          <None />
        ) : (
          <>
            {capital(label('complaintOutcome', outcome))}
            <span className="under-cell">{decidedOn !== null && shortDay(decidedOn)}</span>
          </>
        ),
      ),
      column(
        'who',
        9,
        ({ complainant }) => (complainant === null ? <None /> : capital(label('complainant', complainant))),
        true,
      ),
      column('items', 11, ({ items }) => words('item', items), true),
      column('forwarded', 7, ({ forwardedOn }) => <DayCell day={forwardedOn} />, true),
      column('complied', 7, ({ compliedOn }) => <DayCell day={compliedOn} />, true),
    ];
  }, [say, label, person]);
}
