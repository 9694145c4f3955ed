import { LogFault, type EventStore } from '#event-sourcing/event-store';
import type { Projection } from '#event-sourcing/projection';
import { inTransaction, type Pool } from '#postgres';
import { asidesOf, insertAsides } from './aside.js';
import { Copying } from './copy-rows.js';
import { verifyLog } from './log-identity.js';
import { nextBuild, type Build, type LastEvent } from './registry.js';
import type { Folded } from './folded-part.js';
import { nothingTaken, Tallying } from './tally.js';
import { createTable, finishTable, tableExists, tallyRows } from './tables.js';
import { insertUnderWay, recordParts, underWay, type UnderWay } from './under-way.js';

/** Up to where the log is read, and into how many parts its streams are divided. */
export interface Division {
  readonly logId: string;
  readonly last: LastEvent | undefined;
  readonly parts: number;
}

/** One projection's new build while it is filled: each part of the log in a transaction that also says that it is there. */
export class Filling {
  private constructor(
    private readonly projection: Projection,
    private readonly owner: Pool,
    private state: UnderWay,
    /** How many parts are in the rows. */
    public done: number,
  ) {}

  /** From the start, in a build of its own. */
  static async begun(
    projection: Projection,
    owner: Pool,
    { logId, last, parts }: Division,
  ): Promise<Filling> {
    const { name, version } = projection;
    const build = await nextBuild(owner, projection);
    const state = {
      name,
      version,
      build,
      logId,
      resume: last?.position,
      last,
      aside: asidesOf([]),
      taken: nothingTaken,
      parts,
      done: 0,
    };
    return new Filling(projection, owner, state, 0);
  }

  /** What another process began and did not end. */
  static resumed(projection: Projection, owner: Pool, state: UnderWay): Filling {
    return new Filling(projection, owner, state, state.done);
  }

  get build(): Build {
    const { name, version, build } = this.state;
    return { name, version, build };
  }

  /** Copies the rows of a part, where they are not there already, and says which of its streams are set aside. */
  async fill(part: number, { rows, aside, taken: ofPart }: Folded, signal: AbortSignal): Promise<void> {
    if (part < this.done) return;
    const { projection, build } = this;
    const all = new Tallying(this.state.taken);
    all.addAll(ofPart);
    const taken = all.tally;
    await inTransaction(this.owner, async (client) => {
      // What a crash of the server loses of it is lost with the word that it was there.
      await client.query(`set local synchronous_commit = off`);
      if (part === 0) {
        await createTable(client, projection, build);
        await insertUnderWay(client, this.state);
      }
      const copying = new Copying(client, projection, build, part === 0);
      try {
        await copying.write(rows, signal);
        await copying.end();
      } catch (error) {
        await copying.abandon();
        throw error;
      }
      await insertAsides(client, build, aside);
      await recordParts(client, build, part + 1, taken);
    });
    this.state = { ...this.state, taken, aside: asidesOf([...this.state.aside.values(), ...aside]) };
    this.done = part + 1;
  }

  /** Key, indexes and rights; where it stands from then on. */
  async finish(): Promise<UnderWay> {
    await inTransaction(this.owner, async (client) => {
      await tallyRows(client, this.build);
      await finishTable(client, this.projection, this.build);
      await recordParts(client, this.build, 'whole', this.state.taken);
    });
    return this.state;
  }
}

/** What was begun and can be gone on with: its table is there, and the log is the one that it is filled from. */
export async function resumable(
  projection: Projection,
  owner: Pool,
  store: EventStore,
): Promise<UnderWay | undefined> {
  const state = await underWay(owner, projection);
  if (state === undefined || !(await tableExists(owner, state))) return undefined;
  try {
    await verifyLog(store, state);
  } catch (error) {
    if (error instanceof LogFault) return undefined;
    throw error;
  }
  return state;
}
