/** Reads the log at the address of its argument, over TLS to an address in digits: what Node warns of shows on standard error. */
import { connectEventStore } from '#event-sourcing/eventstoredb/index';

const store = connectEventStore(process.argv[2] ?? '');
await store.read('log-samspor');
await store.end();
for await (const _ of store.readAll({}));
await store.close();
process.stdout.write('read\n');
