import type { EventKey } from '#event-sourcing';
import { assertSeparateLogin, createPool, listen, roles } from '#postgres';
import { AccessLog } from './access-log/access-log.js';
import { assertAppendOnly } from './access-log/append-only.js';
import { Readers } from './access-log/readers.js';
import { Beginnings } from './beginnings.js';
import { CaseNumbers } from './case-numbers.js';
import { Disclosure } from './disclose.js';
import {
  type Destroyed,
  destroyedChannel,
  Disposals,
  type KeysChanged,
  ownersIn,
  saidIn,
} from './disposal.js';
import { DocumentKeys } from './document-keys.js';
import { DraftSecrets } from './draft-secrets.js';
import { Drafts } from './drafts.js';
import { EntryDisposals } from './entry-disposal.js';
import { Erasure } from './erasure.js';
import { Exclusive } from './exclusive.js';
import { eventKeys, renewEventKey } from './event-keys.js';
import { Handouts } from './handouts.js';
import { IdentityClaims } from './identity-claims.js';
import { KeyTable } from './key-table.js';
import type { KeyWrapping } from './key-wrapping.js';
import { Keys, type KeysOptions } from './keys.js';
import { MessageIds } from './message-ids.js';
import { migrateVault } from './migrate-vault.js';
import { openMunicipalityKey, openMunicipalityKeyWith } from './municipality-key.js';
import { assertVaultOf, type SealedLog } from './pairing.js';
import { Parties } from './parties.js';
import { ProviderMark } from './provider-mark.js';
import { Reminders } from './reminders.js';
import { RequestClaims } from './request-claims.js';
import { Sessions } from './sessions.js';
import { StreamIndex } from './stream-index.js';
import { Subscribers } from './subscribers.js';
import { Webhooks } from './webhooks.js';

export interface VaultOptions {
  /** The vault database, as the vault's login. */
  readonly connectionString: string;
  /** The municipality's key: a file, or a key management service in its place. */
  readonly key: { readonly file: string } | { readonly wrapping: KeyWrapping };
  /** The log whose keys these are. */
  readonly log: SealedLog;
  /** How that log's streams begin; what others keep in the same event store is not looked at. */
  readonly streamPrefixes?: readonly string[];
  readonly keys?: KeysOptions;
  /** How long a replaced key is left to processes that may hold it; two minutes unless told. */
  readonly settlingMs?: number;
  /** How long a query may take; 15 s unless told. Migrations take as long as they take. */
  readonly queryTimeoutMs?: number;
  /** Told when the connection for notifications breaks; it is made again by itself. */
  readonly onError?: (error: Error) => void;
}

/** Keys, claims and ids that cannot be made again (docs/personal-data.md). */
export interface Vault {
  readonly keys: Keys;
  /** Under which the log's events are authenticated, the one to sign with last. */
  readonly eventKeys: readonly EventKey[];
  readonly disposals: Disposals;
  readonly entryDisposals: EntryDisposals;
  readonly streams: StreamIndex;
  readonly erasure: Erasure;
  readonly identityClaims: IdentityClaims;
  readonly caseNumbers: CaseNumbers;
  readonly beginnings: Beginnings;
  readonly requestClaims: RequestClaims;
  readonly messageIds: MessageIds;
  readonly parties: Parties;
  readonly disclosure: Disclosure;
  /** Who has read whose data. */
  readonly accessLog: AccessLog;
  readonly readers: Readers;
  readonly provider: ProviderMark;
  readonly reminders: Reminders;
  readonly sessions: Sessions;
  readonly handouts: Handouts;
  readonly draftSecrets: DraftSecrets;
  readonly drafts: Drafts;
  readonly documentKeys: DocumentKeys;
  readonly subscribers: Subscribers;
  readonly webhooks: Webhooks;
  /** One more key for events, with which every process signs from its next start on. */
  renewEventKey(): Promise<void>;
  /** Calls back whenever someone's keys are destroyed, by this process or another. At least once each. */
  onDestroyed(listener: (destroyed: Destroyed) => void): void;
  /** False while that cannot be relied on: the connection for notifications is gone, or what was missed is not told yet. */
  readonly hearsOfDestroyed: boolean;
  close(): Promise<void>;
}

/**
 * Migrates the vault, opens the municipality's key against it and follows what other processes destroy. Refuses with `WrongVault`, before a
 * key is made, where the vault is not this log's.
 */
