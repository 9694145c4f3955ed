import { connect, type Socket } from 'node:net';
import { ApiClient } from '../support/api-client.js';
import { startTestApp } from '../support/app.js';

describe('the API when it closes', () => {
  it('waits for no client that dawdles', async () => {
    const app = await startTestApp({ withProjector: false, closeWithinMs: 50 });
    let socket: Socket | undefined;
    try {
      const { token } = await ApiClient.as(app.url, 'CASEWORKER');
      const { port } = new URL(app.url);
      const head = [
        'POST /v1/cases HTTP/1.1',
        'Host: localhost',
        `Authorization: Bearer ${token}`,
        'Content-Type: application/json',
        'Content-Length: 1000',
        'Expect: 100-continue',
      ];
      const dawdling = connect(Number(port), '127.0.0.1');
      socket = dawdling.on('error', () => {});
      // The server has begun to read when it says "100 Continue".
      await new Promise((resolve) => {
        dawdling.once('data', resolve).write(`${head.join('\r\n')}\r\n\r\n{`);
      });
      const cut = new Promise((resolve) => dawdling.once('close', resolve));
      await app.stop();
      await cut;
    } finally {
      socket?.destroy();
      await app.stop();
    }
  });
});
