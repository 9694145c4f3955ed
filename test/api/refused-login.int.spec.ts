import { randomUUID } from 'node:crypto';
import { startEngine } from '#apps/projector/src/engine';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { EventStoreLogins } from '../support/event-store-logins.js';
import { eventually } from '../support/wait.js';

describe('with a login that the event store lets in no more', () => {
  let app: TestApp;
  let logins: EventStoreLogins;
  const refused = /^The event store does not let the login "samspor" .*the password in the address is wrong/;

  beforeAll(async () => {
    app = await startTestApp();
    const password = randomUUID();
    const own = new EventStoreLogins(app.eventStoreUrl);
    await own.create('admin', password, ['$admins']);
    await own.close();
    logins = new EventStoreLogins(app.eventStoreUrl.replace(/\/\/[^@]+@/, `//admin:${password}@`));
  });
  afterAll(async () => {
    await logins?.close();
    await app?.stop();
  });

  const health = () => new ApiClient(app.url).get('/health/ready');

  it('B21 health has the reason, and goes green by itself', async () => {
    expect((await health()).status).toBe(200);
    await logins.disable('samspor');
    expect(await health()).toMatchObject({
      status: 503,
      body: { status: 'not-ready', log: 'unreachable', logMessage: expect.stringMatching(refused) },
    });
    await logins.enable('samspor');
    await eventually(async () =>
      expect(await health()).toMatchObject({ status: 200, body: { log: 'reachable' } }),
    );
    expect((await health()).body).toMatchObject({ logMessage: null });
  });

  it('B21 no projector starts, and it says why', async () => {
    const { database, keyFile, documentsDir, eventStoreUrl } = app;
    const wrong = eventStoreUrl.replace(/:[^:@]+@/, ':hemmelig@');
    const starting = startEngine(
      {
        eventStoreUrl: wrong,
        databaseUrl: database.url,
        vaultDatabaseUrl: database.vaultUrl,
        keyFile,
        documentsDir,
      },
      () => undefined,
    );
    await expect(starting).rejects.toThrow(refused);
  });
});