export async function openVault({
  connectionString,
  key,
  log,
  streamPrefixes,
  keys: options,
  settlingMs,
  queryTimeoutMs = 15_000,
  onError,
}: VaultOptions): Promise<Vault> {
  // A key is on disk before the event that uses it, and a vault that does not answer holds up no stream for ever.
  const settings = { connectionString, role: roles.vault, durable: true, queryTimeoutMs };
  const pool = createPool({ ...settings, applicationName: 'samspor vault' });
  const lockPool = createPool({ ...settings, applicationName: 'samspor vault locks', max: 7 });
  const accessLogPool = createPool({
    ...settings,
    role: roles.accessLog,
    applicationName: 'samspor access log',
    max: 4,
  });
  const closing = new AbortController();
  const close = async () => {
    closing.abort();
    await accessLogPool.end();
    await lockPool.end();
    await pool.end();
  };
  try {
    await assertSeparateLogin(pool, [roles.owner, roles.projector, roles.reader]);
    await assertAppendOnly(pool);
    await migrateVault(connectionString);
    await assertVaultOf(log, pool, streamPrefixes);
    const { wrapping, lookups, rowKeys } =
      'file' in key
        ? await openMunicipalityKey({ keyFile: key.file, vaultPool: pool })
        : await openMunicipalityKeyWith(key.wrapping, pool);
    const authenticating = await eventKeys(pool, wrapping);
    const table = new KeyTable(pool, wrapping);
    const keys = new Keys(table, options);
    const exclusive = new Exclusive(lockPool);
    const parties = new Parties(pool, lookups, exclusive);
    const readers = new Readers(pool, rowKeys);
    const draftSecrets = new DraftSecrets(pool, lookups, rowKeys);
    const listeners: ((destroyed: Destroyed) => void)[] = [];
    const tell = (destroyed: Destroyed) => {
      keys.drop(ownersIn(destroyed));
      if (destroyed.classes.includes('PARTY')) {
        parties.dropCached();
        readers.dropCached();
      }
      for (const listener of listeners) listener(destroyed);
    };
    const disposals = new Disposals(pool, tell);
    let hears = true;
    const tellChanged = ({ owners }: KeysChanged) => keys.drop(owners);
    const streams = new StreamIndex(pool, { streamPrefixes });
    const entryDisposals = new EntryDisposals({
      pool,
      table,
      wrapping,
      streams,
      tell: tellChanged,
      settlingMs,
    });
    await listen(
      connectionString,
      destroyedChannel,
      (payload) => {
        const said = saidIn(payload);
        if (said === undefined) return;
        if ('owners' in said) tellChanged(said);
        else tell(said);
      },
      {
        signal: closing.signal,
        onReconnect() {
          // What was destroyed in the meantime is unknown: all that ever was is told again.
          keys.dropAll();
          disposals.all().then(
            (all) => {
              all.forEach(tell);
              hears = true;
            },
            (error: Error) => onError?.(error),
          );
        },
        onError(error) {
          hears = false;
          onError?.(error);
        },
      },
    );
    return {
      keys,
      eventKeys: authenticating,
      disposals,
      entryDisposals,
      streams,
      erasure: new Erasure(connectionString),
      identityClaims: new IdentityClaims(pool, lookups, exclusive),
      caseNumbers: new CaseNumbers(pool),
      beginnings: new Beginnings(pool, lookups),
      requestClaims: new RequestClaims(pool, lookups),
      messageIds: new MessageIds(lookups),
      parties,
      disclosure: new Disclosure(keys, log),
      accessLog: new AccessLog(accessLogPool, rowKeys),
      readers,
      provider: new ProviderMark(pool),
      reminders: new Reminders(pool),
      sessions: new Sessions(pool, rowKeys),
      handouts: new Handouts(rowKeys),
      draftSecrets,
      drafts: new Drafts(pool, draftSecrets),
      documentKeys: new DocumentKeys(pool, keys, lookups, exclusive),
      subscribers: new Subscribers(pool, rowKeys),
      webhooks: new Webhooks(pool, lockPool),
      renewEventKey: () => renewEventKey(pool, wrapping),
      onDestroyed: (listener) => void listeners.push(listener),
      get hearsOfDestroyed() {
        return hears;
      },
      async close() {
        keys.dropAll();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
