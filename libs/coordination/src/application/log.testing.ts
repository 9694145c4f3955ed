import { caseEvents, caseStream } from '#casework';
import {
  codecOf,
  type CommandContext,
  CommandRunner,
  derivedId,
  type FactOf,
  type Events,
} from '#event-sourcing';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import type { Keys } from '#personal-data';
import { plainSealing, plainText } from '#event-sourcing/testing/plain-sealing';
import { municipalityEvents, municipalityStream, partyEvents, partyStream, unitEvents } from '#municipality';
import { subjectEvents, subjectStream } from '#subject';
import { coordinationDecider } from '../domain/decide.js';
import { coordinationEvents } from '../domain/events.js';
import { caseId, subjectId } from '../domain/facts.testing.js';
import { coordinationStream } from '../questions.js';

/** Opens what `plainSealing` sealed. */
export const plainKeys: Pick<Keys, 'open'> = {
  open: (sealed) => Promise.resolve(sealed.map((one) => ({ status: 'open' as const, text: plainText(one) }))),
};

export const tenant = '1576';
export const today = '2026-03-02';

export const contextOf = (key: string, body?: string): CommandContext => ({
  commandId: derivedId('test', key),
  correlationId: key,
  municipality: tenant,
  actor: { partyId: 'party-1', role: 'CASEWORKER' },
  at: `${today}T09:00:00.000Z`,
  today,
  ...(body !== undefined && { body }),
});

/** A log in memory that holds an invented person, registered and granted a plan and a group; more can be recorded beside. */
export async function livedLog(options: { readonly birthYear?: number; readonly birthDate?: string } = {}) {
  const store = new MemoryEventStore();
  const codec = codecOf([
    caseEvents,
    coordinationEvents,
    municipalityEvents,
    partyEvents,
    subjectEvents,
    unitEvents,
  ]);
  const runner = new CommandRunner(store, codec, plainSealing);
  let recorded = 0;

  /** Records a fact of another context as it is, without a decision. */
  const record = async <E extends Events>(_: E, stream: string, { type, data }: FactOf<E>) => {
    recorded += 1;
    const draft = {
      id: derivedId('lived', recorded),
      type,
      data: data as Readonly<Record<string, unknown>>,
      metadata: {
        $correlationId: 'lived',
        $causationId: `lived-${recorded}`,
        municipality: tenant,
        actor: { partyId: 'party-1', role: 'CASEWORKER' },
        occurredOn: today,
        recordedAt: `${today}T08:00:00.000Z`,
      },
    };
    const last = await store.last(stream);
    await store.append(
      stream,
      last?.revision ?? 'no_stream',
      await codec.encode(stream, [draft], plainSealing),
    );
  };

  await record(subjectEvents, subjectStream(tenant, subjectId), {
    type: 'SubjectRegistered',
    data: {
      subjectId,
      givenName: 'Testine',
      familyName: 'Prøvesen',
      protectedAddress: false,
      birthYear: options.birthYear,
      birthDate: options.birthDate,
    },
  });
  for (const partyId of ['party-7', 'party-9']) {
    await record(partyEvents, partyStream(tenant, partyId), {
      type: 'PartyRegistered',
      data: { partyId, kind: 'STAFF', name: 'Testolf Prøve' },
    });
  }
  const about = { caseId, subjectId };
  const ofCase = caseStream(tenant, caseId);
  await record(caseEvents, ofCase, {
    type: 'ApplicationReceived',
    data: {
      ...about,
      items: ['INDIVIDUAL_PLAN', 'GROUP'],
      receivedOn: '2026-01-05',
      channel: 'FORM',
      written: true,
      signed: true,
      applicantRole: 'SUBJECT',
    },
  });
  const decide = (outcome: 'GRANTED' | 'REFUSED') =>
    record(caseEvents, ofCase, {
      type: 'DecisionMade',
      data: {
        ...about,
        items: [
          { item: 'INDIVIDUAL_PLAN', outcome },
          { item: 'GROUP', outcome },
        ],
        decidedBy: 'KE_MEETING',
        decidedOn: '2026-01-20',
        legalBasis: 'HOL_7_1',
      },
    });

  const adoptProfile = (groupPresupposesPlan: boolean) =>
    record(municipalityEvents, municipalityStream(tenant), {
      type: 'MunicipalityProfileAdopted',
      data: {
        municipality: tenant,
        profileVersion: 1,
        name: 'Prøvekommunen',
        municipalityNumber: tenant,
        language: 'NB',
        unitTerm: 'KOE',
        coordinatorTerm: 'BRUKERKOORDINATOR',
        groupTerm: 'ANSVARSGRUPPE',
        meetingTerm: 'ANSVARSGRUPPEMOTE',
        items: ['INDIVIDUAL_PLAN', 'COORDINATOR', 'GROUP'],
        deciderBody: 'KE_MEETING',
        groupPresupposesPlan,
        leaderConcurrence: false,
        adoptedOn: '2026-01-01',
      },
    });

  const dispose = () =>
    record(subjectEvents, subjectStream(tenant, subjectId), {
      type: 'PersonalDataDisposed',
      data: {
        subjectId,
        classes: ['PERSON', 'CASE', 'COORDINATION'],
        legalBasis: 'ARKIVLOVA',
        retentionClass: 'CASE_FILE',
        confirmedBy: 'party-1',
        disposedOn: today,
      },
    });

  const ofSubject = subjectStream(tenant, subjectId);
  const die = () =>
    record(subjectEvents, ofSubject, {
      type: 'SubjectDeceased',
      data: { subjectId, source: 'NEXT_OF_KIN', toldOn: today },
    });
  const revive = async () => {
    const history = await store.read(ofSubject);
    const death = history.findLast(({ type }) => type === 'SubjectDeceased');
    await record(subjectEvents, ofSubject, {
      type: 'RecordedInErrorMarked',
      data: { corrects: death?.id ?? '', subjectId, reasonCode: 'WRONG_PERSON', reason: 'Feil.' },
    });
  };

  const annulDecision = async () => {
    const history = await store.read(ofCase);
    const made = history.findLast(({ type }) => type === 'DecisionMade');
    await record(caseEvents, ofCase, {
      type: 'RecordedInErrorMarked',
      data: { corrects: made?.id ?? '', subjectId, reasonCode: 'OTHER', reason: 'Feil.' },
    });
  };

  const coordination = () => runner.look(coordinationDecider, coordinationStream(tenant, subjectId));
  return {
    store,
    codec,
    runner,
    record,
    decide,
    annulDecision,
    adoptProfile,
    dispose,
    die,
    revive,
    coordination,
  };
}
