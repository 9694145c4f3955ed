import * as naive from './naive.js';
import type { Item, Naive, NaiveCase } from './naive.js';
import { caseAt, id, pick, type StepOf, when } from './step.js';
import { subjectId } from './unit.js';

const isApplied = (of: NaiveCase, today: string) =>
  of.items !== undefined && of.withdrawn !== true && of.decided === undefined && naive.isOpen(of, today);

const itemLists: readonly (readonly Item[])[] = [
  ['INDIVIDUAL_PLAN', 'COORDINATOR'],
  ['INDIVIDUAL_PLAN', 'COORDINATOR', 'GROUP'],
  ['INDIVIDUAL_PLAN'],
  ['COORDINATOR'],
  ['CHILD_COORDINATOR'],
  ['GROUP'],
  ['INDIVIDUAL_PLAN', 'CHILD_COORDINATOR'],
];
const isOffered = ({ place }: Naive, items: readonly Item[]) => place.offersGroup || !items.includes('GROUP');

export const need: StepOf = (said) => ({
  name: 'a need is reported',
  expected: () => 'recorded',
  record: (unit, { today }) =>
    unit.case('NeedNotified', {
      subjectId,
      notifiedOn: today,
      channel: 'PHONE',
      notifierRole: 'EMPLOYEE',
      subjectWishes: said % 3 === 0 ? 'NO' : 'YES',
    }),
  note: (model, recorded) =>
    model.cases.push({ caseId: id(recorded, 'caseId'), saidNo: said % 3 === 0, meetings: new Map() }),
});

export const apply: StepOf = (n, which, joins) => {
  const items = pick(itemLists, which) ?? [];
  const isNew = joins % 2 === 0;
  return {
    name: `somebody applies for ${items.join()}${isNew ? '' : ' in a case'}`,
    expected: (model) => {
      const of = caseAt(model, n);
      const canJoin = model.cases.length > 0 && of.items === undefined && naive.isOpen(of, model.today);
      return when(isOffered(model, items) && (isNew || canJoin));
    },
    record: (unit, model) => {
      const told = {
        items: [...items],
        receivedOn: model.today,
        channel: 'FORM',
        written: true,
        signed: true,
        applicantRole: 'SUBJECT',
      } as const;
      const of = isNew ? { subjectId } : { caseId: caseAt(model, n).caseId };
      return unit.case('ApplicationReceived', { ...told, ...of });
    },
    note: (model, recorded) => {
      const application = { receivedOn: model.today, items };
      if (isNew) {
        const caseId = id(recorded, 'caseId');
        model.cases.push({ caseId, saidNo: false, meetings: new Map(), ...application });
      } else Object.assign(caseAt(model, n), application);
    },
  };
};

export const withdraw: StepOf = (n) => ({
  name: 'the application is withdrawn',
  expected: (model) => when(isApplied(caseAt(model, n), model.today)),
  record: (unit, model) =>
    unit.case('ApplicationWithdrawn', {
      caseId: caseAt(model, n).caseId,
      withdrawnOn: model.today,
      withdrawnBy: 'SUBJECT',
    }),
  note: (model) => (caseAt(model, n).withdrawn = true),
});

export const convene: StepOf = (n) => ({
  name: 'the case is called to a meeting today',
  expected: (model) => (isApplied(caseAt(model, n), model.today) ? 'recorded' : 'either'),
  record: (unit, model) => unit.convene(caseAt(model, n).caseId, model.today),
  note: (model, recorded) => caseAt(model, n).meetings.set(id(recorded, 'meetingId'), model.today),
});

const ofPlan = ['LONG_TERM', 'COORDINATED'] as const;
const ofChild = ['CHILD_IN_FAMILY', 'CHILD_SERIOUS_CONDITION', 'CHILD_LONG_TERM', 'CHILD_COMPLEX'] as const;
/** What the law asks of these: of a child coordinator something else than of the others. */
const conditionsOf = (items: readonly Item[]) => [
  ...(items.includes('INDIVIDUAL_PLAN') || items.includes('COORDINATOR') ? ofPlan : []),
  ...(items.includes('CHILD_COORDINATOR') ? ofChild : []),
];
const reasoned = { reason: 'Begrunnelse.' };
/** Applied for, and open: it may be decided, or what was decided amended. */
const isInApplication = (of: NaiveCase, today: string) =>
  of.items !== undefined && of.withdrawn !== true && naive.isOpen(of, today);

