import { type Day } from './days.js';
import { type Dated, type Fact, type FactKind, inOrder } from './facts.js';

/** What is known of one person, by all that was recorded of it. */
export interface Person {
  readonly id: string;
  birthYear?: number;
  isUnborn?: boolean;
  isProtected?: boolean;
  mergedInto?: string;
  readonly gone: Dated[];
  readonly plansDeclined: (Dated & { readonly id: string })[];
  readonly coordinatorsDeclined: (Dated & { readonly id: string })[];
}

type Of<K extends FactKind> = Fact<K>;

/** A need or an application with all that was done in it; each list in the order of days once `settled`. */
export interface Case {
  readonly id: string;
  person: string;
  need?: Of<'NeedNotified'>;
  application?: Of<'ApplicationReceived'>;
  readonly reopened: Dated[];
  readonly decisions: Of<'DecisionMade'>[];
  readonly notified: Dated[];
  readonly replied: Dated[];
  readonly withdrawn: Dated[];
  readonly closed: Of<'CaseClosed' | 'NotificationClosed'>[];
  /** By rule: the one set last. */
  readonly deadlines: Map<string, Of<'DeadlineSet'>>;
}

export interface Plan {
  readonly id: string;
  readonly person: string;
  started?: Of<'PlanStarted'>;
  readonly reports: Of<'PlanReportedByUnit'>[];
  readonly confirmed: Dated[];
  readonly closed: Of<'PlanClosed'>[];
  /** Ends told or transferred: they count where the unit itself closed nothing. */
  readonly endedElsewhere: Of<'PlanClosureReportedToKe' | 'PlanTransferred'>[];
  readonly pauses: Of<'PlanPaused' | 'PlanResumed'>[];
  readonly reviews: Of<'PlanReviewed'>[];
  readonly periods: Of<'PlanPeriodSet'>[];
  /** By what was written, all that was said of it. */
  readonly contents: Map<string, Of<'PlanContentWritten' | 'PlanContentTakenBack'>[]>;
  readonly approvals: Of<'PlanApprovedByOwner'>[];
  readonly onPaper: Of<'PlanKeptOnPaper'>[];
}

export interface Appointment {
  readonly id: string;
  begun?: Of<'CoordinatorAppointed'>;
  released?: Of<'CoordinatorReleased'>;
}

export interface Coordinator {
  readonly trained: Day[];
  readonly guided: Day[];
}

export interface Complaint {
  readonly id: string;
  person?: string;
  received?: Dated;
  forwarded?: Dated;
  readonly reconsidered: Of<'ComplaintReconsidered'>[];
  readonly decided: Of<'ComplaintDecided'>[];
  readonly withdrawn: Dated[];
}

export interface Measure {
  readonly id: string;
  requested?: Of<'MeasureCostClearanceRequested'>;
  readonly answered: Of<'MeasureCostClearanceGranted' | 'MeasureCostClearanceDeclined'>[];
}

export interface Promised {
  readonly id: string;
  made?: Of<'PromiseMade'>;
  readonly moved: Of<'PromiseMoved'>[];
  readonly ended: Of<'PromiseKept' | 'PromiseEnded'>[];
}

export interface Hearing {
  readonly id: string;
  asked?: Of<'UserBodyAsked'>;
  answered?: Of<'UserBodyAnswered'>;
}

/**
 * The rows that all figures are counted from, each the fold of the facts about one thing. Facts may come in any order among things: what is of one
 * thing is put in the order of days, and of the log within a day.
 */
export class Register {
  readonly persons = new Map<string, Person>();
  readonly cases = new Map<string, Case>();
  readonly plans = new Map<string, Plan>();
  readonly appointments = new Map<string, Appointment>();
  readonly coordinators = new Map<string, Coordinator>();
  readonly complaints = new Map<string, Complaint>();
  readonly measures = new Map<string, Measure>();
  readonly promises = new Map<string, Promised>();
  readonly hearings = new Map<string, Hearing>();
  readonly meetings: Of<'MeetingHeld'>[] = [];
  readonly disputes: Of<'DisputeRaised' | 'DisputeDecided'>[] = [];
  private readonly units: Of<'UnitEstablished' | 'UnitEnded'>[] = [];

