import { refusalIn } from '../refusal.js';

/** A line for whoever runs the command. */
export const tell = (line: string) => void process.stdout.write(`${line}\n`);

/** What of several cannot be done: the others go on, and the command ends with code 1. */
export function tellRefusal(what: string, error: Error): void {
  const named = refusalIn(error);
  process.stderr.write(`samspor: ${what}: ${error.message}\n${named === undefined ? '' : `${named}\n`}`);
  process.exitCode = 1;
}
