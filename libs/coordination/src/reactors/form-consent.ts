import { caseEvents, consentOnForm } from '#casework';
import {
  type CommandContext,
  type CommandRunner,
  derivedId,
  type IntentOf,
  partsOf,
  type Reactor,
  type Recorded,
  Rejection,
} from '#event-sourcing';
import { subjectOf } from '#subject';
import { askAround, askCases, type Person } from '../application/circumstances.js';
import { decideFor } from '../application/deciding.js';
import { coordinationDecider } from '../domain/decide.js';
import type { CoordinationIntent } from '../domain/intents.js';
import { caseIdsIn, coordinationStream } from '../questions.js';

const name = 'form-consent';
const bearing = ['ApplicationReceived', 'ApplicationCompleted', 'AssistedApplicationWritten'];
const asking = [...bearing, ...bearing.map((type) => `${type}Corrected`), 'RecordedInErrorMarked'];

/**
 * What a signed application's form says of consent is a consent, with giver, day and the case that it stands in (U2). It goes with the
 * application where that was recorded in error. One that cannot count, of somebody too young for instance, stays an open point of the case; one
 * that somebody marked as recorded in error stays so.
 */
export const formConsent: Reactor = {
  name,
  from: 'origin',
  streamPrefixes: ['case-'],
  passesOver: new Set(Object.keys(caseEvents.all).filter((type) => !asking.includes(type))),
  async react(event, runner, clock) {
    const { municipality, $correlationId } = event.metadata;
    const caseId = partsOf(event.stream)?.id;
    if (caseId === undefined || saysNothing(event)) return;
    const { answer: told, subjectId } = await consentOnForm(runner, municipality, caseId);
    if (subjectId === undefined) return;
    const { exists, disposed, coordinatedAs } = await subjectOf(runner, municipality, subjectId);
    if (!exists || disposed.length > 0) return;
    const stream = coordinationStream(municipality, coordinatedAs);
    const { history, effective } = await runner.look(coordinationDecider, stream);
    const recorded = history.filter(({ type, data }) => type === 'ConsentGiven' && data['caseId'] === caseId);
    const stands = effective.find(({ id }) => recorded.some((given) => given.id === id));
    const said = told && { ...told, caseId };
    if (stands && said && isSame(stands.data, said)) return;
    const context = (n: number): CommandContext => ({
      commandId: derivedId('reactor', name, event.id, n),
      correlationId: $correlationId,
      municipality,
      actor: { partyId: derivedId('system', municipality), role: 'SYSTEM' },
      at: clock.at(),
      today: clock.today(),
    });
    const at = { runner, subjectId };
    if (stands) await unlessRefused(() => takeBack(at, stands.id, context(0)));
    const isMarked = recorded.some(({ id }) =>
      history.some(
        ({ type, data, metadata }) =>
          type === 'RecordedInErrorMarked' && data['corrects'] === id && metadata.actor.role !== 'SYSTEM',
      ),
    );
    if (said && !isMarked) await unlessRefused(() => give(at, said, context(1)));
  },
};

/** What opens a case without a word of consent: nothing was recorded before it that it could change. */
const saysNothing = ({ revision, data }: Recorded) => revision === 0n && data['consentScopes'] === undefined;

interface Of {
  readonly runner: CommandRunner;
  readonly subjectId: string;
}
type Said = NonNullable<Awaited<ReturnType<typeof consentOnForm>>['answer']> & { readonly caseId: string };

const isSame = (data: Readonly<Record<string, unknown>>, { scopes, ...said }: Said) =>
  JSON.stringify(data['scopes']) === JSON.stringify(scopes) &&
  data['givenBy'] === said.givenBy &&
  data['givenById'] === said.givenById &&
  data['givenOn'] === said.givenOn;

/** The year of birth is all that is known here: who might be too young does not consent alone, and for who might be of age nobody else does. */
const bornByYear = ({ birthYear }: Person, { givenBy }: Said) =>
  birthYear === undefined ? undefined : `${birthYear}-${givenBy === 'SUBJECT' ? '12-31' : '01-01'}`;

const give = ({ runner, subjectId }: Of, said: Said, context: CommandContext) =>
  decideFor(runner, { subjectId }, context, async (person) => {
    const naming = { type: 'ConsentGiven', day: said.givenOn, named: { ...said } };
    const { asked, basis } = await askAround(runner, context.municipality, person, naming);
    const { registrations: _, ...whom } = person;
    const consent = { ...said, consentId: derivedId(context.commandId, 'consent') };
    const data = { ...whom, birthDate: bornByYear(person, said), ...asked };
    const intent: IntentOf<CoordinationIntent> = {
      type: 'RecordStep',
      data: { ...data, step: 'ConsentGiven', said: consent },
    };
    return { intent, basis };
  });

const takeBack = ({ runner, subjectId }: Of, eventId: string, context: CommandContext) =>
  decideFor(runner, { subjectId }, context, async (person) => {
    const { municipality } = context;
    const { history } = await runner.look(
      coordinationDecider,
      coordinationStream(municipality, person.subjectId),
    );
    const { answer: grants, basis } = await askCases(runner, municipality, person, caseIdsIn(history));
    const { birthYear, deathToldOn } = person;
    const inError = { reasonCode: 'OTHER', reason: 'Skjemaet i saken sier noe annet.' } as const;
    const data = { subjectId: person.subjectId, grants, birthYear, deathToldOn, eventId, ...inError };
    return { intent: { type: 'AnnulCoordinationEvent', data }, basis };
  });

/** What cannot be recorded is a person's to see to: the case shows what it lacks. */
async function unlessRefused(run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
  }
}
