import { codec } from '#apps/codec';
import { Agenda } from '#apps/cli/src/generate/agenda';
import { history } from '#apps/cli/src/generate/history';
import { municipalitiesNamed } from '#apps/cli/src/generate/town';
import type { Authenticity } from '#event-sourcing';
import { type Append, proposed } from '#event-sourcing/eventstoredb/index';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';

/**
 * Appends of a generated history, in order, corrections among them: so many, or a few more. Nothing in it is sealed for real; signed where it
 * is told how.
 */
export async function toldHistory(
  count: number,
  seed: number,
  authenticity?: Authenticity,
): Promise<Append[]> {
  const appends: Append[] = [];
  const agenda = new Agenda<Append & { readonly at: string }>();
  const options = { events: 2 * count, seed, municipalities: await municipalitiesNamed('aure,hamar') };
  for await (const { entries, until } of history(options, { part: 0, of: 1 })) {
    for (const { at, stream, expected, drafts } of entries) {
      const whole = drafts.map((draft) => ({ ...draft, metadata: { ...draft.metadata, bodyMac: noMac } }));
      const encoded = await codec.encode(stream, whole, plainSealing);
      const events = proposed(authenticity?.signed(stream, expected, encoded) ?? encoded);
      agenda.add([{ at, stream, expected, events }]);
    }
    appends.push(...agenda.takeBefore(until));
    if (appends.length >= count) break;
  }
  return appends;
}

const noMac = '0'.repeat(64);
