import { jest } from '@jest/globals';
import { subscribersCommand } from '#apps/cli/src/subscribers';
import type { TestApp } from './app.js';

/** What `samspor subscribers` prints to an operator of that app, whose addresses it finds in its environment. */
export async function subscribersCli(app: TestApp, ...args: readonly string[]): Promise<string> {
  const setting = process.env;
  process.env = {
    ...setting,
    EVENTSTORE_URL: app.eventStoreUrl,
    DATABASE_URL: app.database.url,
    VAULT_DATABASE_URL: app.database.vaultUrl,
    KEY_FILE: app.keyFile,
  };
  const lines: string[] = [];
  const write = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => lines.push(String(text)) > 0);
  try {
    await subscribersCommand().parseAsync([...args, '--municipality', '1576'], { from: 'user' });
    return lines.join('');
  } finally {
    write.mockRestore();
    process.env = setting;
  }
}
