import { join, resolve } from 'node:path';
import { settingsIn } from './settings.js';

/** Where messages are handed over. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; else STARTTLS where the server offers it. */
  readonly secure: boolean;
  readonly login?: { readonly user: string; readonly password: string };
}

/** How messages go out of the program, and where they lead to. */
export interface MailConfig {
  /** The installation's own address. */
  readonly publicUrl: string;
  readonly from: string;
  /** Absent: they are put into the folder. */
  readonly server?: MailServer;
  readonly outbox: string;
}

export interface Usual {
  /** Absent where it has to be told. */
  readonly publicUrl?: string;
  /** The folder in which all that is kept stands; `DATA_DIR` unless told. */
  readonly dataDir?: string;
}

/** Reads `SMTP_URL`, `MAIL_FROM` and `PUBLIC_URL`; undefined where there is neither a server nor a folder. No error repeats the value of the first. */
export function mailFromEnv(env: NodeJS.ProcessEnv, usual: Usual = {}): MailConfig | undefined {
  const text = settingsIn(env);
  const smtpUrl = text('SMTP_URL');
  const folder = usual.dataDir ?? text('DATA_DIR');
  if (smtpUrl === undefined && folder === undefined) return undefined;
  const outbox = join(resolve(folder ?? '.data'), 'outbox');
  const [publicUrl, from] = [text('PUBLIC_URL'), text('MAIL_FROM')];
  if (smtpUrl !== undefined && (publicUrl === undefined || from === undefined)) {
    throw new Error(
      'Beside SMTP_URL, PUBLIC_URL says where messages lead to, such as https://samspor.example.no, and MAIL_FROM from whom they are',
    );
  }
  if (from !== undefined && !/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/.test(from)) {
    throw new Error(
      'MAIL_FROM must be an address, such as samspor@example.no or Samspor <samspor@example.no>',
    );
  }
  const leadsTo = publicUrl ?? usual.publicUrl;
  if (leadsTo === undefined) return undefined;
  return {
    publicUrl: publicUrlFrom(leadsTo),
    from: from ?? 'Samspor <samspor@localhost>',
    outbox,
    ...(smtpUrl !== undefined && { server: serverFrom(smtpUrl) }),
  };
}

/** The address of this installation as people reach it. */
export function publicUrlFrom(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol) || url.search || url.hash) {
    throw new Error('PUBLIC_URL must be an address of its own, such as https://samspor.example.no');
  }
  return url.href;
}

/** What stands for a letter by its number (`%40`) becomes the letter; any other `%` is one. */
const decoded = (text: string) =>
  text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (letters) => {
    try {
      return decodeURIComponent(letters);
    } catch {
      return letters;
    }
  });

const usualPort = { 'smtp:': 587, 'smtps:': 465 } as const;

function serverFrom(text: string): MailServer {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const protocol = url?.protocol;
  if (url === undefined || url.hostname === '' || (protocol !== 'smtp:' && protocol !== 'smtps:')) {
    throw new Error('SMTP_URL must name a mail server: smtp://login:password@server:587, or smtps://…:465');
  }
  const [user, password] = [url.username, url.password].map(decoded) as [string, string];
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? usualPort[protocol] : Number(url.port),
    secure: protocol === 'smtps:',
    ...(user !== '' && { login: { user, password } }),
  };
}

/** That nobody is told by e-mail; undefined where a mail server is. */
export function notSent(mail: MailConfig | undefined): string | undefined {
  if (mail?.server !== undefined) return undefined;
  const instead =
    mail === undefined ? '' : ` The messages are put into ${mail.outbox}, for another program to send.`;
  return `Samspor sends no e-mail that something waits: SMTP_URL, PUBLIC_URL and MAIL_FROM are not set.${instead}`;
}