  take(fact: Fact): void {
    switch (fact.kind) {
      case 'SubjectRegistered':
      case 'UnbornChildRegistered':
      case 'SubjectIdentityLinked':
      case 'SubjectsMerged':
      case 'SubjectDeceased':
      case 'SubjectMoved':
      case 'PlanDeclined':
      case 'CoordinatorDeclined':
        return takeOfPerson(this.person(fact.person), fact);
      case 'NeedNotified':
      case 'NotificationClosed':
      case 'ApplicationReceived':
      case 'ApplicationWithdrawn':
      case 'PreliminaryReplySent':
      case 'DecisionMade':
      case 'DecisionNotified':
      case 'CaseClosed':
      case 'CaseReopened':
      case 'DeadlineSet':
        return takeOfCase(this.case(fact.case), fact);
      case 'CoordinatorAppointed':
        this.appointment(fact.appointment).begun = fact;
        return;
      case 'CoordinatorReleased':
        this.appointment(fact.appointment).released = fact;
        return;
      case 'TrainingCompleted':
        if (fact.courseCode === 'BASIC') this.coordinator(fact.coordinator).trained.push(fact.on);
        return;
      case 'GuidanceGiven':
        this.coordinator(fact.coordinator).guided.push(fact.on);
        return;
      case 'UnitEstablished':
      case 'UnitEnded':
        this.units.push(fact);
        return;
      case 'MeetingHeld':
        this.meetings.push(fact);
        return;
      case 'DisputeRaised':
      case 'DisputeDecided':
        this.disputes.push(fact);
        return;
      case 'ComplaintReceived':
      case 'ComplaintReconsidered':
      case 'ComplaintForwarded':
      case 'ComplaintDecided':
      case 'ComplaintWithdrawn':
        return takeOfComplaint(this.complaint(fact.complaint), fact);
      case 'MeasureCostClearanceRequested':
        this.measure(fact.measure).requested = fact;
        return;
      case 'MeasureCostClearanceGranted':
      case 'MeasureCostClearanceDeclined':
        this.measure(fact.measure).answered.push(fact);
        return;
      case 'PromiseMade':
        this.promise(fact.promise).made = fact;
        return;
      case 'PromiseMoved':
        return put(this.promise(fact.promise).moved, fact);
      case 'PromiseKept':
      case 'PromiseEnded':
        return put(this.promise(fact.promise).ended, fact);
      case 'UserBodyAsked':
        this.hearing(fact.hearing).asked = fact;
        return;
      case 'UserBodyAnswered':
        this.hearing(fact.hearing).answered = fact;
        return;
      case 'PlanStarted':
      case 'PlanReportedByUnit':
      case 'ReportedPlanConfirmed':
      case 'PlanPeriodSet':
      case 'PlanReviewed':
      case 'PlanPaused':
      case 'PlanResumed':
      case 'PlanClosed':
      case 'PlanClosureReportedToKe':
      case 'PlanTransferred':
      case 'PlanContentWritten':
      case 'PlanContentTakenBack':
      case 'PlanApprovedByOwner':
      case 'PlanKeptOnPaper':
        return takeOfPlan(this.plan(fact), fact);
    }
  }

  /** The municipality's units on a day. */
  unitsOn(day: Day): string[] {
    const last = new Map<string, string>();
    const by = this.units.filter(({ on }) => on <= day).toSorted(inOrder);
    for (const { unit, kind } of by) last.set(unit, kind);
    return [...last].filter(([, kind]) => kind === 'UnitEstablished').map(([unit]) => unit);
  }

  /** Whom a person is read as, after merging. */
  canonical(id: string): string {
    let at = id;
    let next = this.persons.get(id)?.mergedInto;
    if (next === undefined) return id;
    const seen = new Set<string>();
    while (next !== undefined && !seen.has(next)) {
      seen.add(next);
      at = next;
      next = this.persons.get(at)?.mergedInto;
    }
    return at;
  }

  private person(id: string): Person {
    return kept(this.persons, id, () => ({ id, gone: [], plansDeclined: [], coordinatorsDeclined: [] }));
  }

  private case(id: string): Case {
    return kept(this.cases, id, () => ({
      id,
      person: '',
      reopened: [],
      decisions: [],
      notified: [],
      replied: [],
      withdrawn: [],
      closed: [],
      deadlines: new Map(),
    }));
  }

  private plan({ plan: id, person }: { readonly plan: string; readonly person: string }): Plan {
    return kept(this.plans, id, () => ({
      id,
      person,
      reports: [],
      confirmed: [],
      closed: [],
      endedElsewhere: [],
      pauses: [],
      reviews: [],
      periods: [],
      contents: new Map(),
      approvals: [],
      onPaper: [],
    }));
  }

  private appointment(id: string): Appointment {
    return kept(this.appointments, id, () => ({ id }));
  }

  private coordinator(id: string): Coordinator {
    return kept(this.coordinators, id, () => ({ trained: [], guided: [] }));
  }

  private complaint(id: string): Complaint {
    return kept(this.complaints, id, () => ({ id, reconsidered: [], decided: [], withdrawn: [] }));
  }

  private measure(id: string): Measure {
    return kept(this.measures, id, () => ({ id, answered: [] }));
  }

  private promise(id: string): Promised {
    return kept(this.promises, id, () => ({ id, moved: [], ended: [] }));
  }

  private hearing(id: string): Hearing {
    return kept(this.hearings, id, () => ({ id }));
  }
}

function kept<T>(all: Map<string, T>, id: string, made: () => T): T {
  const there = all.get(id);
  if (there !== undefined) return there;
  const one = made();
  all.set(id, one);
  return one;
}

/** Puts a fact where its day belongs. Nearly all come in that order. */
function put<T extends Dated>(list: T[], one: T): void {
  let at = list.length;
  while (at > 0 && inOrder(list[at - 1] as T, one) > 0) at -= 1;
  list.splice(at, 0, one);
}

