import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Read } from '../../api/read.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { textOf } from '../../ui/opened.js';
import { columnMaker, type RegisterColumn } from '../../ui/register/columns.js';
import { DayCell, None } from '../../ui/register/day-cell.js';
import { usePersonCell } from '../../ui/register/person-cell.js';

export type Case = Read<'/v1/cases'>['cases'][number];

const useText = texts('case-columns', {
  nb: {
    person: 'Person',
    number: 'Sak',
    status: 'Status',
    items: 'Gjelder',
    received: 'Mottatt',
    caseworker: 'Saksbehandler',
    due: 'Frist for kartlegging',
    overdue: 'over fristen',
    missing: 'Mangler',
    gaps: 'Savnes ved klage',
    more: 'og {{count}} til',
    opened: 'Åpnet',
    assignee: 'Kartlegger',
    mapped: 'Kartlagt',
    meets: '{{meeting}}',
    decided: 'Avgjort',
    outcomes: 'Svar',
    notified: 'Svar sendt',
    coordinator: '{{coordinator}}',
    closed: 'Avsluttet',
    standIn: 'vikar',
    nobody: 'ingen ennå',
  },
  nn: {
    person: 'Person',
    number: 'Sak',
    status: 'Status',
    items: 'Gjeld',
    received: 'Motteken',
    caseworker: 'Saksbehandlar',
    due: 'Frist for kartlegging',
    overdue: 'over fristen',
    missing: 'Manglar',
    gaps: 'Saknast ved klage',
    more: 'og {{count}} til',
    opened: 'Opna',
    assignee: 'Kartleggjar',
    mapped: 'Kartlagd',
    meets: '{{meeting}}',
    decided: 'Avgjord',
    outcomes: 'Svar',
    notified: 'Svar sendt',
    coordinator: '{{coordinator}}',
    closed: 'Avslutta',
    standIn: 'vikar',
    nobody: 'ingen enno',
  },
});

/** What an overview can tell of a case; the last ones only when they are asked for, and of what is missing what the list is narrowed by. */
export function useCaseColumns(isOfComplaints: boolean): readonly RegisterColumn<Case>[] {
  const say = useText();
  const label = useLabel();
  const opens = useHasRole('CASEWORKER', 'LEADER', 'COORDINATOR');
  const person = usePersonCell();
  return useMemo(() => {
    const column = columnMaker<Case, Parameters<typeof say>[0]>(say);
    const day = (id: Parameters<typeof say>[0], of: (one: Case) => string | null) =>
      column(id, 7, (one) => <DayCell day={of(one)} />, true);
    const words = (list: string, codes: readonly string[]) =>
      codes.map((code) => label(list, code)).join(', ');
    return [
      column('person', 12, ({ caseId, subject }) =>
        person({
          subject,
          link: (name) => (
            <Link {...placeOf(caseId, opens)} data-row-link>
              {name}
            </Link>
          ),
        }),
      ),
      column('number', 6.7, ({ caseNumber }) => caseNumber ?? <None />),
      column('status', 8.8, ({ status }) => capital(label('caseStatus', status))),
      column('items', 10.5, ({ items }) => (items.length === 0 ? <None /> : capital(words('item', items)))),
      column('received', 5.9, ({ receivedOn, openedOn }) => <DayCell day={receivedOn ?? openedOn} />),
      column(
        'due',
        6.6,
        ({ dueOn, overdue }) => (
          <>
            <DayCell day={dueOn} />
            {overdue && <span className="under-cell strong-cell">{say('overdue')}</span>}
          </>
        ),
        isOfComplaints,
      ),
      column('caseworker', 8.5, ({ caseworker, caseworkerStandsIn }) =>
        caseworker === null ? (
          <span className="quiet">{say('nobody')}</span>
        ) : (
          <>
            {textOf(caseworker.name)}
            {caseworkerStandsIn === true && <span className="under-cell">{say('standIn')}</span>}
          </>
        ),
      ),
      column(
        'missing',
        8,
        ({ openPoints: [point, ...more] }) =>
          point === undefined ? (
            <None />
          ) : (
            <>
              {capital(label('openPoint', point))}
              {more.length > 0 && <span className="under-cell">{say('more', { count: more.length })}</span>}
            </>
          ),
        isOfComplaints,
      ),
      column(
        'gaps',
        12,
        ({ lacking }) =>
          lacking.length === 0 ? (
            <None />
          ) : (
            lacking.map((gap) => (
              <span key={gap} className="line">
                {capital(label('gap', gap))}
              </span>
            ))
          ),
        !isOfComplaints,
      ),
      day('opened', ({ openedOn }) => openedOn),
      column('assignee', 11, ({ assignee }) => textOf(assignee?.name) || <None />, true),
      day('mapped', ({ mappedOn }) => mappedOn),
      day('meets', ({ meetsOn }) => meetsOn),
      day('decided', ({ decidedOn }) => decidedOn),
      column(
        'outcomes',
        13,
        ({ outcomes }) =>
          outcomes.length === 0 ? (
            <None />
          ) : (
            outcomes.map(({ item, outcome }) => (
              <span key={item} className="line">
                {label('item', item)}: {label('outcome', outcome)}
              </span>
            ))
          ),
        true,
      ),
      day('notified', ({ decisionNotifiedOn }) => decisionNotifiedOn),
      column('coordinator', 11, ({ coordinator }) => textOf(coordinator?.name) || <None />, true),
      column(
        'closed',
        9,
        ({ closedOn, closureReasonCode }) => (
          <>
            <DayCell day={closedOn} />
            {closureReasonCode !== null && (
              <span className="under-cell">{label('caseClosureReason', closureReasonCode)}</span>
            )}
          </>
        ),
        true,
      ),
    ];
  }, [say, person, label, opens, isOfComplaints]);
}

/** An auditor reads what happened to a case, not the case. */
const placeOf = (caseId: string, opens: boolean) =>
  opens
    ? ({ to: '/sak/$caseId', params: { caseId } } as const)
    : ({ to: '/historikk/$what/$id', params: { what: 'sak', id: caseId } } as const);
