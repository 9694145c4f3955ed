export { type Address, addressIn, BadAddress } from './address.js';
export { AppendRefused, type BulkAppender, openBulkAppender } from './bulk-append.js';
export { Connection } from './connection.js';
export { connectEventStore, type EventStoreDbOptions } from './connect.js';
export { everyEvent, type StoredBytes } from './every-event.js';
export { type Append, type BytesEvent, proposed, proposedAsIs } from './wire/appending.js';
export {
  checkRights,
  EveryLoginMay,
  giveRights,
  type GivenRights,
  giveStreamReader,
  listOfStream,
  type RightsCheck,
  rightsFor,
} from './rights.js';
