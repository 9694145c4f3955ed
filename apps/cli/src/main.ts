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
  process.stderr.write(`samspor: ${error instanceof Error ? error.message : String(error)}\n`);
  const { refusalIn } = await import('./refusal.js');
  const named = refusalIn(error);
  if (named !== undefined) process.stderr.write(`${named}\n`);
  process.exitCode = 1;
}
