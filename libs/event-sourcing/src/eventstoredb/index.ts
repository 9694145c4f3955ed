export { AppendRefused, type BulkAppender, openBulkAppender } from './bulk-append.js';
export { connectEventStore, type EventStoreDbOptions } from './connect.js';
export { type Append, proposed } from './wire/appending.js';
