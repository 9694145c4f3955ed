import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Read } from '../../api/read.js';
import { shortDay } from '../../dates/dates.js';
import { language } from '../../i18n/language.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { DueMark } from '../../ui/due-mark.js';
import { textOf } from '../../ui/opened.js';
import { columnMaker, type RegisterColumn } from '../../ui/register/columns.js';
import { DayCell, None } from '../../ui/register/day-cell.js';
import { usePersonCell } from '../../ui/register/person-cell.js';
import { useRuleName } from './deadline-filters.js';

export type Deadline = Read<'/v1/deadlines'>['deadlines'][number];

const useText = texts('deadline-columns', {
  nb: {
    person: 'Person',
    due: 'Frist',
    rule: 'Gjelder',
    how: 'Slik er fristen regnet ut',
    caseworker: 'Saksbehandler',
    number: 'Sak',
    basis: 'Hjemmel',
    set: 'Satt',
    why: 'Hvorfor satt',
    unit: 'enheten',
    assumed: 'fra en antatt dag',
    actBy: 'siste virkedag {{day}}',
    met: 'gjort {{day}}',
    expired: 'løp ut {{day}}',
    lifted: 'falt bort {{day}}',
    due_on: 'fristen var {{day}}',
  },
  nn: {
    person: 'Person',
    due: 'Frist',
    rule: 'Gjeld',
    how: 'Slik er fristen rekna ut',
    caseworker: 'Saksbehandlar',
    number: 'Sak',
    basis: 'Heimel',
    set: 'Sett',
    why: 'Kvifor sett',
    unit: 'eininga',
    assumed: 'frå ein dag som er rekna med',
    actBy: 'siste yrkedag {{day}}',
    met: 'gjort {{day}}',
    expired: 'gjekk ut {{day}}',
    lifted: 'fall bort {{day}}',
    due_on: 'fristen var {{day}}',
  },
});

/** What the board tells of a deadline; the last ones only when they are asked for. */
export function useDeadlineColumns(): readonly RegisterColumn<Deadline>[] {
  const say = useText();
  const label = useLabel();
  const nameOf = useRuleName();
  const person = usePersonCell();
  return useMemo(() => {
    const column = columnMaker<Deadline, Parameters<typeof say>[0]>(say);
    const became = ({ metOn, expiredOn, liftedOn }: Deadline) =>
      metOn !== null
        ? say('met', { day: shortDay(metOn) })
        : expiredOn !== null
          ? say('expired', { day: shortDay(expiredOn) })
          : liftedOn === null
            ? ''
            : say('lifted', { day: shortDay(liftedOn) });
    return [
      column('person', 10.5, ({ caseId, subject }) =>
        person({
          subject,
          link: (name) => (
            <Link to="/sak/$caseId" params={{ caseId }} data-row-link>
              {name}
            </Link>
          ),
        }),
      ),
      column('due', 11.6, (one) => {
        const { dueOn, actBy, standing } = one;
        if (standing === 'DUE' || standing === 'OVERDUE') {
          return (
            <>
              <DueMark dueOn={dueOn} />
              {actBy !== dueOn && (
                <span className="under-cell">{say('actBy', { day: shortDay(actBy) })}</span>
              )}
            </>
          );
        }
        return (
          <>
            {capital(label('deadlineStanding', standing))}
            <span className="under-cell">{became(one)}</span>
            <span className="under-cell">{say('due_on', { day: shortDay(dueOn) })}</span>
          </>
        );
      }),
      column('rule', 9.5, ({ rule, items, assumed }) => (
        <>
          {nameOf(rule)}
          {items.length > 0 && (
            <span className="under-cell">{items.map((item) => label('item', item)).join(', ')}</span>
          )}
          {assumed && <span className="under-cell">{say('assumed')}</span>}
        </>
      )),
      column('how', 19, ({ sentence }) => <span className="small">{sentence[language()]}</span>),
      column('caseworker', 8.5, ({ caseworker }) =>
        caseworker === null ? <span className="quiet">{say('unit')}</span> : textOf(caseworker.name),
      ),
      column('number', 6.7, ({ caseNumber }) => caseNumber ?? <None />),
      column('basis', 7, ({ legalBasis }) => legalBasis, true),
      column('set', 6, ({ setOn }) => <DayCell day={setOn} />, true),
      column('why', 12, ({ reasonCode }) => capital(label('deadlineReason', reasonCode)), true),
    ];
  }, [say, label, nameOf, person]);
}
