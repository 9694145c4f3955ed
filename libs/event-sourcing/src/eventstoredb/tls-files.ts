import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Address, BadAddress } from './address.js';

export interface TlsFiles {
  readonly ca?: Buffer;
  readonly cert?: Buffer;
  readonly key?: Buffer;
}

/** What the files hold that an address names; fails with `BadAddress` where one cannot be used. */
export const tlsFiles = ({
  tlsCAFile,
  userCertFile,
  userKeyFile,
}: Pick<Address, 'tlsCAFile' | 'userCertFile' | 'userKeyFile'>): TlsFiles => ({
  ...(tlsCAFile !== undefined && { ca: pemIn('tlsCAFile', tlsCAFile, 'CERTIFICATE') }),
  ...(userCertFile !== undefined && { cert: pemIn('userCertFile', userCertFile, 'CERTIFICATE') }),
  ...(userKeyFile !== undefined && { key: pemIn('userKeyFile', userKeyFile, 'PRIVATE KEY') }),
});

function pemIn(name: string, path: string, kind: string): Buffer {
  let content: Buffer;
  try {
    content = readFileSync(resolve(path));
  } catch (error) {
    const { code = 'unreadable' } = error as NodeJS.ErrnoException;
    throw new BadAddress(
      `names in ${name} the file ${resolve(path)}, which cannot be read (${code})`,
      'write the path of one that this account can read',
    );
  }
  if (content.includes(`${kind}-----`)) return content;
  throw new BadAddress(
    `names in ${name} the file ${resolve(path)}, which holds no ${kind} in PEM`,
    'name one that does',
  );
}
