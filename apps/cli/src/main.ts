#!/usr/bin/env node
import { Command } from 'commander';
import { described } from './commands.js';

const program = new Command('samspor')
  .description("The record system of a municipality's coordinating unit.")
  .showHelpAfterError();
const asked = process.argv[2];
for (const [name, { description, load }] of Object.entries(described)) {
  // What the others are made of is not loaded: help is there at once.
  const command = name === asked ? await load() : new Command(name);
  program.addCommand(command.description(description));
}

try {
  await program.parseAsync();
} catch (error) {
  const [{ refusalIn }, { isConnectionError }] = await Promise.all([
    import('./refusal.js'),
    import('#postgres'),
  ]);
  const message = error instanceof Error ? error.message : String(error);
  // A driver names an address and nothing more.
  const what = isConnectionError(error) ? `PostgreSQL does not answer: ${message}` : message;
  process.stderr.write(`samspor: ${what}\n`);
  const named = refusalIn(error);
  if (named !== undefined) process.stderr.write(`${named}\n`);
  process.exitCode = 1;
}
