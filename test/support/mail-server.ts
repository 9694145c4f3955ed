import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface ReceivedMail {
  readonly to: string;
  readonly text: string;
}

/** A mail server on a port of its own that takes what comes (RFC 5321, as much as a client needs), and can be made to behave badly. */
export interface MailServer {
  readonly port: number;
  readonly received: readonly ReceivedMail[];
  /** Takes connections and says nothing. */
  isSilent: boolean;
  /** What is answered to an address, such as `550 no`; undefined takes it. */
  refuses: (address: string) => string | undefined;
  /** Takes the whole message, and breaks the connection instead of answering. */
  breaksOff: boolean;
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.setEncoding('utf8'));
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    if (!mail.isSilent) converse(socket);
  });

  function converse(socket: Socket): void {
    let to = '';
    let data: string | undefined;
    let rest = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 post.example');
    socket.on('data', (chunk: string) => {
      rest += chunk;
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (data === undefined) answer(line);
        else if (line !== '.') data += `${line.replace(/^\./, '')}\r\n`;
        else {
          received.push({ to, text: data });
          data = undefined;
          if (mail.breaksOff) socket.destroy();
          else say('250 taken');
        }
      }
    });
    function answer(line: string): void {
      const [verb = ''] = line.toUpperCase().split(' ');
      if (verb === 'RCPT') {
        to = /<(.*)>/.exec(line)?.[1] ?? '';
        say(mail.refuses(to) ?? '250 ok');
      } else if (verb === 'DATA') {
        data = '';
        say('354 go on');
      } else if (verb === 'QUIT') {
        say('221 bye');
        socket.end();
      } else say('250 ok');
    }
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const mail: MailServer = {
    port,
    received,
    isSilent: false,
    refuses: () => undefined,
    breaksOff: false,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  return mail;
}
