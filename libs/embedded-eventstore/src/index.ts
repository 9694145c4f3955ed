export { startEmbeddedEventStore, type EmbeddedEventStore, type EmbeddedEventStoreOptions } from './start.js';
export { startEmbeddedEventStoreWorker, type HostedEventStore } from './host.js';
export { FolderInUse, lockFolder } from './log/folder-lock.js';
export {
  checkEventStore,
  scavengeEventStore,
  type CheckedLog,
  type Damage,
  type Scavenged,
} from './maintenance.js';
