import { type AddressInfo, connect } from 'node:net';
import { apiAdapter } from './adapter.js';

describe('a request that does not arrive whole', () => {
  const server = apiAdapter(600).getInstance();
  server.post('/', (request, reply) => reply.send({ took: request.body }));

  beforeAll(() => server.listen({ port: 0, host: '127.0.0.1' }));
  afterAll(() => server.close());

  const head = ['POST / HTTP/1.1', 'Host: localhost', 'Content-Type: application/json', 'Content-Length: 99'];
  const answered = (sent: string, more?: string) =>
    new Promise<string>((resolve) => {
      let received = '';
      const { port } = server.server.address() as AddressInfo;
      const socket = connect(port, '127.0.0.1', () => socket.write(sent));
      const feeding = setInterval(() => more !== undefined && socket.writable && socket.write(more), 100);
      socket.on('error', () => {});
      socket.on('data', (chunk) => (received += chunk.toString()));
      socket.on('close', () => {
        clearInterval(feeding);
        resolve(received);
      });
    });

  it.each([
    ['stalls in its body', `${head.join('\r\n')}\r\n\r\n{`, undefined],
    ['is fed slowly', `${head.join('\r\n')}\r\n\r\n{`, ' '],
    ['stalls in its head', head.join('\r\n'), undefined],
  ])('and %s is answered before it is cut', async (_how, sent, more) => {
    expect(await answered(sent, more)).toMatch(/^HTTP\/1\.1 408 request-timeout\r\n/);
  });
});