export const recommend: StepOf = (n) => ({
  name: 'the unit recommends to grant everything',
  expected: (model) => {
    const of = caseAt(model, n);
    const board = of.board?.outcome ?? 'RETURNED';
    // A board's no to an amendment leaves the decision; another may be recommended.
    const isFree = board === 'RETURNED' || (board === 'REJECTED' && of.decided !== undefined);
    return when(isInApplication(of, model.today) && isFree);
  },
  record: (unit, model) => {
    const { caseId, items = [] } = caseAt(model, n);
    return unit.case('RecommendationMade', {
      caseId,
      items: items.map((item) => ({ item, outcome: 'GRANTED' as const })),
      criteria: conditionsOf(items).map((criterion) => ({ criterion, met: true, ...reasoned })),
      recommendedOn: model.today,
    });
  },
  note: (model) => {
    const of = caseAt(model, n);
    of.recommended = true;
    delete of.board;
  },
});

const concludes = {
  APPROVED: 'BoardApproved',
  RETURNED: 'BoardReturned',
  REJECTED: 'BoardRejected',
} as const;

export const boardMeets: StepOf = (n, which, held) => {
  const outcome = pick(['APPROVED', 'APPROVED', 'RETURNED', 'REJECTED'] as const, which) ?? 'APPROVED';
  return {
    name: `the board ${outcome}`,
    expected: (model) => {
      const of = caseAt(model, n);
      if (!isInApplication(of, model.today) || of.recommended !== true || held % 5 === 0) return 'refused';
      return of.board === undefined ? 'recorded' : 'either';
    },
    record: (unit, model) => {
      const { caseId } = caseAt(model, n);
      const meetingId = `board-${unit.log.length}`;
      // Now and then the client says so though no board has met.
      if (held % 5 !== 0) unit.boardMeets(meetingId, caseId, outcome);
      return unit.case(concludes[outcome], { caseId, meetingId, concludedOn: model.today });
    },
    note: (model, { events }) => {
      const meetingId = String(events.at(-1)?.data['meetingId']);
      caseAt(model, n).board = { meetingId, outcome, on: model.today };
    },
  };
};

export const decide: StepOf = (n, refuses, lacks, otherBody) => {
  const outcomeOf = (item: Item): naive.Outcome =>
    (refuses % 4 === 0 && item === 'COORDINATOR') || refuses % 7 === 0 ? 'REFUSED' : 'GRANTED';
  const assessed = (of: NaiveCase) => conditionsOf(of.items ?? []).slice(lacks % 9 === 0 ? 1 : 0);
  const answersAll = lacks % 9 !== 1;
  /** Of those in the case that this decision answers. */
  const answered = ({ items = [] }: NaiveCase) => (answersAll ? items : items.slice(1));
  const answersByLaw = (of: NaiveCase) =>
    answered(of)
      .filter((item) => item !== 'GROUP')
      .map(outcomeOf);
  /** The conditions are met where anything is granted: what is refused beside it goes against them. */
  const areMet = (of: NaiveCase) => answersByLaw(of).includes('GRANTED');
  const isAgainst = (of: NaiveCase) => areMet(of) && answersByLaw(of).includes('REFUSED');
  const isRead = otherBody % 3 !== 0;
  const meetingOf = (model: Naive) => {
    const of = caseAt(model, n);
    if (model.place.decides === 'BOARD') return of.board?.meetingId;
    return model.place.decides === 'KE_MEETING' ? [...of.meetings.keys()].at(-1) : undefined;
  };
  return {
    name: 'it is decided',
    expected: (model) => {
      const of = caseAt(model, n);
      if (!isApplied(of, model.today) || !answersAll || otherBody % 8 === 0) return 'refused';
      if (lacks % 9 === 0 && conditionsOf(of.items ?? []).length > 0) return 'refused';
      const meetingId = meetingOf(model);
      if (model.place.decides === 'BOARD') {
        // As the board did, on its day, and not before it has (inv. 6).
        if (of.board === undefined || of.board.outcome === 'RETURNED') return 'refused';
        const asBoard = of.board.outcome === 'APPROVED' ? 'GRANTED' : 'REFUSED';
        const same = answered(of).every((item) => outcomeOf(item) === asBoard);
        return when(same && of.board.on === model.today);
      }
      // Nobody else has read it, or not this one.
      if (isAgainst(of) && !isRead) return of.wasRead === true ? 'either' : 'refused';
      if (model.place.decides !== 'KE_MEETING') return 'recorded';
      return when(meetingId !== undefined && of.meetings.get(meetingId) === model.today);
    },
    record: async (unit, model) => {
      const of = caseAt(model, n);
      const { decides } = model.place;
      const meetingId = meetingOf(model);
      const criteria = assessed(of).map((criterion) => ({ criterion, met: areMet(of), ...reasoned }));
      if (isAgainst(of) && isRead) {
        const asked = answered(of).map((item) => ({ item, outcome: outcomeOf(item) }));
        of.wasRead = await unit.readByAnother(of.caseId, { items: asked, criteria });
      }
      const items = answered(of).map((item) => ({
        item,
        outcome: outcomeOf(item),
        reason: 'Begrunnelse.',
        ...(item !== 'GROUP' && { legalBasis: item === 'CHILD_COORDINATOR' ? 'HOL_7_2A' : 'HOL_7_1_7_2' }),
      }));
      return unit.case('DecisionMade', {
        caseId: of.caseId,
        items,
        criteria,
        decidedBy: otherBody % 8 !== 0 ? decides : decides === 'KE' ? 'TEAM' : 'KE',
        decidedOn: model.today,
        ...(meetingId !== undefined && { meetingId }),
      } as never);
    },
    note: (model) => {
      const of = caseAt(model, n);
      of.decided = {
        on: model.today,
        answers: new Map(of.items?.map((item) => [item, outcomeOf(item)])),
      };
      delete of.recommended;
      delete of.board;
    },
  };
};

