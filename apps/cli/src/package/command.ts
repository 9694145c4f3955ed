import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import { settingsIn } from '#apps/settings';
import { readConfig } from '#apps/standalone/src/config';
import { readRuntime } from '#apps/standalone/src/data-dir';
import { PackageClient } from './client.js';
import { writtenOnce } from './file.js';
import { closedPackage, rehearsedPackage } from './package.js';

interface Given {
  readonly case?: string;
  readonly complaint?: string;
  readonly out: string;
  readonly language?: 'NB' | 'NN';
  readonly url?: string;
}

/** Of a package that lacks something nobody has explained: the file is written, and says so. */
const lacking = 2;

export function packageCommand(): Command {
  return new Command('package')
    .option(
      '--case <id>',
      'as the county governor would get the case today: nothing is recorded but that it was read',
    )
    .option('--complaint <id>', 'the one that was closed last of this complaint')
    .requiredOption('--out <file>', 'the ZIP to write; one that is there is not written over')
    .addOption(
      new Option('--language <code>', 'of --case; the municipality’s own unless told').choices(['NB', 'NN']),
    )
    .option('--url <address>', 'where the application answers; unless told, the one that runs on DATA_DIR')
    .action((given: Given) => run(given));
}

async function run({ case: caseId, complaint, out, language, url: told }: Given): Promise<void> {
  if ((caseId === undefined) === (complaint === undefined)) {
    throw new Error('Name a case with --case, or a complaint with --complaint, and not both.');
  }
  if (language !== undefined && caseId === undefined) {
    throw new Error('A package that is closed has its language: leave --language out.');
  }
  if (existsSync(out)) throw new Error(`${out} is there already. Nothing was written.`);
  const token = settingsIn(process.env)('SAMSPOR_TOKEN');
  if (token === undefined) {
    throw new Error(
      'Say who you are with an access token in SAMSPOR_TOKEN, or in a file that SAMSPOR_TOKEN_FILE names.',
    );
  }
  const { dataDir, port } = readConfig(process.env);
  const url = told ?? readRuntime(dataDir)?.url ?? `http://127.0.0.1:${port}`;
  const client = new PackageClient(url, token);
  const made =
    complaint === undefined
      ? await rehearsedPackage(client, caseId ?? '', language)
      : await closedPackage(client, complaint);
  await writtenOnce(out, made.content);
  process.stdout.write(`${out} is written: ${made.what}.\n`);
  for (const sentence of made.lacks) process.stderr.write(`Lacking, and not explained: ${sentence}\n`);
  if (made.lacks.length > 0) process.exitCode = lacking;
}
