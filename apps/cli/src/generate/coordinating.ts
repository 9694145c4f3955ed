import type { ToldStep } from '#coordination/application/index';
import { met } from './around.js';
import type { Life } from './life.js';
import { reviewed, written } from './plan-content.js';
import { amiss } from './slips.js';
import { remark } from './texts.js';
import type { Member } from './town.js';

type GivenBy = ToldStep<'ConsentGiven'>['givenBy'];
type Kind = 'ORDINARY' | 'CHILD';

/** One who coordinates now. */
interface Coordinating {
  readonly appointmentId: string;
  readonly coordinator: Member;
}

/** What the unit judges to have ended, the person agrees has: nobody's right ends otherwise without a decision. */
const agreedTo = (reasonCode: string) =>
  ['NEED_CEASED', 'OTHER'].includes(reasonCode) ? { personAgrees: true } : {};

/** One person's coordination while it lasts: consents, coordinators, a plan and the group around it. */
export class Coordinated {
  private readonly members = new Map<string, string>();
  private coordinating: Coordinating | undefined;
  private planId: string | undefined;
  private consentId: string | undefined;

  constructor(
    private readonly life: Life,
    private readonly subjectId: string,
    private readonly caseId: string,
    private readonly kind: Kind = 'ORDINARY',
  ) {}

