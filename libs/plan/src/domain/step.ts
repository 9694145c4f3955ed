import { dayIn, type EventDeclaration, type Field, type Fields, id } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { assertOccurs, type Rules, type SaidIn, type Step as AnyStep, stepsOf } from '#event-sourcing/step';
import type { PlanState } from './plan.js';

export const courseRefusals = refusals('plan', {
  'no-such-plan': ['There is no such plan.', 'Planen finnes ikke.', 'Planen finst ikkje.'],
  'plan-closed': [
    'The plan was closed by then. Nothing is written into it any more.',
    'Planen var avsluttet den dagen. Det skrives ikke mer i den.',
    'Planen var avslutta den dagen. Det blir ikkje skrive meir i han.',
  ],
  'date-order.started': [
    'The plan had not started on that day.',
    'Planen hadde ikke startet den dagen.',
    'Planen hadde ikkje starta den dagen.',
  ],
  'no-consent': [
    'No consent to an individual plan holds on that day. Record the consent first.',
    'Det finnes ikke noe samtykke til individuell plan som gjelder den dagen. Registrer samtykket først.',
    'Det finst ikkje noko samtykke til individuell plan som gjeld den dagen. Registrer samtykket først.',
  ],
  'no-such-meeting': [
    'There was no such meeting around the person.',
    'Det har ikke vært noe slikt møte rundt personen.',
    'Det har ikkje vore noko slikt møte rundt personen.',
  ],
  'not-another': [
    'The person is the author: leave out who else it was.',
    'Personen er forfatteren: utelat hvem andre det var.',
    'Personen er forfattaren: utelat kven andre det var.',
  ],
});

/** In every event: the plan, and whose it is. */
export const about = { planId: id(), subjectId: id() };
type About = typeof about;
/** Whose the texts are. */
export const of = { of: 'subjectId', class: 'COORDINATION' } as const;

/** A consent to share, as it holds: with everybody or in everything where no recipients or sections are named. */
export interface ShareConsent {
  readonly consentId: string;
  readonly recipientIds?: readonly string[] | null | undefined;
  readonly sections?: readonly string[] | null | undefined;
  readonly validUntil?: string | null | undefined;
}

/** What a person's coordination says of the plan, asked for every new step. */
export interface Asked {
  readonly startedOn?: string | undefined;
  readonly closedOn?: string | undefined;
  /** Whether consent to a plan holds on the step's day, and today. */
  readonly isConsented?: boolean | undefined;
  /** The consents to share that hold today. */
  readonly shares?: readonly ShareConsent[] | undefined;
  /** Of a meeting around the person that the step names: its day; undefined where there is no such meeting. */
  readonly meetsOn?: string | undefined;
  /** Those in the group today, by membership. */
  readonly members?: readonly { readonly memberId: string; readonly partyId: string }[] | undefined;
}

/** What holds of a plan's step beside what holds of any. */
interface Ground {
  /** It takes something back, or ends it: that needs no consent. */
  readonly ends?: true;
}

export type Step<
  Type extends string = string,
  F extends Fields = Fields,
  Occurs extends string = string,
  Said = Readonly<Record<string, unknown>>,
> = AnyStep<PlanState, undefined, Asked, About, Type, F, Occurs, Said>;

const declare = stepsOf<PlanState, undefined, Asked, About>();

/** A step of a plan that is open on its day, while the person consents to one (invariant 3). */
export function step<
  const Type extends string,
  F extends Fields & { readonly [K in keyof About]: Field<string> },
  Occurs extends keyof F & string,
  Said = SaidIn<F, About>,
>(
  type: Type,
  event: EventDeclaration<F, Occurs>,
  rules: Rules<PlanState, undefined, Asked, About, F, PlanState, Said> & Ground,
): Step<Type, F, Occurs, Said> {
  assertOccurs(type, event);
  const { refuseIf, inOrder } = courseRefusals;
  return declare(type, event, {
    ...rules,
    admit(said, asked, standing) {
      const day = dayIn(event, said as Readonly<Record<string, unknown>>);
      if (day !== undefined) {
        refuseIf(asked.startedOn === undefined, 'no-such-plan');
        inOrder(asked.startedOn ?? day, day, 'date-order.started');
        refuseIf((asked.closedOn ?? '9999') < day, 'plan-closed');
      }
      if (standing === undefined && rules.ends !== true) {
        refuseIf(asked.closedOn !== undefined, 'plan-closed');
        refuseIf(asked.isConsented !== true, 'no-consent');
      }
      const { meetingId } = said as { readonly meetingId?: unknown };
      refuseIf(typeof meetingId === 'string' && asked.meetsOn === undefined, 'no-such-meeting');
      rules.admit?.(said, asked, standing);
    },
  });
}

/** Whoever speaks for themselves is named by being the person. */
export const refuseNamedPerson = ({
  author,
  authorId,
}: {
  readonly author?: unknown;
  readonly authorId?: unknown;
}) => courseRefusals.refuseIf(author === 'PERSON' && typeof authorId === 'string', 'not-another');
