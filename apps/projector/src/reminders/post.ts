import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { MailConfig, MailServer } from '#apps/mail-config';
import type { Letter } from './letter.js';

/** Nothing can be handed over now; whatever it was about was certainly not sent. */
export class PostFailure extends Error {
  override name = 'PostFailure';
}
/** This one address is refused, for good or for now; others may not be. */
export class AddressRefused extends Error {
  override name = 'AddressRefused';

  constructor(
    readonly isForGood: boolean,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Where messages are handed over: a mail server, or a folder. */
export interface Post {
  /** Fails with `PostFailure` where nothing can be handed over. */
  ready(): Promise<void>;
  /** Fails with `PostFailure` or `AddressRefused` where the message was certainly not sent; with anything else nobody knows. */
  send(letter: Letter): Promise<void>;
}

/** A server is given up that says nothing for so long; 5 s unless told. */
export const postOf = (config: MailConfig, patienceMs = 5_000): Post =>
  config.server === undefined ? outboxIn(config) : serverPost(config, config.server, patienceMs);

function serverPost(
  { from, publicUrl }: MailConfig,
  { host, port, secure, login }: MailServer,
  patienceMs: number,
): Post {
  const isHere = ['localhost', '127.0.0.1', '::1'].includes(host);
  const transport = createTransport({
    host,
    port,
    secure,
    // A password goes over no line that others may listen on.
    requireTLS: !secure && login !== undefined && !isHere,
    ...(login !== undefined && { auth: { user: login.user, pass: login.password } }),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const told = (error: unknown) => new PostFailure(whyNot(error, `${host}:${port}`), { cause: error });
  return {
    async ready() {
      try {
        await transport.verify();
      } catch (error) {
        throw told(error);
      }
    },
    async send(letter) {
      try {
        await transport.sendMail(messageOf(letter, from, publicUrl));
      } catch (error) {
        const { responseCode, command } = error as SmtpError;
        // Whoever answered has not taken it.
        if (responseCode === undefined) throw error;
        if (command !== 'RCPT TO') throw told(error);
        const message = `The mail server ${host}:${port} refuses an address (${responseCode})`;
        throw new AddressRefused(responseCode >= 500, message, { cause: error });
      }
    },
  };
}

interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

/** Without what the server said, which may name somebody. */
function whyNot(error: unknown, server: string): string {
  const { code = '', responseCode } = error as SmtpError;
  if (code === 'EAUTH') return `The mail server ${server} refuses the login of SMTP_URL`;
  if (code === 'ETLS') return `The mail server ${server} offers no TLS that can be used`;
  if (responseCode === undefined) return `The mail server ${server} does not answer (${code || 'unknown'})`;
  return `The mail server ${server} takes no messages now (${responseCode})`;
}

const messageOf = ({ id, to, subject, text }: Letter, from: string, publicUrl: string): SendMailOptions => ({
  from,
  to: { name: '', address: to },
  subject,
  text,
  messageId: `<${id}@${new URL(publicUrl).hostname}>`,
  headers: { 'Auto-Submitted': 'auto-generated' },
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** So long a message lies in the folder; whoever has not fetched it by then sends it no more. */
const keptMs = 30 * 86_400_000;

/** A file a message, whole whenever somebody sees it; only this account reads it. Those of long ago are taken away. */
function outboxIn({ from, publicUrl, outbox }: MailConfig): Post {
  const composing = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const failed = (error: unknown) =>
    new PostFailure(
      `The folder for messages, ${outbox}, cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
      { cause: error },
    );
  return {
    async ready() {
      try {
        await mkdir(outbox, { recursive: true, mode: 0o700 });
        await clear(outbox);
      } catch (error) {
        throw failed(error);
      }
    },
    async send(letter) {
      const { message } = await composing.sendMail(messageOf(letter, from, publicUrl));
      const written = join(outbox, `${letter.id}.tmp`);
      try {
        const file = await open(written, 'w', 0o600);
        try {
          await file.writeFile(message as Buffer);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(written, join(outbox, `${letter.id}.eml`));
      } catch (error) {
        await rm(written, { force: true }).catch(() => {});
        throw failed(error);
      }
    },
  };
}

async function clear(outbox: string): Promise<void> {
  for (const name of await readdir(outbox)) {
    if (!/^[-0-9a-f]{36}\.(eml|tmp)$/.test(name)) continue;
    const path = join(outbox, name);
    // Somebody else may have taken it meanwhile.
    const written = await stat(path).catch(() => undefined);
    if (written && Date.now() - written.mtimeMs > keptMs) await rm(path, { force: true });
  }
}
