import type { Known, KnownPlan } from '#case-package';
import { complainedIn } from '#casework';
import { coordinationEvents, coordinationStream } from '#coordination';
import { capital, dayInWords } from '#correspondence';
import { type CommandRunner, type Pair, readingOf, wordFor } from '#event-sourcing';
import { delegationHolding } from '#municipality';
import { type PlanEvent, planEvents, planStream } from '#plan';
import { inLanguage } from '#projections/audit-trail/norwegian';
import { subjectOf } from '#subject';
import { authorityRoles, delegationScopes, type ItemCode } from '#vocabulary';
import { decidingOn } from '../letters/letter-desk.js';
import { ownWordsOf, type Terms } from '../reading/own-words.js';
import type { Language } from '../reading/language.js';

type Log = Pick<CommandRunner, 'look'>;

/** The decision of a case that is named, else the one in force. */
export async function decisionOf(
  log: Log,
  tenant: string,
  { caseId, decisionId }: { readonly caseId: string | undefined; readonly decisionId: string | null },
): Promise<(NonNullable<Known['decision']> & { readonly items: readonly ItemCode[] }) | undefined> {
  if (caseId === undefined) return undefined;
  const { decisions } = (await complainedIn(log, tenant, caseId)).answer;
  const found = decisions.find((one) => one.decisionId === decisionId) ?? decisions.at(-1);
  if (found === undefined) return undefined;
  const { decidedOn, decidedBy, answers } = found;
  return { decidedOn, decidedBy, items: answers.map(({ item }) => item) };
}

/** The delegation that whoever decided acted on; what document it stands in is sealed. */
export const delegationFor = (log: Log, tenant: string, decision: Known['decision']) =>
  decision === undefined
    ? undefined
    : delegationHolding(log, tenant, decidingOn(decision.decidedOn, decision));

type Delegation = NonNullable<Awaited<ReturnType<typeof delegationFor>>>;
const delegatedBy: Pair = [
  '{from} har delegert til {to} å {scope}, fra {day}',
  '{from} har delegert til {to} å {scope}, frå {day}',
];

/** It in words. */
export function delegationInWords(
  { fromRole, toRole, scope, validFrom }: Omit<Delegation, 'document'>,
  document: string | undefined,
  { language, terms }: { readonly language: Language; readonly terms: Terms },
): string {
  const word = (list: typeof authorityRoles | typeof delegationScopes, code: string) =>
    inLanguage(language, wordFor(list, code, ownWordsOf(terms)));
  const told = inLanguage(language, delegatedBy)
    .replace('{from}', word(authorityRoles, fromRole))
    .replace('{to}', word(authorityRoles, toRole))
    .replace('{scope}', word(delegationScopes, scope))
    .replace('{day}', dayInWords(validFrom));
  return document === undefined ? `${capital(told)}.` : `${capital(told)} (${document}).`;
}

/** Every plan of a person, under whichever registration, without its content. */
export async function plansOf(log: Log, tenant: string, subjectId: string): Promise<readonly KnownPlan[]> {
  const { registrations } = await subjectOf(log, tenant, subjectId);
  const all = await Promise.all(
    [...new Set([subjectId, ...registrations])].map(async (registration) => {
      const stream = coordinationStream(tenant, registration);
      const { effective } = await log.look(readingOf(coordinationEvents), stream);
      return effective;
    }),
  );
  const told = all.flat();
  const closed = new Map(
    told.flatMap((event) =>
      event.type === 'PlanClosed' ? [[event.data.planId, event.data.closedOn] as const] : [],
    ),
  );
  const started = told.flatMap((event) => (event.type === 'PlanStarted' ? [event.data] : []));
  return Promise.all(
    started.map(async ({ planId, startedOn }) => ({
      planId,
      startedOn,
      closedOn: closed.get(planId),
      ...(await courseOf(log, tenant, planId)),
    })),
  );
}

/** What was done with a plan as a whole. */
async function courseOf(
  log: Log,
  tenant: string,
  planId: string,
): Promise<Omit<KnownPlan, 'planId' | 'startedOn' | 'closedOn'>> {
  const { effective } = await log.look(readingOf(planEvents), planStream(tenant, planId));
  const of = <Type extends PlanEvent['type']>(type: Type) =>
    effective.flatMap((event) =>
      event.type === type ? [event.data as Extract<PlanEvent, { readonly type: Type }>['data']] : [],
    );
  const resumed = of('PlanResumed').map(({ resumedOn }) => resumedOn);
  return {
    // Numbered as recorded, whatever was struck out since.
    versions: of('PlanRevised').map(({ version, revisedOn }, at) => ({
      number: version ?? at + 1,
      revisedOn,
    })),
    approvals: of('PlanApprovedByOwner').map(({ version = 1, approvedOn }) => ({
      number: version,
      approvedOn,
    })),
    periods: of('PlanPeriodSet').map(({ setOn, until, nextReviewOn }) => ({ setOn, until, nextReviewOn })),
    reviews: of('PlanReviewed').flatMap(({ reviewedOn, nextReviewOn }) =>
      nextReviewOn === undefined ? [] : [{ reviewedOn, nextReviewOn }],
    ),
    pauses: of('PlanPaused').map(({ pausedOn }, at) => ({ from: pausedOn, to: resumed[at] })),
    paper: of('PlanKeptOnPaper').map(({ since, onPaper }) => ({ since, isOnPaper: onPaper })),
  };
}
