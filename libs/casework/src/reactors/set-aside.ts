import {
  type Answered,
  type CommandRunner,
  derivedId,
  type IntentOf,
  partsOf,
  type Reactor,
} from '#event-sourcing';
import { profileOf } from '#municipality';
import { subjectOf } from '#subject';
import type { ItemCode } from '#vocabulary';
import { decisionsIn } from '../domain/case.js';
import { caseDecider } from '../domain/decide.js';
import type { CaseIntent } from '../domain/intents.js';
import { caseStream } from '../questions.js';

const name = 'set-aside';

/** What the county governor set aside, of which case. */
export interface SetAside {
  readonly caseId: string;
  /** Of the decision; all of it where nothing is named. */
  readonly items: readonly ItemCode[];
  readonly setAsideOn: string;
  readonly arrivedOn: string;
}
/** Complaints come after cases, which do not know them: whoever composes the program tells what they came to. */
export interface Complaints {
  readonly category: string;
  /** Types of events that set nothing aside. */
  readonly passesOver: ReadonlySet<string>;
  /** What a complaint came to set aside, as the log has it now; undefined of any other. */
  readonly setAsideBy: (
    log: Pick<CommandRunner, 'look'>,
    tenant: string,
    complaintId: string,
  ) => Promise<Answered<SetAside | undefined>>;
}

const reopening = {
  NB: 'Statsforvalteren opphevet avgjørelsen.',
  NN: 'Statsforvaltaren oppheva avgjerda.',
} as const;

/** Sends a case back whose decision the county governor set aside: it is open again, and is to be answered anew from the day on which that came. */
export const setAside = ({ category, passesOver, setAsideBy }: Complaints): Reactor => ({
  name,
  from: 'origin',
  streamPrefixes: [`${category}-`],
  passesOver,
  async react(event, runner, clock) {
    const { municipality: tenant, $correlationId } = event.metadata;
    const complaintId = partsOf(event.stream)?.id;
    if (complaintId === undefined) return;
    const { answer: found, basis } = await setAsideBy(runner, tenant, complaintId);
    if (found === undefined) return;
    const { caseId, ...told } = found;
    const stream = caseStream(tenant, caseId);
    const { state } = await runner.look(caseDecider, stream);
    const inForce = decisionsIn(state).at(-1);
    if (state.status === 'absent' || inForce === undefined) return;
    const { subjectId } = state;
    const subject = await subjectOf(runner, tenant, subjectId);
    if (!subject.exists || subject.disposed.length > 0) return;
    const { profile } = await profileOf(runner, tenant);
    const said = {
      ...told,
      complaintId,
      decisionId: inForce.decisionId,
      reopening: reopening[profile?.language === 'NN' ? 'NN' : 'NB'],
    };
    const intent: IntentOf<CaseIntent> = {
      type: 'RecordStep',
      data: {
        caseId,
        subjectId,
        subject: 'KNOWN',
        partyIsKnown: true,
        profile: undefined,
        joins: true,
        step: 'DecisionSetAside',
        said,
      },
    };
    await runner.run(
      caseDecider,
      stream,
      intent,
      {
        commandId: derivedId('reactor', name, event.id, caseId),
        correlationId: $correlationId,
        municipality: tenant,
        actor: { partyId: derivedId('system', tenant), role: 'SYSTEM' },
        at: clock.at(),
        today: clock.today(),
      },
      [...basis, ...subject.basis],
    );
  },
});
