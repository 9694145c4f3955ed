import { readDemoKey } from '#apps/standalone/src/demo-key';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { ApiClient } from '../support/api-client.js';
import { type Ended, cli } from '../support/program.js';
import { Procedure } from '../api/procedure.js';
import { runtimeOn } from './read-model-rows.js';

export interface TwoPersons {
  readonly requestedBy: string;
  readonly confirmedBy: string;
}

const dispose = (dataDir: string, step: string, subjectId: string, ...given: readonly string[]) =>
  cli(['dispose', step, '--municipality=1576', `--subject=${subjectId}`, ...given], { DATA_DIR: dataDir });

/** Asks for the disposal of a person of Aure as an operator does, beside the program or while it is stopped. */
export const requestDisposalOn = (
  dataDir: string,
  subjectId: string,
  requestedBy: string,
  ...given: readonly string[]
): Promise<Ended> =>
  dispose(
    dataDir,
    'request',
    subjectId,
    '--legal-basis=ARKIVLOVA',
    '--retention-class=KE_CASE',
    `--requested-by=${requestedBy}`,
    ...given,
  );

export const confirmDisposalOn = (
  dataDir: string,
  subjectId: string,
  confirmedBy: string,
  ...given: readonly string[]
): Promise<Ended> => dispose(dataDir, 'confirm', subjectId, `--confirmed-by=${confirmedBy}`, ...given);

/** Disposes of a person of Aure; both are logins that recorded something before. Answers how the confirmation ended. */
export async function disposeOn(
  dataDir: string,
  subjectId: string,
  { requestedBy, confirmedBy }: TwoPersons,
): Promise<Ended> {
  const asked = await requestDisposalOn(dataDir, subjectId, requestedBy);
  return asked.code === 0 ? confirmDisposalOn(dataDir, subjectId, confirmedBy) : asked;
}

/** Two caseworkers of Aure with logins of their own, each of whom has recorded something. */
export async function twoPersonsOn(dataDir: string): Promise<TwoPersons> {
  const { url = '', eventStoreUrl } = runtimeOn(dataDir);
  const key = readDemoKey(dataDir);
  const others = await loginsIn(eventStoreUrl);
  for (const sub of ['archivist-1', 'archivist-2']) {
    const login = await ApiClient.as(url, 'CASEWORKER', '1576', `${sub}-${others.length}`, key);
    await new Procedure(login).party('Testine');
  }
  const [requestedBy = '', confirmedBy = ''] = (await loginsIn(eventStoreUrl)).slice(others.length);
  return { requestedBy, confirmedBy };
}

/** The parties that registered themselves by their login's first command, the oldest first. */
async function loginsIn(eventStoreUrl: string): Promise<string[]> {
  const store = connectEventStore(eventStoreUrl);
  const parties: string[] = [];
  try {
    for await (const { data, metadata } of store.readAll({ streamPrefixes: ['party-1576.'] })) {
      const { partyId } = metadata['actor'] as { partyId: string };
      if (data['partyId'] === partyId) parties.push(partyId);
    }
  } finally {
    await store.close();
  }
  return parties;
}
