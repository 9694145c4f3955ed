import type { Projection } from '#event-sourcing/projection';
import type { ReadModels } from '#projecting';
import { createTable, finishTable, pointView } from '../libs/projecting/src/tables.js';
import {
  appointments,
  auditTrail,
  caseOverview,
  controlledDocuments,
  documents,
  cooperation,
  reportMatters,
  coordinationRegister,
  coordinationTasks,
  deadlines,
  agendaItems,
  imports,
  meetings,
  enquiries,
  complaints,
  followUp,
  promises,
  enquiryCases,
  people,
  planAccesses,
  crisisPlans,
  crisisPlanRecipients,
  planContent,
  receivers,
  registeredBy,
  relations,
  staff,
  staffCompetence,
  tasks,
  trainings,
  unitReports,
  units,
} from './index.js';

/** A municipality of 200,000 cases over sixteen years, beside a smaller one. */
export const large = '1576';
export const small = '3436';
export const cases = 200_000;
const persons = 120_000;
/** Coordinates a fifth of all persons, some nine hundred, and two dozen. */
export const coordinators = { ofMany: 'party-many', ofSome: 'party-some', ofFew: 'party-few' };

/**
 * Rows straight into the tables: played as events they would take minutes. Tables, indexes and policies are those that the engine makes.
 * What is rare (a status, an item, somebody without a coordinator) is rare, and what is open is new.
 */
export async function fillReadModels({ owner }: Pick<ReadModels, 'owner'>): Promise<void> {
  for (const [projection, rows] of contents) {
    const build = { name: projection.name, version: projection.version, build: 1 };
    await createTable(owner, projection, build);
    await owner.query(`insert into ${table(projection)} ${rows}`);
    await finishTable(owner, projection, build);
    await pointView(owner, projection, build);
  }
  await owner.query('vacuum analyze');
}

const table = ({ name, version }: Projection) => `samspor.${name}_v${version}_b1`;
/** A number of a person that looks drawn by lot, another one for each `kind`, from 0 to `below` - 1. */
const lot = (kind: number, below: number) => `abs(hashint4(p * 16 + ${kind}) % ${below})`;

const tenant = `case when ${lot(1, 20)} = 0 then '${small}' else '${large}' end`;
const personId = `'person-' || lpad(p::text, 6, '0')`;
const isCoordinated = `${lot(2, 5)} = 0`;
const hasPlan = `(${isCoordinated} and ${lot(7, 2)} = 0)`;
/** The coordinator has left, and nobody has followed. */
const isLeft = `${lot(3, 4_000)} = 0`;
/** Not in the register. */
const isUnknown = `${lot(4, 4_000)} = 0`;
const coordinatorId = `case when ${lot(5, 30)} = 0 then '${coordinators.ofSome}'
  when ${lot(5, 30)} = 1 and ${lot(6, 40)} = 0 then '${coordinators.ofFew}' else '${coordinators.ofMany}' end`;
/** A third of all have a coordinator of one unit, a few of another. */
const unit = `case when ${lot(8, 3)} = 0 then 'HOME_CARE' when ${lot(8, 300)} = 1 then 'SCHOOL' end`;
const releasedOn = `case when ${isLeft} or not ${isCoordinated} then date '2026-04-01' end`;
const everyPerson = `from generate_series(0, ${persons - 1}) p`;
/** Case `n` is of person `p`; it is old enough to be decided, or open. */
const everyCase = `
  from generate_series(0, ${cases - 1}) n, lateral (select n * 7919 % ${persons} as p, n < ${cases - 6_000} as is_old) of_person,
    lateral (select is_old and n % 10 = 9 as is_withdrawn, is_old and n % 10 <> 9 as is_decided, is_old and n % 40 = 8 as is_closed,
      is_old and n % 80 = 8 as is_used_up, date '2010-01-01' + n * 16 / 538 as day) of_case`;
