import type { Projection } from '#event-sourcing/projection';
import type { Recorded } from '#event-sourcing';
import type { Viewer } from '#personal-data/viewer';
import { type Pool, readerPool } from '#postgres';
import { openReadModels, type ReadModels, refold } from '#projecting';
import {
  appointments,
  coordinationRegister,
  followUp,
  people,
  planAccesses,
  planContent,
  relations,
} from '#projections/index';
import { planById, sharedPlansPage } from '#projections/plan-content/queries';
import { closeTo } from '#projections/relations/queries';
import { columnsOf } from '../../libs/projecting/src/rows.js';
import {
  allColumns,
  createTable,
  finishTable,
  pointView,
  tableOf,
} from '../../libs/projecting/src/tables.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { tenant } from './unit.js';

const shown: readonly Projection[] = [
  appointments,
  coordinationRegister,
  followUp,
  people,
  planAccesses,
  planContent,
  relations,
];
const buildOf = ({ name, version }: Projection) => ({ name, version, build: 1 });

interface Asking {
  readonly planId: string;
  readonly subjectId: string;
  readonly today: string;
}

/** The read models of one log in PostgreSQL, and what the API's own statements find in them, read as its role. */
export class Readers {
  private constructor(
    private readonly database: TestDatabase,
    private readonly models: ReadModels,
    private readonly pool: Pool,
  ) {}

  static async opened(): Promise<Readers> {
    const database = await createTestDatabase();
    const models = openReadModels(database.url, shown);
    await models.prepare();
    for (const projection of shown) {
      await createTable(models.owner, projection, buildOf(projection));
      await finishTable(models.owner, projection, buildOf(projection));
      await pointView(models.owner, projection, buildOf(projection));
    }
    const pool = readerPool({ connectionString: database.url, applicationName: 'sharing spec', max: 2 });
    return new Readers(database, models, pool);
  }

  async close(): Promise<void> {
    await this.pool.end();
    await this.models.close();
    await this.database.drop();
  }

  /** In place of whatever was there: every row that follows from these events. */
  async show(log: readonly Recorded[]): Promise<void> {
    const names = [...new Set(log.map(({ stream }) => stream))];
    const tables = shown.map((projection) => {
      const of = projection.handles.map(({ category }) => `${category}-`);
      const rows = names
        .filter((name) => of.some((prefix) => name.startsWith(prefix)))
        .map((name) => log.filter(({ stream }) => stream === name))
        .flatMap((history) => [...refold(projection, history).values()])
        .map((row) => columnsOf(projection, row));
      return [projection, JSON.stringify(rows)] as const;
    });
    const written = tables.map(([projection], index) => {
      const columns = allColumns(projection);
      const names = Object.keys(columns).join(', ');
      const typed = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
      const table = tableOf(buildOf(projection));
      return `in_${index} as (insert into ${table} (${names})
        select ${names} from jsonb_to_recordset($${index + 1}::jsonb) given(${typed.join(', ')}))`;
    });
    const emptied = tables.map(([projection]) => `delete from ${tableOf(buildOf(projection))}`);
    await this.models.projector.query(emptied.join('; '));
    await this.models.projector.query(
      `with ${written.join(', ')} select`,
      tables.map(([, rows]) => rows),
    );
  }

  /** What one of the staff gets to see, as the API has it: nothing of whom they are close to. */
  async seenBy(viewer: Viewer, { planId, subjectId, today }: Asking) {
    const [near, listed, plan] = await Promise.all([
      closeTo(this.pool, viewer, [viewer.partyId], today),
      sharedPlansPage(this.pool, viewer, { limit: 10 }, today),
      planById(this.pool, viewer, { planId, today }),
    ]);
    return {
      isClose: near.includes(subjectId),
      listed: listed.rows.map((one) => [one.planId, one.sections]),
      plan: plan && {
        isWhole: plan.isWhole,
        sections: plan.sections,
        entries: plan.entries.map(({ entryId }) => entryId),
        accesses: plan.accesses.length,
        consents: plan.consents,
      },
    };
  }

  /** What whoever coordinates is shown of how another sees it; undefined for anybody else. */
  async seenAs(viewer: Viewer, asPartyId: string, { planId, today }: Asking) {
    const plan = await planById(this.pool, viewer, { planId, today, asPartyIds: [asPartyId] });
    return plan && { sections: plan.sections, entries: plan.entries.map(({ entryId }) => entryId) };
  }

  staff = (partyId: string): Viewer => ({
    tenants: [tenant],
    partyId,
    roles: ['COORDINATOR'],
    units: [],
  });
}