export const notify: StepOf = (n) => ({
  name: 'the answer is sent',
  expected: (model) => {
    const of = caseAt(model, n);
    return when(of.decided !== undefined && naive.isOpen(of, model.today));
  },
  record: (unit, model) =>
    unit.case('DecisionNotified', {
      caseId: caseAt(model, n).caseId,
      recipients: ['SUBJECT'],
      channel: 'LETTER',
      notifiedOn: model.today,
    }),
  note: (model) => (caseAt(model, n).notified = true),
});

export const closeCase: StepOf = (n, why, agrees) => {
  const personAgrees = agrees % 3 !== 0;
  const reasonCode =
    pick(['COMPLETED', 'NO_NEED', 'NOT_FOLLOWED_UP', 'DECLINED'] as const, why) ?? 'COMPLETED';
  return {
    name: `the case is closed: ${reasonCode}`,
    expected: (model) => {
      const of = caseAt(model, n);
      if (model.cases.length === 0 || of.closed !== undefined) return 'refused';
      // What was granted does not end so against the person's will.
      return when(reasonCode !== 'NO_NEED' || !naive.grantsAnything(of) || personAgrees);
    },
    record: (unit, model) =>
      unit.case('CaseClosed', {
        caseId: caseAt(model, n).caseId,
        closedOn: model.today,
        reasonCode,
        personAgrees,
      }),
    note: (model) => (caseAt(model, n).closed = { on: model.today, reason: reasonCode }),
  };
};

export const reopen: StepOf = (n) => ({
  name: 'the case is reopened',
  expected: (model) => when(caseAt(model, n).closed !== undefined),
  record: (unit, model) =>
    unit.case('CaseReopened', {
      caseId: caseAt(model, n).caseId,
      reopenedOn: model.today,
      reason: 'Ny opplysning.',
    }),
  note: (model) => delete caseAt(model, n).closed,
});

/** Nothing but a correction changes the day of receipt (inv. 10). */
export const correctReceipt: StepOf = (n, back) => {
  const on = `2026-01-0${1 + (back % 4)}`;
  return {
    name: `the day of receipt is corrected to ${on}`,
    expected: (model) => (caseAt(model, n).receivedOn === undefined ? 'refused' : 'either'),
    record: (unit, model) => {
      const { caseId } = caseAt(model, n);
      const received = unit
        .eventsOf('case', 'ApplicationReceived')
        .find(({ data }) => data['caseId'] === caseId);
      return unit.correctCase(caseId, received?.id ?? 'none', { receivedOn: on });
    },
    note: (model, { events }) => {
      if (events.length > 0) caseAt(model, n).receivedOn = on;
    },
  };
};
