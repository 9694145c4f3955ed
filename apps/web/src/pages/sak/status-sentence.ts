import { coordinatorItems } from './coordinator-items.js';
import { type Day, plainDay } from '../../dates/dates.js';
import type { Language } from '../../i18n/language.js';
import { capital } from '../../i18n/texts.js';
import { listOf } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { hasBeen, meetingsOf } from '../../cases/meetings-of.js';
import type { Case } from './scene.js';
import { type StatusWords, statusWords } from './status-words.js';

/** What the sentences are said with. */
export interface Saying {
  readonly language: Language;
  readonly label: (list: string, code: string) => string;
  readonly now: Day;
  /** Who decides in the municipality. */
  readonly decider: string;
}

/** Where a case stands, in sentences: what has happened, then what has not. What one looks for stands between `**`. */
export function statusSentences(of: Case, saying: Saying): readonly string[] {
  const told = new Told(of, saying);
  const reopened = of.reopenedOn === null ? [] : [told.say.reopened(told.day(of.reopenedOn))];
  return [...reopened, ...told.standing()].map(capital);
}

class Told {
  readonly say: StatusWords;

  constructor(
    private readonly of: Case,
    private readonly saying: Saying,
  ) {
    this.say = statusWords[saying.language];
  }

  readonly day = (day: Day) => plainDay(day, this.saying.now);

  standing(): readonly string[] {
    switch (this.of.status) {
      case 'NEED_NOTIFIED':
        return this.needNotified();
      case 'DECLINED_BY_SUBJECT':
        return [
          this.notified(),
          this.say.declined(this.of.needAnsweredOn && this.day(this.of.needAnsweredOn)),
        ];
      case 'APPLICATION_RECEIVED':
        return [this.received(), this.say.nobodyMaps];
      case 'MAPPING_ASSIGNED':
        return [...this.mapping(), ...this.withoutApplication()];
      case 'MAPPED':
        return [
          this.mapped(),
          ...(this.of.receivedOn === null ? this.withoutApplication() : this.afterMapping()),
        ];
      case 'MEETING_CONVENED':
        return this.beforeBoard() ?? this.convened();
      case 'DECIDED_NOT_NOTIFIED':
        return [this.decided(), this.notSent()];
      case 'NOTIFIED':
        return [this.decided(), this.sent(), ...this.coordinated()];
      case 'SET_ASIDE':
        return [this.say.setAside(this.day(this.of.setAsideOn ?? this.of.openedOn))];
      case 'WITHDRAWN':
        return [this.withdrawn()];
      case 'CLOSED':
        return this.closed();
    }
  }

  private notified() {
    return this.say.notified(this.day(this.of.notifiedOn ?? this.of.openedOn));
  }

  private received() {
    return this.say.received(this.day(this.of.receivedOn ?? this.of.openedOn));
  }

  private needNotified() {
    const { subjectWishes } = this.of;
    return [this.notified(), subjectWishes === 'YES' ? this.say.wishes : this.say.notAsked];
  }

  private withoutApplication() {
    return this.of.receivedOn === null ? [this.say.noApplication] : [];
  }

  private mapping() {
    const { assignee, assigneeUnit, assignedOn, dueOn, overdue } = this.of;
    const name =
      textOf(assignee?.name) ||
      (assigneeUnit === null ? this.say.somebody : this.saying.label('unit', assigneeUnit));
    return [
      this.say.maps(name, assignedOn && this.day(assignedOn)),
      ...(dueOn === null
        ? []
        : [overdue ? this.say.wasDue(this.day(dueOn)) : this.say.isDue(this.day(dueOn))]),
    ];
  }

  private mapped() {
    return this.say.mapped(this.day(this.of.mappedOn ?? this.of.openedOn));
  }

  /** What a case that is ready waits for, by who decides. */
  private afterMapping() {
    const { decider } = this.saying;
    const before = this.beforeBoard();
    if (before !== undefined) return before;
    if (decider === 'BOARD') return [this.say.notRecommended];
    return [decider === 'KE_MEETING' ? this.say.onNoMeeting : this.say.notDecided];
  }