/** One case in a hundred lacks something, and as many may. */
const hasGap = `(is_decided and n % 100 = 11)`;
const mayHaveGap = `(is_decided and n % 100 in (11, 12))`;
const gapsOfCase = `case when ${hasGap} or ${mayHaveGap} then jsonb_build_array(
    jsonb_build_object('code', 'MAPPING_MISSING', 'from', day + 60, 'where', 'MAPPING_WANTED'),
    jsonb_build_object('code', 'CHILD_NOT_HEARD', 'from', day + 60, 'where', 'CHILD')) else '[]' end`;
const caseId = `'case-' || lpad(n::text, 6, '0')`;

/** Meeting `m` of a tenant, every third of the board, takes up two cases. */
const everyMeeting = `from generate_series(0, 19999) m, lateral (select date '2010-01-01' + m * 30 / 101 as day) of_meeting`;

const contents: readonly (readonly [Projection, rows: string])[] = [
  [
    caseOverview,
    `(municipality, case_id, case_number, outside_references, subject_id, stream, revision, position, status, opening, opened_on, received_on, channel, items,
       assignment_id, assignee_id, caseworker_id, due_on, decided_on, withdrawn_on,
       closed_on, closure_reason_code, granted_on, grant_used_up_on, meetings, criteria, outcomes, amendments, dispatches, gaps, gap_codes, lacks_from, may_lack_from,
       counted_unit)
     select ${tenant}, ${caseId}, extract(year from day) || '/' || n + 1, '[]', ${personId}, 'case-' || n, 0, n,
       case when is_closed then 'CLOSED' when is_withdrawn then 'WITHDRAWN' when is_decided and n % 2000 = 1 then 'DECIDED_NOT_NOTIFIED' when is_decided then 'NOTIFIED'
         when n % 3 = 0 then 'APPLICATION_RECEIVED' else 'MAPPING_ASSIGNED' end,
       case when n % 5 = 1 then 'NEED' else 'APPLICATION' end, day, case when n % 5 = 1 then day + n % 60 else day end, 'FORM',
       case when n % 2000 = 3 then '{GROUP}'::text[] when n % 50 = 7 then '{CHILD_COORDINATOR}' else '{INDIVIDUAL_PLAN,COORDINATOR}' end,
       'assignment-' || n, 'party-' || n % 100, 'party-' || n % 90, day + 90, case when is_decided then day + 60 end, case when is_withdrawn then day + 20 end,
       case when is_closed then day + 70 end, case when is_used_up then 'DECLINED' when is_closed then 'COMPLETED' end,
       case when is_decided then day + 60 end, case when is_used_up then day + 70 end,
       '[]', '[]', case when is_decided then '[{"outcome": "GRANTED"}]'::jsonb else '[]' end, '[]', '[]',
       ${gapsOfCase}, case when ${hasGap} or ${mayHaveGap} then '{MAPPING_MISSING,CHILD_NOT_HEARD}'::text[] else '{}' end,
       case when ${hasGap} then day + 60 end, case when ${mayHaveGap} then day + 60 end,
       case when n % 400 = 11 then 'SCHOOL' when n % 3 = 0 then 'HOME_CARE' else 'KE' end
     ${everyCase}`,
  ],
  [
    coordinationRegister,
    `(municipality, subject_id, stream, revision, position, consents, active_plan_id, plan_since, plans, appointments, covered_from, left_on,
       need_ended_on, gaps, lost_bases, members)
     select ${tenant}, ${personId}, 'coordination-' || p, 0, p,
       '[{"consentId": "c", "scopes": ["PLAN", "COORDINATOR"], "givenOn": "2010-01-01", "validUntil": null, "withdrawnOn": null}]',
       case when ${hasPlan} then 'plan-' || p end, case when ${hasPlan} then date '2020-01-01' + p % 1000 end, '[]',
       jsonb_build_array(jsonb_build_object('appointmentId', 'appointment-' || p, 'coordinatorId', ${coordinatorId}, 'kind', 'ORDINARY',
         'temporary', false, 'validFrom', '2012-01-01', 'releasedOn', ${releasedOn},
         'releaseReasonCode', case when ${isLeft} then 'LEFT_POSITION' when not ${isCoordinated} then 'NEED_CEASED' end)),
       case when ${isCoordinated} and not ${isLeft} then date '2012-01-01' end, case when ${isLeft} then date '2026-04-01' end,
       case when not ${isLeft} and not ${isCoordinated} then date '2026-04-01' end, '[]', '[]', '[]'
     ${everyPerson} where not ${isUnknown}`,
  ],
  [
    appointments,
    `(municipality, appointment_id, subject_id, coordinator_id, unit, valid_from, released_on, stream, revision, position)
     select ${tenant}, 'appointment-' || p, ${personId}, ${coordinatorId}, ${unit}, date '2012-01-01', ${releasedOn}, 'coordination-' || p, 0, p
     ${everyPerson} where not ${isUnknown}`,
  ],
  [
    unitReports,
    `(municipality, report_id, subject_id, unit, reported_on, state, stream, revision, position)
     select ${tenant}, 'report-' || p, ${personId}, coalesce(${unit}, 'NAV'), date '2012-01-01' + p % 5000,
       case when ${lot(9, 400)} = 0 then 'REPORTED' else 'CONFIRMED' end, 'coordination-' || p, 0, p
     ${everyPerson} where not ${isUnknown}`,
  ],
  [
    people,
    `(municipality, person_id, kind, disposed, disposed_classes, stream, revision, position)
     select ${tenant}, ${personId}, 'SUBJECT', false, '{}', 'subject-' || p, 0, p ${everyPerson}`,
  ],
  [
    trainings,
    `(municipality, training_id, form, planned_on, held_on, day, waits_since, stream, revision, position)
     select '${large}', 'training-' || t, 'COURSE', day, case when t < 1950 then day end, day, case when t >= 1950 then day end, 'training-' || t, 0, t
     from generate_series(0, 1999) t, lateral (select date '2010-01-01' + t * 3 as day) of_training`,
  ],
  [
    staffCompetence,
    `(municipality, party_id, completed, guidance, stream, revision, position)
     select '${large}', 'party-' || s, '[]', '[]', 'staffCompetence-' || s, 0, s from generate_series(0, 4999) s`,
  ],
  [
    controlledDocuments,
    `(municipality, document_id, kind, audiences, maintainer_id, for_cases, revisions, approval_since, review_since, review_due, stream, revision, position)
     select case when d < 400 then '${large}' else (5000 + d / 400)::text end, 'document-' || d, 'ROUTINE', '{INTERNAL}'::text[], 'party-' || d % 20, d % 5 = 0, '[]', case when d % 40 = 0 then date '2026-01-01' end,
       case when d % 40 <> 0 then date '2025-12-01' + d % 400 end, case when d % 40 <> 0 then date '2026-01-01' + d % 400 end, 'controlledDocument-' || d, 0, d
     from generate_series(0, 19999) d`,
  ],
  [
    documents,
    `(municipality, document_id, owner_id, record_kind, record_id, case_id, subject_id, filed_on, direction, kind, document_date, restriction,
       format, size, scan, ciphertext_digest, filed_by, event_id, stream, revision, position)
     select ${tenant}, 'document-' || n || '.' || paper, ${personId}, 'CASE', ${caseId}, ${caseId}, ${personId}, day + paper, 'IN', 'LETTER', day + paper,
       'OFFL_13', 'PDF', 1000, 'NOT_SCANNED', 'digest', 'party-' || n % 90, 'event', 'document-' || n || '.' || paper, 0, n
     ${everyCase}, generate_series(0, 1) paper where n % 10 = 7`,
  ],
  [
    cooperation,
    `(municipality, matter_id, kind, owner_id, begun_on, due_on, ended_on, waits_until, with_units, follow_ups, stream, revision, position)
     select '${large}', 'matter-' || m, case when m % 2 = 0 then 'TASK' else 'HEARING' end, 'party-' || m % 20, day, day + 60, case when m < 1900 then day + 60 end,
       case when m >= 1900 then day + 60 end, '{}'::text[], '[]', 'cooperation-' || m, 0, m
     from generate_series(0, 1999) m, lateral (select date '2010-01-01' + m * 3 as day) of_matter`,
  ],
  [
    reportMatters,
    `(municipality, matter_id, kind, report_id, owner_id, waits_from, due_on, is_begun, event_id, stream, revision, position)
     select '${large}', 'matter-' || m, case when m = 0 then 'REPORT' else 'ACTION' end, 'report-' || m / 10, 'party-' || m % 20,
       case when m % 10 = 0 then day end, day + 60, m = 0, 'event', 'report-' || m, 0, m
     from generate_series(0, 1999) m, lateral (select date '2010-01-01' + m * 3 as day) of_matter`,
  ],
  [
    receivers,
    `(municipality, subscriptions_of, subscriptions, stream, revision, position)
     select case when m = 0 then '${large}' else (5000 + m)::text end, 'municipality-' || m,
       (select jsonb_agg(jsonb_build_object('subscriptionId', 'subscription-' || s, 'validUntil', null, 'receivers', jsonb_build_array(
          jsonb_build_object('endpointId', 'receiver-' || s, 'failed', case when s % 10 = 0 then
            jsonb_build_object('cause', 'FAILING', 'since', '2026-03-01', 'eventId', 'event') end)))) from generate_series(0, 29) s),
       'subscription-' || m, 0, m
     from generate_series(0, 999) m`,
  ],
  [
    meetings,
    `(municipality, meeting_id, kind, status, meets_on, held_on, agenda_fixed_on, cases, attendance, invited_units, stream, revision, position)
     select '${large}', 'meeting-' || m, case when m % 3 = 0 then 'BOARD' else 'UNIT' end, case when day > date '2026-04-01' then 'PLANNED'
         when m % 2000 = 1 then 'HELD' else 'PROTOCOL_APPROVED' end, day, case when day <= date '2026-04-01' then day end,
       day - 5, '[]', '[]', '{}'::text[], 'meeting-' || m, 0, m ${everyMeeting}`,
  ],
  [
    imports,
    `(municipality, import_id, status, row_count, begun_on, rows_taken, stream, revision, position)
     select '${large}', 'import-' || m, 'COMPLETED', 1000, day, 1000, 'import-' || m, 0, m ${everyMeeting}`,
  ],
  [
    agendaItems,
    `(municipality, agenda_item, meeting_id, case_id, subject_id, put_on, treatment, stream, revision, position)
     select '${large}', 'meeting-' || m || '.' || c, 'meeting-' || m, 'case-' || lpad((m * 10 + c)::text, 6, '0'), 'person-' || c, day - 10,
       case when day <= date '2026-04-01' then 'TREATED' end, 'meeting-' || m, 0, m ${everyMeeting}, generate_series(0, 1) c`,
  ],
  [
    relations,
    `(municipality, relation_id, subject_id, party_id, valid_from, stream, revision, position)
     select ${tenant}, 'relation-' || p, ${personId}, 'party-' || p % 20000, date '2010-01-01', 'subject-' || p, 0, p ${everyPerson}`,
  ],
  [
    registeredBy,
    `(municipality, of, subject_id, case_id, opening, items, registered_by, registered_on, stream, revision, position)
     select ${tenant}, ${caseId}, ${personId}, ${caseId}, 'APPLICATION', '{COORDINATOR}'::text[], 'party-' || n % 90, day, 'case-' || n, 0, n ${everyCase}
     where n % 9 = 7
     union all select ${tenant}, ${personId}, ${personId}, null, null, '{}'::text[], 'party-' || p % 90, date '2010-01-01' + p / 30, 'subject-' || p, 0, p
     ${everyPerson} where p % 9 = 7`,
  ],
  [
    tasks,
    `(municipality, case_id, subject_id, caseworker_id, worked_by, stream, revision, position, received_on, signed, needed_scopes, assignee_id, assignee_unit, due_on,
       meetings, grants, dispatches, deadlines, deadline_due, deadline_since, deadline_rule, kind, since, mapping_since, mapping_due, completing_since, granted_on, plan_granted_on)
     select ${tenant}, ${caseId}, ${personId}, 'party-' || n % 90, case when not is_withdrawn and not is_closed then 'party-' || n % 90 end,
       'case-' || n, 0, n, day, n % 7 <> 0, '{PLAN,COORDINATOR}', 'party-' || n % 100,
       case when n % 3 = 1 then 'HOME_CARE' when n % 300 = 2 then 'SCHOOL' end, day + 90, '[]', '[]', '[]', '[]',
       case when not is_old then date '2026-03-20' + n % 60 end, case when not is_old then day end, case when not is_old then 'PRELIM_REPLY' end,
       case when is_withdrawn then null when is_decided and n % 2000 = 1 then 'DECISION_TO_NOTIFY' when is_decided then null
         when n % 3 = 0 then case when n % 2 = 0 then 'MAPPING_TO_ASSIGN' else 'CASE_TO_CONSIDER' end
         when n % 5 = 1 then 'DECISION_TO_MAKE' when n % 50 = 7 then 'NEED_TO_ASK' when n % 50 = 8 then 'APPLICATION_TO_RECEIVE' end,
       day + 10, case when not is_old and n % 3 > 0 then day + 20 end, case when not is_old and n % 3 > 0 then day + 90 end,
       case when not is_old then day end, case when is_decided then day + 60 end, case when is_decided then day + 60 end
     ${everyCase}`,
  ],
  [
    deadlines,
    `(municipality, deadline, case_id, subject_id, stream, revision, position, rule, rule_version, owed, items, inputs, reason_code, set_on,
       due_on, act_by, assumed, met_on, late, missed_on, expired_on, state, runs)
     select ${tenant}, ${caseId} || '.' || rule, ${caseId}, ${personId}, 'case-' || n, 0, n, rule, '1', rule <> 'COMPLAINT_PBRL', '{}', '[]', 'FIRST', day,
       due, due, false, case when is_met then due end, is_met and n % 30 = 0, case when rule <> 'COMPLAINT_PBRL' and (n % 30 = 0 or not is_met and due < '2026-04-15') then due + 1 end,
       case when is_expired then due + 1 end,
       case when is_expired then 'EXPIRED' when is_met and n % 30 = 0 then 'MISSED' when is_met then 'MET' else 'OPEN' end,
       not is_expired and not is_met and due >= '2026-04-15'
     ${everyCase}, unnest(array['PRELIM_REPLY', 'DECISION_TIME', 'COMPLAINT_PBRL']) rule,
       lateral (select case when is_old then day + 80 else date '2026-03-20' + n % 60 end as due,
         is_old and rule = 'COMPLAINT_PBRL' as is_expired, is_old and rule <> 'COMPLAINT_PBRL' as is_met) of_deadline
     where is_old or rule <> 'COMPLAINT_PBRL'`,
  ],
  [
    coordinationTasks,
    `(municipality, subject_id, stream, revision, position, consents, withdrawals, taken, appointments, plans, bases, unconsented_from,
       coordinated_to, lost_since, tell_since, tell_appointment, plan_known_until, review_from)
     select ${tenant}, ${personId}, 'coordination-' || p, 0, p, '[]', '[]', '[]',
       jsonb_build_array(jsonb_build_object('appointmentId', 'appointment-' || p, 'coordinatorId', ${coordinatorId}, 'temporary', false,
         'caseId', 'case-000007', 'validFrom', '2012-01-01', 'releasedOn', ${releasedOn}, 'eventId', 'event-' || p)),
       '[]', '[]', case when ${isCoordinated} and ${lot(9, 300)} = 0 then date '2026-01-01' end,
       coalesce(${releasedOn}, date '9999-12-31'), case when ${isCoordinated} and ${lot(10, 300)} = 0 then date '2026-02-01' end,
       case when ${isCoordinated} and ${lot(15, 300)} = 0 then date '2026-02-15' end, 'appointment-' || p,
       case when ${lot(11, 4_000)} > 0 then date '9999-12-31' end, case when ${isCoordinated} then date '2020-01-01' + p % 1500 end
     ${everyPerson} where not ${isUnknown}`,
  ],
  [
    units,
    `(municipality, unit, names, leaders, parents, established_on, stream, revision, position)
     select case when n <= 60 then '${large}' else (5000 + n % 400)::text end, 'UNIT_' || n, '[]', '[]', '[]',
       date '2010-01-01', 'unit-' || n, 0, n from generate_series(1, 20000) n`,
  ],
  [
    staff,
    `(municipality, party_id, kind, unit, engagements, substitutions, last_day, merged_into, stream, revision, position)
     select case when n % 10 = 0 then '${large}' else (5000 + n % 400)::text end, 'party-' || n, 'STAFF', 'SCHOOL', '[]', '[]',
       case when n % 20 = 0 and n > 1000 then date '2012-01-01' + n / 20 end, case when n % 500 = 0 then 'party-990' end, 'party-' || n, 0, n
     from generate_series(1, 20000) n`,
  ],
  [
    enquiries,
    `(municipality, enquiry_id, status, received_on, channel, source_type, subject_id, unit, case_ids, waits_since, registered_by, event_id,
       stream, revision, position)
     select ${tenant}, 'enquiry-' || lpad(p::text, 6, '0'), case when ${lot(12, 200)} = 0 then 'WAITING' else 'ANSWERED' end,
       date '2010-01-01' + p / 20, 'PHONE', 'USER', case when ${lot(13, 3)} = 0 then ${personId} end,
       case when ${lot(14, 10)} = 0 then 'SCHOOL' end, '{}', case when ${lot(12, 200)} = 0 then date '2010-01-01' + p / 20 end,
       'party-' || p % 90, 'event-' || p, 'enquiry-' || p, 0, p
     ${everyPerson}`,
  ],
  [
    complaints,
    `(municipality, complaint_id, subject_id, case_id, status, begun_on, received_on, matters, items, documents_shown, grounds_requests,
       further_requests, deliveries, grounds_known, deadlines, waits_for, waits_since, waits_until, event_id, stream, revision, position)
     select ${tenant}, 'complaint-' || lpad(p::text, 6, '0'), ${personId}, 'case-' || lpad(p::text, 6, '0'),
       case when ${lot(14, 40)} = 0 then 'RECEIVED' else 'DECIDED' end, date '2010-01-01' + p / 20, date '2010-01-01' + p / 20, '{DECISION}', '{}',
       '[]', '[]', '[]', '[]', '[]', '[]', case when ${lot(14, 40)} = 0 then 'COMPLAINT_TO_ASSESS' end,
       case when ${lot(14, 40)} = 0 then date '2010-01-01' + p / 20 end, case when ${lot(14, 40)} = 0 then date '9999-12-31' end,
       'event-' || p, 'complaint-' || p, 0, p
     ${everyPerson} where p % 3 = 0`,
  ],
  [
    followUp,
    `(municipality, subject_id, meetings, invitations, promises, notes, promise_id, promise_due, promise_event, meeting_id, meeting_on, met_on,
       noted_on, stream, revision, position)
     select ${tenant}, ${personId}, '[]', '[]', '[]', '[]', 'promise-' || lpad(p::text, 6, '0'),
       case when ${lot(14, 4)} = 0 then date '2026-01-01' + p % 900 end, 'event-' || p, 'around-' || p,
       case when ${lot(13, 4)} = 0 then date '2026-01-01' + p % 900 end, date '2025-01-01' + p % 300, date '2025-02-01' + p % 300,
       'followUp-' || p, 0, p
     ${everyPerson} where p % 3 = 0`,
  ],
  [
    promises,
    `(municipality, promise_id, subject_id, what, by, party_id, unit, made_on, due_on, times_moved, state, stream, revision, position)
     select ${tenant}, 'promise-' || lpad(p::text, 6, '0'), ${personId}, '{}', 'PARTY', 'party-' || p % 90,
       case when ${lot(14, 10)} = 0 then 'SCHOOL' end, date '2010-01-01' + p / 20, date '2010-02-01' + p / 20, 0,
       case when ${lot(13, 4)} = 0 then 'OPEN' else 'KEPT' end, 'followUp-' || p, 0, p
     ${everyPerson} where p % 3 = 0`,
  ],
  [
    planAccesses,
    `(municipality, access_id, plan_id, party_id, stream, revision, position)
     select ${tenant}, 'access-' || p, ${personId} || '.1', 'party-' || p % 900, 'plan-' || p, 0, p ${everyPerson} where ${hasPlan}`,
  ],
  [
    planContent,
    `(municipality, plan_id, subject_id, entries, goals, milestones, measures, moves, participants, sub_plans, reviews, versions, accesses,
       clearing_units, clearing_since, review_due, event_id, stream, revision, position)
     select ${tenant}, ${personId} || '.1', ${personId}, '[]', '[]', '[]', '[]', '{}', '[]', '[]', '[]', '[]',
       jsonb_build_array(jsonb_build_object('partyId', 'party-' || p % 900, 'sections', '["GOALS"]'::jsonb, 'grantedOn', '2020-01-01',
         'until', '2099-01-01', 'consentId', 'consent-' || p)),
       case when p % 100 = 0 then '{SCHOOL}'::text[] else '{}' end, case when p % 100 = 0 then date '2020-01-01' + p / 20 end,
       case when p % 100 = 0 then date '2020-01-01' + p / 20 else date '2027-01-01' + p % 300 end, 'event-' || p, 'plan-' || p, 0, p
     ${everyPerson} where ${hasPlan}`,
  ],
  [
    crisisPlanRecipients,
    `(municipality, recipient_id, subject_id, party_id, stream, revision, position)
     select ${tenant}, 'recipient-' || p, ${personId}, 'party-' || p % 900, 'crisisPlan-' || p, 0, p ${everyPerson} where ${hasPlan}`,
  ],
  [
    crisisPlans,
    `(municipality, subject_id, drawn_up_on, version, written_on, with_subject, warning_signs, what_helps, what_to_do, whom_to_call,
       next_review_on, versions, recipients, copies, readings, review_due, tell_due, tell_since, tell_reading, judge_since, judge_reading, event_id, stream, revision, position)
     select ${tenant}, ${personId}, date '2020-01-01' + p % 1000, 1, date '2020-01-01' + p % 1000, true, '{}', '{}', '{}', '{}',
       date '2026-01-01' + p % 900, '[]',
       jsonb_build_array(jsonb_build_object('partyId', 'party-' || p % 900, 'givenOn', '2020-01-01', 'until', '2099-01-01', 'consentId', 'consent-' || p)),
       '[]', '[]', case when p % 100 = 0 then date '2020-01-01' + p / 20 else date '2027-01-01' + p % 300 end,
       case when ${lot(14, 40)} = 0 then date '2026-01-01' + p % 900 end, case when ${lot(14, 40)} = 0 then date '2025-12-31' + p % 900 end, 'reading-' || p,
       case when ${lot(13, 40)} = 0 then date '2026-01-01' + p % 900 end, 'reading-' || p, 'event-' || p, 'crisisPlan-' || p, 0, p
     ${everyPerson} where ${hasPlan}`,
  ],
  [
    enquiryCases,
    `(municipality, enquiry_case, enquiry_id, case_id, became_on, stream, revision, position)
     select ${tenant}, 'enquiry-' || lpad(p::text, 6, '0') || '.' || n, 'enquiry-' || lpad(p::text, 6, '0'), ${caseId}, day, 'enquiry-' || p, 0, n
     ${everyCase} where n % 8 = 7`,
  ],
  [
    auditTrail,
    `(municipality, history, case_id, subject_id, stream, revision, position)
     select ${tenant}, 'case-' || n, ${caseId}, ${personId}, 'case-' || n, 0, n ${everyCase}
     union all select ${tenant}, of || p, null, ${personId}, of || p, 0, p
     ${everyPerson}, unnest('{subject-,coordination-}'::text[]) of`,
  ],
];
