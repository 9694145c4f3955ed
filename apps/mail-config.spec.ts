import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { mailFromEnv, notSent } from './mail-config.js';

const told = {
  SMTP_URL: 'smtp://samspor:hemmelig%40ord@post.example:2525',
  PUBLIC_URL: 'https://samspor.example',
  MAIL_FROM: 'Samspor <samspor@example.no>',
};

describe('How messages go out', () => {
  it('is through the mail server that the environment names', () => {
    expect(mailFromEnv(told)).toEqual({
      publicUrl: 'https://samspor.example/',
      from: told.MAIL_FROM,
      outbox: resolve('.data/outbox'),
      server: {
        host: 'post.example',
        port: 2525,
        secure: false,
        login: { user: 'samspor', password: 'hemmelig@ord' },
      },
    });
    const { server } = mailFromEnv({ ...told, SMTP_URL: 'smtps://[::1]' }) ?? {};
    expect(server).toEqual({ host: '::1', port: 465, secure: true });
  });

  it.each([
    ['a%25b', 'a%b'],
    ['100%', '100%'],
    ['%zz%41', '%zzA'],
    ['%E5%', '%E5%'],
    ['%C3%A5æ', 'åæ'],
    ['%2F%3A%23', '/:#'],
  ])('is with the password that %s stands for', (written, password) => {
    const { server } = mailFromEnv({ ...told, SMTP_URL: `smtp://${written}:${written}@post.example` }) ?? {};
    expect(server?.login).toEqual({ user: password, password });
  });

  it('is told by a file where the address is a secret', () => {
    const folder = mkdtempSync(join(tmpdir(), 'samspor-mail-'));
    try {
      const file = join(folder, 'smtp');
      writeFileSync(file, `${told.SMTP_URL}\n`);
      const { SMTP_URL: _, ...rest } = told;
      expect(mailFromEnv({ ...rest, SMTP_URL_FILE: file })?.server?.host).toBe('post.example');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is a folder beside the data where none is named, and nothing where there is neither', () => {
    const usual = { publicUrl: 'http://127.0.0.1:3000', dataDir: '/var/lib/samspor' };
    expect(mailFromEnv({}, usual)).toEqual({
      publicUrl: 'http://127.0.0.1:3000/',
      from: 'Samspor <samspor@localhost>',
      outbox: '/var/lib/samspor/outbox',
    });
    expect(mailFromEnv({})).toBeUndefined();
  });

  it('is said where no mail server takes them', () => {
    expect(notSent(mailFromEnv(told))).toBeUndefined();
    expect(notSent(undefined)).toMatch(/^Samspor sends no e-mail .* not set\.$/);
    const usual = { publicUrl: 'http://127.0.0.1:3000', dataDir: '/var/lib/samspor' };
    expect(notSent(mailFromEnv({}, usual))).toMatch(
      /^Samspor sends no e-mail .* into \/var\/lib\/samspor\/outbox,/,
    );
  });

  it.each([
    ['no address that they lead to', { PUBLIC_URL: '' }, /^Beside SMTP_URL, PUBLIC_URL says/],
    ['no sender', { MAIL_FROM: '' }, /^Beside SMTP_URL/],
    ['another server', { SMTP_URL: 'imap://hemmelig@post.example' }, /^SMTP_URL must name(?!.*hemmelig)/],
    ['what is no address', { SMTP_URL: 'hemmelig' }, /^SMTP_URL must name(?!.*hemmelig)/],
    ['a sender that is none', { MAIL_FROM: 'Samspor' }, /^MAIL_FROM must be an address/],
    ['another address with a question in it', { PUBLIC_URL: 'https://a.example/?x=1' }, /^PUBLIC_URL must/],
    ['what leads nowhere', { PUBLIC_URL: 'samspor.example' }, /^PUBLIC_URL must/],
  ])('is refused with %s', (_, differs, message) =>
    expect(() => mailFromEnv({ ...told, ...differs })).toThrow(message),
  );
});
