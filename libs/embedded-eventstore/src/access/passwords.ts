import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

/** What a hash costs to try: 16 MB and a tenth of a second. */
const cost = { ln: 14, r: 8, p: 5 };
const keyBytes = 32;
const written = /^\$scrypt\$ln=(14),r=(8),p=(5)\$([\w+/]{22})\$([\w+/]{43})$/;

/** A password as it may be kept, in the form of the PHC strings: whoever reads it cannot come in by it. */
export async function hashed(password: string): Promise<string> {
  const salt = randomBytes(16);
  const { ln, r, p } = cost;
  return `$scrypt$ln=${ln},r=${r},p=${p}$${plain(salt)}$${plain(await keyOf(password, salt))}`;
}

export const isHash = (text: unknown): text is string => typeof text === 'string' && written.test(text);

export async function fits(password: string, hash: string): Promise<boolean> {
  const [, , , , salt = '', key = ''] = written.exec(hash) ?? [];
  const expected = Buffer.from(key, 'base64');
  return (
    expected.length === keyBytes &&
    timingSafeEqual(expected, await keyOf(password, Buffer.from(salt, 'base64')))
  );
}

const keyOf = (password: string, salt: Buffer) =>
  derive(password, salt, keyBytes, { N: 2 ** cost.ln, r: cost.r, p: cost.p });

const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