  async consent(givenBy: GivenBy = 'SUBJECT'): Promise<void> {
    const { subjectId, life } = this;
    const data = { subjectId, givenBy, scopes: ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE'] } as const;
    const give = () => life.coordinate('ConsentGiven', data);
    let given = await give();
    const { receipt } = given;
    if (await amiss(life, 2, { subjectId, coordination: true, receipt })) given = await give();
    this.consentId = given.consentId;
    if (life.chance.percent(10)) await this.anothersConsentWithdrawn();
  }

  /** Whether it is they who coordinate now. */
  isBy({ partyId }: Member): boolean {
    return this.coordinating?.coordinator.partyId === partyId;
  }

  /** The first coordinator, or the one who takes over from whoever coordinates now. */
  async coordinator(kind = this.kind): Promise<void> {
    const { life, subjectId, caseId, coordinating } = this;
    const coordinator = this.anotherThan(coordinating?.coordinator);
    const followsWish = life.chance.percent(90);
    const proposalId = await this.agreed(coordinator, kind);
    const data: ToldStep<'CoordinatorAppointed'> = {
      subjectId,
      caseId,
      kind,
      coordinatorId: coordinator.partyId,
      unit: coordinator.unit,
      wishFollowed: followsWish ? life.chance.of(['YES', 'NO_WISH']) : 'NO',
      ...((!followsWish || life.chance.percent(30)) && { reason: remark(life.chance, 2) }),
      ...(proposalId !== undefined && { proposalId }),
      ...(coordinating && { succeeds: coordinating.appointmentId }),
    };
    const { appointmentId, receipt } = await life.coordinate('CoordinatorAppointed', data);
    const appointed = { ...receipt, events: receipt.events.slice(-1) };
    const changed = { reason: remark(life.chance, 2) };
    await amiss(life, 2, { subjectId, coordination: true, receipt: appointed, changed });
    if (coordinating) await this.handover(coordinating.appointmentId);
    this.coordinating = { appointmentId, coordinator };
    await this.told(appointmentId);
  }

  /** Those hear of it whom the profile names (F24). */
  private async told(appointmentId: string): Promise<void> {
    const { life, subjectId } = this;
    const { allocationToldTo: recipients = [] } = life.town.settings;
    if (recipients.length === 0 || life.chance.percent(10)) return;
    await life.coordinate('AllocationNotified', { subjectId, appointmentId, recipients, channel: 'LETTER' });
  }

  /** What the one before left, which most of those who take over have read (U7). */
  private async handover(appointmentId: string): Promise<void> {
    const { life, subjectId } = this;
    if (life.chance.percent(10)) return;
    const left = {
      subjectId,
      appointmentId,
      openMatters: remark(life.chance, 2),
      ...(life.chance.percent(70) && { nextMeetings: remark(life.chance, 2) }),
      ...(life.chance.percent(50) && { wishes: remark(life.chance, 2) }),
    };
    const { handoverId } = await life.coordinate('HandoverWritten', left);
    if (life.chance.percent(80)) await life.coordinate('HandoverAcknowledged', { subjectId, handoverId });
  }

  /** Where the profile asks for answers, somebody is proposed, and the leader and the candidate agree (H2, F5). */
  private async agreed({ partyId, unit }: Member, kind: Kind): Promise<string | undefined> {
    const { life, subjectId } = this;
    const { leaderConcurrence, candidateAnswer = false } = life.town.settings;
    if (!leaderConcurrence && !candidateAnswer) return undefined;
    const proposing = { subjectId, candidateId: partyId, unit, kind, grounds: ['FIT'] } as const;
    const { proposalId } = await life.coordinate('CoordinatorProposed', proposing);
    const answering = { subjectId, proposalId };
    const leaderId = this.anotherThan(undefined).partyId;
    if (leaderConcurrence) await life.coordinate('LeaderConcurred', { ...answering, leaderId });
    if (candidateAnswer) await life.coordinate('CandidateAccepted', answering);
    return proposalId;
  }

  /** Whether it is still right, asked of what runs. */
  async review(): Promise<void> {
    const { life, subjectId, coordinating, planId, members } = this;
    const parts = [
      ...(planId === undefined ? [] : (['PLAN'] as const)),
      ...(coordinating === undefined ? [] : (['COORDINATOR'] as const)),
      ...(members.size === 0 ? [] : (['GROUP'] as const)),
    ];
    if (parts.length === 0) return;
    await life.coordinate('CoordinationReviewed', {
      subjectId,
      parts,
      outcome: life.chance.of(['STILL_RIGHT', 'STILL_RIGHT', 'STILL_RIGHT', 'TO_CHANGE']),
      withSubject: life.chance.percent(80),
      ...(life.chance.percent(30) && { remark: remark(life.chance, 2) }),
    });
  }

  async release(reasonCode: ToldStep<'CoordinatorReleased'>['reasonCode']): Promise<void> {
    const { life, subjectId, coordinating } = this;
    if (!coordinating) return;
    const { appointmentId } = coordinating;
    const data = {
      subjectId,
      appointmentId,
      reasonCode,
      ...agreedTo(reasonCode),
      ...(life.chance.percent(40) && { reason: remark(life.chance, 2) }),
    };
    await life.coordinate('CoordinatorReleased', data);
    this.coordinating = undefined;
  }

  async plan(): Promise<void> {
    const { life, subjectId, caseId } = this;
    const data = { subjectId, caseId, withSubject: life.chance.percent(90) };
    const { planId } = await life.coordinate('PlanStarted', data);
    this.planId = planId;
  }

  /** What stands in the plan, shared with one of the staff. */
  async write(): Promise<void> {
    const { planId, coordinating, consentId } = this;
    if (planId === undefined || coordinating === undefined || consentId === undefined) return;
    const { coordinator } = coordinating;
    await written(this.life, { planId, coordinator, reader: this.anotherThan(coordinator), consentId });
  }

  /** People meet around the person, and go through the plan where there is one. */
  async meet(): Promise<void> {
    const { life, subjectId, planId, coordinating } = this;
    if (coordinating === undefined) return;
    await met(life, subjectId, coordinating.coordinator);
    if (planId !== undefined) await reviewed(life, planId);
  }

  async join(): Promise<void> {
    const { life, subjectId } = this;
    const fresh = life.town.staff.filter(({ partyId }) => !this.members.has(partyId));
    if (fresh.length === 0) return;
    const { partyId, unit } = life.chance.of(fresh);
    const memberRole = life.chance.of([
      'NURSE',
      'TEACHER',
      'PHYSIOTHERAPIST',
      'PHYSICIAN',
      'NEXT_OF_KIN',
      'ADVISER',
      ...(life.town.settings.roles ?? []).map(({ code }) => code),
    ]);
    const data = { subjectId, partyId, unit, memberRole };
    const { memberId } = await life.coordinate('MemberJoinedGroup', data);
    this.members.set(partyId, memberId);
  }

  async leave(reasonCode: ToldStep<'MemberLeftGroup'>['reasonCode']): Promise<void> {
    const { life, subjectId } = this;
    const [partyId, memberId] = life.chance.some([...this.members], 1)[0] ?? [];
    if (partyId === undefined || memberId === undefined) return;
    const data = {
      subjectId,
      memberId,
      reasonCode,
      ...(life.chance.percent(40) && { reason: remark(life.chance, 2) }),
    };
    await life.coordinate('MemberLeftGroup', data);
    this.members.delete(partyId);
  }

  /** The plan ends, the group with it. */
  async close(reasonCode: ToldStep<'PlanClosed'>['reasonCode']): Promise<void> {
    const { life, subjectId, planId } = this;
    if (planId === undefined) return;
    const data = { planId, reasonCode, ...agreedTo(reasonCode), reason: remark(life.chance) };
    const end = () => life.coordinate('PlanClosed', data);
    const { receipt } = await end();
    if (await amiss(life, 2, { subjectId, coordination: true, receipt })) await end();
    this.planId = undefined;
    while (this.members.size > 0) await this.leave('PLAN_CLOSED');
  }

  private anotherThan(before: Member | undefined): Member {
    const others = this.life.town.staff.filter((member) => member !== before);
    return this.life.chance.of(others);
  }

  /** A representative consents beside, to less after a while, and takes it back: the other consent goes on. */
  private async anothersConsentWithdrawn(): Promise<void> {
    const { life, subjectId } = this;
    const given = { subjectId, givenBy: 'REPRESENTATIVE', scopes: ['SHARE'] } as const;
    const { consentId } = await life.coordinate('ConsentGiven', given);
    const less = { subjectId, consentId, sections: ['GOALS', 'MEASURES'], narrowedOn: life.today } as const;
    await life.coordinate('ConsentNarrowed', less);
    const withdrawn = { subjectId, consentId, reason: remark(life.chance, 2) };
    const data = { ...withdrawn, withdrawnOn: life.today };
    await life.coordinate('ConsentWithdrawn', data);
  }
}
