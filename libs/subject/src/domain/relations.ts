import { checkDates } from '#event-sourcing/dates';
import type { Intent } from '#event-sourcing/decider';
import { effective, revisedBy } from '#event-sourcing/effective';
import type { CorrectionFact, Recorded } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import {
  broken,
  type Fault,
  refusalIn,
  refuseItself,
  refuseResting,
  spokenOf,
  standingOf,
} from '#event-sourcing/revise';
import { subjectEvents } from './events.js';
import { isRelated, type Relation } from './relation.js';
import {
  type DataOf,
  evolve,
  initialState,
  personRefusals,
  type Subject,
  type SubjectEvent,
  type SubjectFact,
} from './subject.js';

export const relationRefusals = refusals('subject', {
  'already-related': [
    'This one is recorded as the same to the person in that period already. Correct that entry, or end it first.',
    'Vedkommende er allerede registrert som det samme for personen i den perioden. Rett den oppføringen, eller avslutt den først.',
    'Vedkomande er alt registrert som det same for personen i den perioden. Rett den oppføringa, eller avslutt ho først.',
  ],
  'not-a-parent': [
    'Only a parent has parental responsibility or lacks it. Leave it out, or record a parent.',
    'Bare en forelder har foreldreansvar eller er uten. Utelat det, eller registrer vedkommende som forelder.',
    'Berre ein forelder har foreldreansvar eller er utan. Utelat det, eller registrer vedkomande som forelder.',
  ],
  'no-such-relation': [
    'No such relation is recorded of this person.',
    'Det er ikke registrert noen slik relasjon for personen.',
    'Det er ikkje registrert nokon slik relasjon for personen.',
  ],
  'relation-ended': [
    'This relation has ended already. Correct the entry that ended it.',
    'Denne relasjonen er allerede avsluttet. Rett oppføringen som avsluttet den.',
    'Denne relasjonen er alt avslutta. Rett oppføringa som avslutta han.',
  ],
  'date-order.related-until': [
    'A relation cannot end before it began.',
    'En relasjon kan ikke slutte før den begynte.',
    'Ein relasjon kan ikkje slutte før han tok til.',
  ],
});
const { refusal, refuseIf, inOrder } = relationRefusals;

type Recording = DataOf<'RelationRecorded'>;
type Ending = DataOf<'RelationEnded'>;
/** `partyIsKnown`: whoever it names is registered. */
export type RecordRelation = Intent<'RecordRelation', Recording & { readonly partyIsKnown: boolean }>;
export type EndRelation = Intent<'EndRelation', Ending>;

/** A parent has parental responsibility unless told otherwise. */
export function recordRelation({ data, today }: RecordRelation, state: Subject): SubjectFact[] {
  const { partyIsKnown, ...told } = data;
  personRefusals.refuseIf(!state.isRegistered, 'no-such-subject');
  refuseIf(!partyIsKnown, 'unknown-party');
  checkDates(relationRefusals, subjectEvents.declared.RelationRecorded.fields, told, today);
  const { parentalResponsibility = told.kind === 'PARENT' ? true : undefined } = told;
  checkRelation(state.relations, { ...told, parentalResponsibility });
  return [{ type: 'RelationRecorded', data: { ...told, parentalResponsibility } }];
}

export function endRelation({ data, today }: EndRelation, state: Subject): SubjectFact[] {
  personRefusals.refuseIf(!state.isRegistered, 'no-such-subject');
  checkDates(relationRefusals, subjectEvents.declared.RelationEnded.fields, data, today);
  checkEnd(state.relations, data);
  return [{ type: 'RelationEnded', data }];
}

function checkRelation(relations: readonly Relation[], told: Relation): void {
  const { kind, partyId, validFrom, validUntil = validFrom, parentalResponsibility } = told;
  inOrder(validFrom, validUntil, 'date-order.related-until');
  refuseIf(parentalResponsibility !== undefined && kind !== 'PARENT', 'not-a-parent');
  const same = relations.filter((one) => one.partyId === partyId && one.kind === kind);
  refuseIf(
    same.some(
      (one) => isRelated(one, validFrom) || [one, told].every((each) => isRelated(each, one.validFrom)),
    ),
    'already-related',
  );
}

function checkEnd(
  relations: readonly Relation[],
  { relationId, endedOn }: Pick<Ending, 'relationId' | 'endedOn'>,
): void {
  const relation = relations.find((one) => one.relationId === relationId);
  if (!relation) throw refusal('no-such-relation');
  refuseIf(relation.endedOn !== undefined, 'relation-ended');
  inOrder(relation.validFrom, endedOn, 'date-order.related-until');
}

/** Refuses a correction or an annulment after which a relation would not hold that did, or what rests on it. */
export function relationsHold(history: readonly Recorded[], fact: CorrectionFact): void {
  const [before = [], after = []] = [history, revisedBy(history, [fact])].map(faultsIn);
  const found = broken(before, after, (known, { event }) => known.event.id === event.id);
  const isSpoken = spokenOf(history, [fact]);
  refuseItself(found, isSpoken);
  refuseResting(
    relationRefusals,
    found.map(({ event }) => standingOf(event)),
  );
}

function faultsIn(history: readonly Recorded[]): Fault[] {
  let state = initialState;
  return (effective(history) as readonly Recorded[] as readonly SubjectEvent[]).flatMap((event) => {
    const { relations } = state;
    state = evolve(state, event);
    const refused = refusalIn(() => {
      if (event.type === 'RelationRecorded') checkRelation(relations, event.data);
      if (event.type === 'RelationEnded') checkEnd(relations, event.data);
    });
    return refused ? [{ event, refusal: refused }] : [];
  });
}
