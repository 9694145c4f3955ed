import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startEmbeddedEventStore, type EmbeddedEventStore } from '#embedded-eventstore';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';

const tlsFile = (name: string) => fileURLToPath(new URL(`./data/tls/${name}`, import.meta.url));

/** An address that is well written, and does not fit the server. */
describe('an address that leads nowhere', () => {
  let secure: EmbeddedEventStore;
  let plain: EmbeddedEventStore;
  let folder: string;
  let refusing: number;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'address-'));
    writeFileSync(join(folder, 'no.crt'), 'hemmelig');
    secure = await startEmbeddedEventStore({ dataDir: join(folder, 'node') });
    plain = await startEmbeddedEventStore({ temporary: true, insecure: true });
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    refusing = (closed.address() as { port: number }).port;
    closed.close();
    await once(closed, 'close');
  });
  afterAll(async () => {
    await secure.close();
    await plain.close();
    rmSync(folder, { recursive: true });
  });

  const faultsAt = async (address: string): Promise<string[]> => {
    const store = connectEventStore(address, { deadlineMs: 5_000 });
    const event = { id: '0f8fad5b-d9cb-469f-a165-70867728950e', type: 'T', data: {}, metadata: {} };
    const calls = [
      () => store.read('case-1576.a'),
      () => store.append('case-1576.a', 'no_stream', [event]),
      () => store.end(),
      () => store.readAll({})[Symbol.asyncIterator]().next(),
    ];
    try {
      const faults: string[] = [];
      for (const call of calls) {
        faults.push(
          await call().then(
            () => 'none',
            (error: unknown) => (error as Error).message,
          ),
        );
      }
      return faults;
    } finally {
      await store.close();
    }
  };
  const expectAll = (faults: readonly string[], wrong: string) => {
    for (const fault of faults) {
      expect(fault).toContain(wrong);
      expect(fault).not.toMatch(/hemmelig|OpenSSL|routines|\n|dns:/);
    }
  };

  it.each(['', '+discover'])(
    'B22 is told when nobody vouches for the certificate: esdb%s://',
    async (discover) => {
      const faults = await faultsAt(`esdb${discover}://samspor:hemmelig@localhost:${secure.port}`);
      expectAll(faults, 'nobody vouches for the certificate of localhost:');
      expectAll(faults, 'write tlsCAFile=');
    },
  );

  it('B22 is told when another authority vouches for it', async () => {
    const ca = encodeURIComponent(tlsFile('localhost.pem'));
    expectAll(
      await faultsAt(`esdb://samspor:hemmelig@localhost:${secure.port}?tlsCAFile=${ca}`),
      'certificate of localhost:',
    );
  });

  it('B22 is told when the server speaks no TLS', async () => {
    expectAll(
      await faultsAt(`esdb://samspor:hemmelig@127.0.0.1:${plain.port}`),
      'does not speak TLS: write tls=false in the address',
    );
  });

  it('B22 is told when the server speaks TLS alone', async () => {
    const { createSecureServer } = await import('node:http2');
    const { readFileSync } = await import('node:fs');
    const server = createSecureServer({
      cert: readFileSync(tlsFile('localhost.pem')),
      key: readFileSync(tlsFile('localhost-key.pem')),
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    expectAll(
      await faultsAt(`esdb://samspor:hemmelig@127.0.0.1:${port}?tls=false`),
      'speaks TLS: take tls=false out of the address',
    );
    await new Promise((resolve) => server.close(resolve));
  });

  it('B22 is told when nothing answers there, or nobody has the name', async () => {
    expectAll(
      await faultsAt(`esdb://samspor:hemmelig@127.0.0.1:${refusing}?tls=false`),
      'nothing answers at 127.0.0.1:',
    );
    expectAll(
      await faultsAt('esdb://samspor:hemmelig@nowhere.invalid:2113?tls=false'),
      'no machine is found by the name of nowhere.invalid:2113',
    );
  });

  it('B22 is told at once when a file of it cannot be used', () => {
    expect(() =>
      connectEventStore(`esdb://server?tlsCAFile=${encodeURIComponent(join(folder, 'none.crt'))}`),
    ).toThrow(/names in tlsCAFile the file .*none\.crt, which cannot be read \(ENOENT\): write the path/);
    expect(() =>
      connectEventStore(`esdb://server?tlsCAFile=${encodeURIComponent(join(folder, 'no.crt'))}`),
    ).toThrow(/names in tlsCAFile the file .*no\.crt, which holds no CERTIFICATE in PEM/);
  });

  it('B22 is used in digits over TLS without a warning of Node', async () => {
    const address = secure.connectionString.replace('localhost', '127.0.0.1');
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [
      '--import',
      new URL('../support/typescript.mjs', import.meta.url).href,
      '--conditions=source',
      fileURLToPath(new URL('./digits-process.ts', import.meta.url)),
      address,
    ]);
    expect({ stdout, stderr }).toEqual({ stdout: 'read\n', stderr: '' });
  });
});