  /** Where the unit has recommended something to the board. */
  private beforeBoard() {
    const { recommendedOn, boardOutcome, boardConcludedOn } = this.of;
    if (recommendedOn === null) return undefined;
    const recommended = this.say.recommended(this.day(recommendedOn));
    if (boardOutcome === null || boardConcludedOn === null) return [recommended, this.say.boardHasNot];
    return [this.say.board[boardOutcome](this.day(boardConcludedOn)), this.say.notWritten];
  }

  private convened() {
    const { now } = this.saying;
    const unit = meetingsOf(this.of).filter(({ kind, status }) => kind === 'UNIT' && status !== 'CANCELLED');
    const coming = unit.find((meeting) => !hasBeen(meeting, now));
    if (coming !== undefined) return [this.say.goesTo(this.day(coming.meetsOn))];
    const last = unit.at(-1);
    if (last === undefined) return [this.say.onNoMeeting];
    const day = this.day(last.meetsOn);
    if (last.treatment === 'PUT_OFF') return [this.say.putOff(day), this.say.onNoMeeting];
    return [last.treatment === 'TREATED' ? this.say.treated(day) : this.say.wasOn(day), this.say.notWritten];
  }

  /** The answer in a word where all is answered alike, else item by item. */
  private answer() {
    const { outcomes } = this.of;
    const [first] = outcomes;
    if (first === undefined) return '';
    if (outcomes.every(({ outcome }) => outcome === first.outcome)) {
      return `**${this.say.answers[first.outcome]}**`;
    }
    return listOf(
      outcomes.map(
        ({ item, outcome }) =>
          `**${this.say.answers[outcome]}** ${this.say.to} ${this.saying.label('item', item)}`,
      ),
    );
  }

  private decided() {
    const { decidedBy, decidedOn, amendedOn } = this.of;
    if (amendedOn !== null) return this.say.amended(this.day(amendedOn), this.answer());
    const body = decidedBy === null ? '' : this.saying.label('deciderBody', decidedBy);
    return this.say.decided(body, this.answer(), decidedOn && this.day(decidedOn));
  }

  /** Whether nothing went out of the decision in force, or it came back. */
  private notSent() {
    const { dispatches, decisionId } = this.of;
    const last = dispatches.filter((one) => one.decisionId === decisionId).at(-1);
    const returned = last?.to.map(({ returnedOn }) => returnedOn).find((day) => day !== null);
    return returned ? this.say.cameBack(this.day(returned)) : this.say.notSent;
  }

  private sent() {
    const { decisionNotifiedOn } = this.of;
    return decisionNotifiedOn === null ? this.say.notSent : this.say.sent(this.day(decisionNotifiedOn));
  }

  private coordinated() {
    const { coordinator, outcomes } = this.of;
    const [item] = coordinatorItems(outcomes);
    if (item === undefined) return [];
    const word = this.saying.label('item', item);
    return [
      coordinator === null ? this.say.nobody(word) : this.say.coordinates(textOf(coordinator.name), word),
    ];
  }

  private withdrawn() {
    const { withdrawnOn, withdrawnBy } = this.of;
    const by = withdrawnBy === null ? '' : this.saying.label('representative', withdrawnBy);
    return this.say.withdrawn(withdrawnOn && this.day(withdrawnOn), by);
  }

  private closed() {
    const { closedOn, closureReasonCode, goesOn, outcomes } = this.of;
    const why = closureReasonCode === null ? '' : this.saying.label('caseClosureReason', closureReasonCode);
    return [
      this.say.closed(closedOn && this.day(closedOn), why),
      ...(outcomes.length > 0 ? [this.say.answerWas(this.answer())] : []),
      ...(goesOn.length > 0 ? [this.say.goesOn] : []),
    ];
  }
}
