import { type ArchiveConfig, archiveFromEnv } from '#apps/archive-config';
import { type MailConfig, mailFromEnv } from '#apps/mail-config';
import { letterOutboxFromEnv, serverConfigFrom, type ServerConfig } from '#apps/server-config';

/** What the projector works with; a plain object, so that it can be handed to a thread. */
export interface ProjectorConfig {
  readonly eventStoreUrl: string;
  /** The read models' database, as the login that writes them. */
  readonly databaseUrl: string;
  readonly vaultDatabaseUrl: string;
  /** The municipality's key: reactors record facts, and facts may have sealed fields. */
  readonly keyFile: string;
  readonly documentsDir: string;
  /** Absent: nobody is told anything outside the program. */
  readonly mail?: MailConfig;
  /** Absent: letters leave the program by people alone. */
  readonly letterOutbox?: string;
  /** Absent: nothing is handed over to any archive. */
  readonly archive?: ArchiveConfig & {
    /** 15 s unless told. */
    readonly lookEveryMs?: number;
  };
  /** The least time between two audits, where it is not the usual. */
  readonly auditPauseMs?: number;
}

/** The configuration of a projector that runs by itself. */
export function configFrom(
  env: NodeJS.ProcessEnv,
): ServerConfig & Pick<ProjectorConfig, 'mail' | 'letterOutbox' | 'archive'> {
  const mail = mailFromEnv(env);
  const archive = archiveFromEnv(env);
  return {
    ...serverConfigFrom(env, 'The projector'),
    ...(mail && { mail }),
    ...letterOutboxFromEnv(env),
    ...(archive && { archive }),
  };
}
