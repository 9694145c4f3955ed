import { checkRights } from '#event-sourcing/eventstoredb/index';

/** Tells what Samspor's login in an event store may do too little or too much. Never a reason not to start: what is missing tells of itself. */
export async function tellOwnRights(eventStoreUrl: string, log: (line: string) => void): Promise<void> {
  try {
    const { lacks, exceeds } = await checkRights(eventStoreUrl);
    if (lacks.length > 0) {
      log(`Samspor's login in the event store lacks the right to ${lacks.join(', ')}. ${remedy}`);
    }
    if (exceeds.length > 0) {
      log(
        `Samspor's login in the event store can ${exceeds.join(', ')}: the history is not safe from it. ${remedy}`,
      );
    }
  } catch {
    // The event store does not answer: whoever needs it says so.
  }
}

const remedy = 'Set the rights that "samspor eventstore rights" prints.';