type PersonFact = Of<
  | 'SubjectRegistered'
  | 'UnbornChildRegistered'
  | 'SubjectIdentityLinked'
  | 'SubjectsMerged'
  | 'SubjectDeceased'
  | 'SubjectMoved'
  | 'PlanDeclined'
  | 'CoordinatorDeclined'
>;

function takeOfPerson(person: Person, fact: PersonFact): void {
  switch (fact.kind) {
    case 'SubjectRegistered':
    case 'SubjectIdentityLinked':
      if (fact.birthYear !== undefined) person.birthYear = fact.birthYear;
      if (fact.kind === 'SubjectRegistered' && fact.protectedAddress !== undefined) {
        person.isProtected = fact.protectedAddress;
      }
      return;
    case 'UnbornChildRegistered':
      person.isUnborn = true;
      return;
    case 'SubjectsMerged':
      person.mergedInto = fact.into;
      return;
    case 'SubjectDeceased':
    case 'SubjectMoved':
      return put(person.gone, fact);
    case 'PlanDeclined':
      return put(person.plansDeclined, fact);
    case 'CoordinatorDeclined':
      return put(person.coordinatorsDeclined, fact);
  }
}

type CaseFact = Of<
  | 'NeedNotified'
  | 'NotificationClosed'
  | 'ApplicationReceived'
  | 'ApplicationWithdrawn'
  | 'PreliminaryReplySent'
  | 'DecisionMade'
  | 'DecisionNotified'
  | 'CaseClosed'
  | 'CaseReopened'
  | 'DeadlineSet'
>;

function takeOfCase(one: Case, fact: CaseFact): void {
  switch (fact.kind) {
    case 'NeedNotified':
      one.person = fact.person;
      one.need = fact;
      return;
    case 'ApplicationReceived':
      one.person = fact.person;
      one.application = fact;
      return;
    case 'NotificationClosed':
    case 'CaseClosed':
      return put(one.closed, fact);
    case 'ApplicationWithdrawn':
      return put(one.withdrawn, fact);
    case 'PreliminaryReplySent':
      return put(one.replied, fact);
    case 'DecisionMade':
      return put(one.decisions, fact);
    case 'DecisionNotified':
      return put(one.notified, fact);
    case 'CaseReopened':
      return put(one.reopened, fact);
    case 'DeadlineSet':
      if ((one.deadlines.get(fact.ruleId)?.seq ?? -1) < fact.seq) one.deadlines.set(fact.ruleId, fact);
      return;
  }
}

type PlanFact = Of<
  | 'PlanStarted'
  | 'PlanReportedByUnit'
  | 'ReportedPlanConfirmed'
  | 'PlanPeriodSet'
  | 'PlanReviewed'
  | 'PlanPaused'
  | 'PlanResumed'
  | 'PlanClosed'
  | 'PlanClosureReportedToKe'
  | 'PlanTransferred'
  | 'PlanContentWritten'
  | 'PlanContentTakenBack'
  | 'PlanApprovedByOwner'
  | 'PlanKeptOnPaper'
>;

function takeOfPlan(plan: Plan, fact: PlanFact): void {
  switch (fact.kind) {
    case 'PlanStarted':
      plan.started = fact;
      return;
    case 'PlanReportedByUnit':
      plan.reports.push(fact);
      plan.reports.sort((one, other) => one.seq - other.seq);
      return;
    case 'ReportedPlanConfirmed':
      return put(plan.confirmed, fact);
    case 'PlanPeriodSet':
      return put(plan.periods, fact);
    case 'PlanReviewed':
      return put(plan.reviews, fact);
    case 'PlanPaused':
    case 'PlanResumed':
      return put(plan.pauses, fact);
    case 'PlanClosed':
      return put(plan.closed, fact);
    case 'PlanClosureReportedToKe':
    case 'PlanTransferred':
      return put(plan.endedElsewhere, fact);
    case 'PlanContentWritten':
    case 'PlanContentTakenBack':
      return put(
        kept(plan.contents, fact.content, () => []),
        fact,
      );
    case 'PlanApprovedByOwner':
      return put(plan.approvals, fact);
    case 'PlanKeptOnPaper':
      return put(plan.onPaper, fact);
  }
}

type ComplaintFact = Of<
  | 'ComplaintReceived'
  | 'ComplaintReconsidered'
  | 'ComplaintForwarded'
  | 'ComplaintDecided'
  | 'ComplaintWithdrawn'
>;

function takeOfComplaint(complaint: Complaint, fact: ComplaintFact): void {
  switch (fact.kind) {
    case 'ComplaintReceived':
      complaint.received = fact;
      if (fact.person !== undefined) complaint.person = fact.person;
      return;
    case 'ComplaintForwarded':
      complaint.forwarded = fact;
      return;
    case 'ComplaintReconsidered':
      return put(complaint.reconsidered, fact);
    case 'ComplaintDecided':
      return put(complaint.decided, fact);
    case 'ComplaintWithdrawn':
      return put(complaint.withdrawn, fact);
  }
}
