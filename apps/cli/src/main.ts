#!/usr/bin/env node
import 'reflect-metadata';
import { Command } from 'commander';
import { databaseCommand } from './database.js';
import { demoCommand } from './demo/command.js';
import { disposeCommand } from './dispose.js';
import { eventStoreCommand } from './event-store.js';
import { generateCommand } from './generate/command.js';
import { profileCommand } from './profile.js';
import { projectionsCommand } from './projections.js';

const program = new Command('samspor')
  .description("The record system of a municipality's coordinating unit.")
  .addCommand(projectionsCommand())
  .addCommand(demoCommand())
  .addCommand(generateCommand())
  .addCommand(profileCommand())
  .addCommand(disposeCommand())
  .addCommand(databaseCommand())
  .addCommand(eventStoreCommand())
  .showHelpAfterError();

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`samspor: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
