import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { eventStoreContract } from './event-store-contract.js';

describe('the store in memory, which unit tests use', () => {
  const store = new MemoryEventStore();
  eventStoreContract(
    () => store,
    (stream, metadata) => store.setMetadata(stream, metadata),
  );
});
