export { AccessLog, AccessLogUnavailable } from './access-log/access-log.js';
export type { ChainFault, Checked, KnownEnd } from './access-log/check.js';
export {
  type AccessEntry,
  type AccessOutcome,
  accessOutcomes,
  accessPurposes,
  type Head,
  type KeptEntry,
} from './access-log/entry.js';
export { Readers } from './access-log/readers.js';
export type { AccessFilter } from './access-log/reading.js';
export { CaseNumbers, type GivenNumber, type NumberRequest } from './case-numbers.js';
export { Disclosure, purposes, type Purpose, type SubjectsOf } from './disclose.js';
export { Disposals, type Destroyed, type Disposal } from './disposal.js';
export { type EntryDisposal, EntryDisposals } from './entry-disposal.js';
export { type Erased, Erasure } from './erasure.js';
export {
  type DocumentKey,
  DocumentKeys,
  type DocumentPlace,
  type FoundDocument,
  type UnfiledDocument,
} from './document-keys.js';
export { DraftSecrets } from './draft-secrets.js';
export { type Draft, Drafts, type Saved } from './drafts.js';
export { openWithFieldKey } from './envelope.js';
export * from './errors.js';
export { openEventKeys } from './event-keys.js';
export { Handouts } from './handouts.js';
export { IdentityClaims, type Claim, type ClaimRequest, type IdentityQuestion } from './identity-claims.js';
export {
  identityNumber,
  newNumbersFrom,
  type IdentityNumber,
  type IdentityNumberFault,
} from './identity-number.js';
export { makeKeyFile, readKeyFile, UnusableKeyFile } from './key-file.js';
export {
  aesKeyWrapping,
  WrongKey,
  type KeyWrapping,
  type PlainKey,
  type WrappedKey,
} from './key-wrapping.js';
export { Keys, type KeysOptions, type OpenedField } from './keys.js';
export { openMunicipalityKey, openMunicipalityKeyWith, type MunicipalityKey } from './municipality-key.js';
export type { HeldText } from './held-text.js';
export { NameIndex, type HeldPerson, type NameSearch, type NewPerson, type PeopleRow } from './name-index.js';
export type { PersonKind, Place } from './named-people.js';
export {
  DISPOSED,
  isDisposed,
  isSealed,
  isWithheld,
  LEFT_OUT,
  leftOutIn,
  UNPRINTED,
  placesIn,
  replacePlaces,
  sealedIn,
  WITHHELD,
  withheldIn,
  type Disposed,
  type Opened,
  type Withheld,
} from './opened.js';
export { WrongVault, type SealedLog } from './pairing.js';
export { Parties, type Login } from './parties.js';
export { ProviderMark } from './provider-mark.js';
export { type Reminder, Reminders } from './reminders.js';
export { RequestClaims } from './request-claims.js';
export { digestOf, type KeptSession, Sessions } from './sessions.js';
export { MessageIds } from './message-ids.js';
export { migrateVault } from './migrate-vault.js';
export { type IndexedLog, StreamIndex } from './stream-index.js';
export { type Progress, Subscribers } from './subscribers.js';
export { openVault, type Vault, type VaultOptions } from './vault.js';
export * from './viewer.js';
export {
  type WaitingDelivery,
  type WebhookCounts,
  type WebhookKey,
  type WebhookPlace,
  Webhooks,
} from './webhooks.js';
