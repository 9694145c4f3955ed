import { viewOf } from '#projecting';
import { coordinationTasks } from '../coordination-tasks/projection.js';
import type { Parameters } from '../selection.js';
import { partyHasLeft } from './leavers.queries.js';

/** What a municipality's profile says of how long something may wait in somebody's coordination; null where it says nothing. */
export interface OwnTerms {
  readonly municipality: string;
  readonly handoverDays: number | null;
  readonly reviewMonths: number | null;
}

interface Profile {
  readonly municipality: string;
  readonly handoverDays?: number | undefined;
  readonly coordinationReviewMonths?: number | undefined;
}
/** The same out of a profile. */
export const termsOf = ({ municipality, handoverDays, coordinationReviewMonths }: Profile): OwnTerms => ({
  municipality,
  handoverDays: handoverDays ?? null,
  reviewMonths: coordinationReviewMonths ?? null,
});

/** The day of what is never due, which comes last. */
export const never = '9999-12-31';

/** Whether who is to write a handover of a row coordinates no more, or is gone: a leader writes it then. */
export const handsOverNoMore = (row: string, municipality: string, today: string) => `
  (${row}.handover_kind = 'HANDOVER_TO_WRITE' and (coalesce(${row}.handover_released <= ${today}::date, false)
    or ${partyHasLeft(municipality, `${row}.handover_party`, today)}))`;

/** Handovers that are not written, or not read: from the day on which somebody is appointed who takes over, who waits until that one leaves. */
export const handoversOn = (
  today: string,
  terms: readonly OwnTerms[],
  parameters: Parameters,
  only: string,
) => `
  select c.municipality, c.subject_id, c.handover_kind, c.handover_party, c.handover_unit,
    least(c.handover_since, ${today}::date) as since,
    coalesce(c.handover_since + own.days, date '${never}') as due, ${handsOverNoMore('c', 'c.municipality', today)} as is_left
  from ${viewOf(coordinationTasks)} c
  left join unnest(${parameters.of(terms.map(({ municipality }) => municipality))}::text[],
    ${parameters.of(terms.map(({ handoverDays }) => handoverDays))}::int[]) own (of, days) on own.of = c.municipality
  where c.municipality = tenant.of and c.handover_since is not null and c.handover_until > ${today}::date and ${only} offset 0`;

/** Whose plan or coordinator was asked about too long ago, or never. */
export const reviewsOn = (
  today: string,
  terms: readonly OwnTerms[],
  parameters: Parameters,
  only: string,
) => `
  select c.municipality, c.subject_id, c.since, c.report_units from unnest(${parameters.of(terms.map(({ municipality }) => municipality))}::text[],
    ${parameters.of(terms.map(({ reviewMonths }) => reviewMonths))}::int[]) own (of, months)
  cross join lateral (
    select c.municipality, c.subject_id, c.report_units, (c.review_from + make_interval(months => own.months))::date as since
    from ${viewOf(coordinationTasks)} c where c.municipality = own.of and c.review_from <= ${today}::date and ${only} offset 0) c
  where own.of = tenant.of and own.months is not null and c.since <= ${today}::date offset 0`;
