import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { ProjectorConfig } from '../../apps/projector/src/config.js';
import { eventually } from '../support/wait.js';

export interface ProjectorProgram {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly output: () => string;
}

/** The projector as a process of its own; resolves once it follows the log. */
export async function startProjectorProgram(
  config: Omit<ProjectorConfig, 'documentsDir'>,
): Promise<ProjectorProgram> {
  const { eventStoreUrl, databaseUrl, vaultDatabaseUrl, keyFile } = config;
  const child = spawn(process.execPath, ['dist/apps/projector/src/main.js'], {
    cwd: join(import.meta.dirname, '../..'),
    env: {
      PATH: process.env['PATH'],
      HOST: '127.0.0.1',
      PORT: '0',
      EVENTSTORE_URL: eventStoreUrl,
      DATABASE_URL: databaseUrl,
      VAULT_DATABASE_URL: vaultDatabaseUrl,
      KEY_FILE: keyFile,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  await eventually(() => expect(output).toContain('health and metrics are at'), { timeoutMs: 60_000 });
  return { child, ended, output: () => output };
}
