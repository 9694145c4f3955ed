export { connectEventStore, type EventStoreDbOptions } from './connect.js';
