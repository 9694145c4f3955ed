import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcp, type AddressInfo, type Server as TcpServer, type Socket } from 'node:net';
import { Networks } from './networks.js';
import { Post, type Posting } from './post.js';

const message = { headers: { 'webhook-id': 'a.1' }, body: '{"a":"æ"}' };
const loopback = new Networks(['127.0.0.0/8']);
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

async function listening(server: Server | TcpServer): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}
const answering = (listener: RequestListener) => listening(createServer(listener));

function post(more: Partial<Posting> = {}) {
  const one = new Post({ networks: loopback, timeoutMs: 500, ...more });
  stops.push(() => one.close());
  return (url: string) => one.send(url, message, new AbortController().signal);
}

describe('a message', () => {
  it('comes as it was, to a name that is looked up once', async () => {
    const came: string[] = [];
    const port = await answering((request, reply) => {
      request
        .setEncoding('utf8')
        .on('data', (part) => came.push(`${request.method} ${request.headers.host} ${part}`));
      request.on('end', () => reply.writeHead(204).end());
    });
    const asked: string[] = [];
    const addressesOf = async (name: string) => {
      asked.push(name);
      return ['127.0.0.1'];
    };
    expect(await post({ addressesOf })(`http://receiver.example:${port}/hook`)).toEqual({ taken: true });
    expect(came).toEqual([`POST receiver.example:${port} {"a":"æ"}`]);
    expect(asked).toEqual(['receiver.example']);
  });

  it.each([
    ['http://127.0.0.1/', 'REFUSED_ADDRESS'],
    ['http://2130706433/', 'REFUSED_ADDRESS'],
    ['http://0x7f.1/', 'REFUSED_ADDRESS'],
    ['https://[::ffff:10.0.0.1]/', 'REFUSED_ADDRESS'],
    ['https://[::1]/', 'REFUSED_ADDRESS'],
    ['https://169.254.169.254/latest/meta-data', 'REFUSED_ADDRESS'],
    ['http://8.8.8.8/', 'PLAIN_HTTP'],
    ['ftp://8.8.8.8/', 'REFUSED_ADDRESS'],
  ])('does not go to %s', async (url, fault) => {
    expect(await post({ networks: new Networks() })(url)).toEqual({ taken: false, fault });
  });

  it('does not go to a name that has an address inside, whatever else it has', async () => {
    let reached = 0;
    const port = await answering((_, reply) => {
      reached += 1;
      reply.end();
    });
    for (const addresses of [['127.0.0.1'], ['8.8.8.8', '::ffff:10.0.0.1'], ['8.8.8.8', '127.0.0.1']]) {
      const send = post({ networks: new Networks(), addressesOf: async () => addresses });
      expect(await send(`https://inside.example:${port}/`)).toEqual({
        taken: false,
        fault: 'REFUSED_ADDRESS',
      });
    }
    expect(reached).toBe(0);
  });

  it('goes to the address that was looked at, when the name answers otherwise the next moment', async () => {
    const port = await answering((_, reply) => reply.end());
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    const send = post({ addressesOf: async () => answers.shift() ?? ['10.0.0.1'] });
    expect(await send(`http://changing.example:${port}/`)).toEqual({ taken: true });
    expect(await send(`http://changing.example:${port}/`)).toEqual({
      taken: false,
      fault: 'REFUSED_ADDRESS',
    });
  });

  it('does not go to a name that nobody knows', async () => {
    const send = post({ addressesOf: () => Promise.reject(new Error('ENOTFOUND')) });
    expect(await send('https://nobody.example/')).toEqual({ taken: false, fault: 'UNKNOWN_NAME' });
  });

  it('follows no redirect, unless told, and then only to what may be reached', async () => {
    const there = await answering((_, reply) => reply.end());
    const to = (location: string, status = 307) =>
      answering((_, reply) => void reply.writeHead(status, { location }).end());
    const inside = await to('http://10.0.0.1/');
    const onward = await to(`http://127.0.0.1:${there}/`);
    const get = await to(`http://127.0.0.1:${there}/`, 302);
    expect(await post()(`http://127.0.0.1:${onward}/`)).toEqual({
      taken: false,
      fault: 'REDIRECT',
      status: 307,
    });
    const following = post({ redirects: 2 });
    expect(await following(`http://127.0.0.1:${onward}/`)).toEqual({ taken: true });
    expect(await following(`http://127.0.0.1:${inside}/`)).toEqual({
      taken: false,
      fault: 'REFUSED_ADDRESS',
    });
    expect(await following(`http://127.0.0.1:${get}/`)).toEqual({
      taken: false,
      fault: 'REDIRECT',
      status: 302,
    });
    const round = await to('/again');
    expect(await following(`http://127.0.0.1:${round}/`)).toEqual({
      taken: false,
      fault: 'REDIRECT',
      status: 307,
    });
  });

  it('is not taken where the answer says so, or that nobody is there any more', async () => {
    for (const [status, fault] of [
      [500, 'STATUS'],
      [400, 'STATUS'],
      [410, 'GONE'],
    ] as const) {
      const port = await answering((_, reply) => void reply.writeHead(status).end());
      expect(await post()(`http://127.0.0.1:${port}/`)).toEqual({ taken: false, fault, status });
    }
  });

  it('waits no longer than it may for one that hangs, before or after it took the connection', async () => {
    const silent = await answering(() => {});
    const began = Date.now();
    expect(await post()(`http://127.0.0.1:${silent}/`)).toEqual({ taken: false, fault: 'TIMEOUT' });
    const send = post({ addressesOf: () => new Promise<never>(() => {}) });
    expect(await send('https://slow.example/')).toEqual({ taken: false, fault: 'TIMEOUT' });
    expect(Date.now() - began).toBeLessThan(5_000);
  });

  it('is not taken by one that answers garbage, or hangs up', async () => {
    const garbage = await listening(
      createTcp((socket) => void socket.on('error', () => {}).end('\u0000\u0001 not HTTP\r\n\r\n')),
    );
    expect(await post()(`http://127.0.0.1:${garbage}/`)).toEqual({ taken: false, fault: 'NO_HTTP' });
    const gone = await listening(createTcp((socket) => void socket.on('error', () => {}).destroy()));
    expect(await post()(`http://127.0.0.1:${gone}/`)).toEqual({ taken: false, fault: 'NO_CONNECTION' });
    expect(await post()('http://127.0.0.1:1/')).toEqual({ taken: false, fault: 'NO_CONNECTION' });
  });

  it('reads next to nothing of an answer of 1 GB', async () => {
    let sent = 0;
    const part = Buffer.alloc(65_536, 'x');
    let isClosed = () => {};
    const closed = new Promise<void>((resolve) => (isClosed = resolve));
    const port = await answering((_, reply) => {
      reply.writeHead(200, { 'content-length': String(2 ** 30) });
      const more = () => {
        while (sent < 2 ** 30 && !reply.destroyed) {
          sent += part.length;
          if (!reply.write(part)) return void reply.once('drain', more);
        }
      };
      reply.on('close', () => isClosed());
      more();
    });
    expect(await post()(`http://127.0.0.1:${port}/`)).toEqual({ taken: true });
    await closed;
    expect(sent).toBeLessThan(32 * 2 ** 20);
  });
});
