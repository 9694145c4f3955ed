import { declared } from '#apps/codec';
import { notNeeded, packageGaps } from '#case-package';
import { decisionWarnings, gapCodes, menders } from '#casework';
import { elements } from '#correspondence';
import { discrepancyEnds, discrepancyOwners, reportedEnds, reportStates } from '#coordination';
import type { CodeList, Field, Fields } from '#event-sourcing';
import { accessOutcomes, accessPurposes, actorRoles } from '#personal-data';
import { senses } from '../as-of/known.js';
import { openings, openPoints, statuses } from '#projections/case-overview/labels';
import { aroundMeetingKinds, childAges, promiseStates } from '#follow-up';
import { planChanges, planContents, planLacks } from '#plan';
import { complaintDeadlines, complaintStatuses } from '#projections/complaints/labels';
import { documentStatuses } from '#projections/controlled-documents/labels';
import { matterKinds } from '#projections/cooperation/labels';
import { meetingStatuses } from '#projections/meetings/labels';
import { deadlineStandings } from '#projections/deadlines/labels';
import { enquiryStatuses } from '#projections/enquiries/labels';
import { importStatuses } from '#projections/imports/labels';
import { openedRecords } from '../access-log/opened.js';
import { archiveStandings } from '#documents';
import { taskKinds } from '#projections/tasks/kinds';
import { deadlineVerdicts } from '../cases/deadlines-of-case.js';
import { loadsBy, registerOrders } from '../coordination/labels.js';
import { earlierFacts, rowVerdicts } from '../imports/labels.js';
import { spans } from '../meetings/labels.js';
import { warnings } from '../subjects/warnings.js';

/** The list of every code that an event holds, by `Event.field`: `PlanClosed.reasonCode`, `DecisionMade.items.outcome`. */
export const listsByField: ReadonlyMap<string, CodeList> = new Map(
  declared.flatMap(({ all }) =>
    Object.entries(all)
      .filter(([type]) => !type.endsWith('Corrected'))
      .flatMap(([type, { fields }]) => [...listsIn(fields, type)]),
  ),
);

/** Every list of codes, those of what no event holds too. */
export const codeLists: readonly CodeList[] = [
  ...new Set([
    ...listsByField.values(),
    statuses,
    senses,
    enquiryStatuses,
    aroundMeetingKinds,
    childAges,
    promiseStates,
    complaintDeadlines,
    planChanges,
    planContents,
    planLacks,
    complaintStatuses,
    openings,
    openPoints,
    taskKinds,
    archiveStandings,
    actorRoles,
    accessOutcomes,
    accessPurposes,
    openedRecords,
    warnings,
    decisionWarnings,
    gapCodes,
    menders,
    elements,
    packageGaps,
    notNeeded,
    meetingStatuses,
    documentStatuses,
    matterKinds,
    deadlineVerdicts,
    deadlineStandings,
    importStatuses,
    rowVerdicts,
    earlierFacts,
    loadsBy,
    discrepancyOwners,
    discrepancyEnds,
    reportStates,
    reportedEnds,
    registerOrders,
    spans,
  ]),
].toSorted((a, b) => (a.name < b.name ? -1 : 1));

const twice = codeLists.find(({ name }, index) => codeLists[index + 1]?.name === name);
if (twice) throw new Error(`Two lists of codes are called ${twice.name}`);

function* listsIn(fields: Fields, path: string): Generator<readonly [string, CodeList]> {
  for (const [name, field] of Object.entries(fields)) yield* listsOf(field, `${path}.${name}`);
}

function* listsOf({ codes, element, fields }: Field, path: string): Generator<readonly [string, CodeList]> {
  if (codes) yield [path, codes];
  if (element) yield* listsOf(element, path);
  if (fields) yield* listsIn(fields, path);
}
