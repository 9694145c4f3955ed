export { advisoryLock, lockSession, type AdvisoryLock, type LockSession } from './advisory-lock.js';
export { copyFrom } from './copy.js';
export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded/start.js';
export { codeOf, isConnectionError, isDiskFull, isUniqueViolation } from './errors.js';
export { listen, type ListenOptions } from './listen.js';
export { ChangedMigrationError, migrate, NewerSchemaError, type Migrations } from './migrate.js';
export { createPool, type Pool, type PoolClient, type PoolOptions, type Queryable } from './pool.js';
export { prepared } from './prepared.js';
export { readerPool, readFor } from './read-for.js';
export {
  addressOf,
  assertSafeRole,
  assertSeparateLogin,
  initSections,
  initSql,
  loginsOf,
  prepareDatabase,
  roles,
  type Databases,
  type DatabaseUrls,
  type InitSection,
  type Logins,
} from './roles.js';
export { tenantPolicy } from './tenants.js';
export { inTransaction, type TransactionOptions } from './transaction.js';
