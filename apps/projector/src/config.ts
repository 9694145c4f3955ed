import { serverConfigFrom, type ServerConfig } from '#apps/server-config';

/** What the projector works with; a plain object, so that it can be handed to a thread. */
export interface ProjectorConfig {
  readonly eventStoreUrl: string;
  /** The read models' database, as the login that writes them. */
  readonly databaseUrl: string;
  readonly vaultDatabaseUrl: string;
  /** The municipality's key: reactors record facts, and facts may have sealed fields. */
  readonly keyFile: string;
}

/** The configuration of a projector that runs by itself. */
export const configFrom = (env: NodeJS.ProcessEnv): ServerConfig => serverConfigFrom(env, 'The projector');
