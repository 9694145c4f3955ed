import { randomUUID } from 'node:crypto';
import { Command, InvalidArgumentError } from 'commander';
import { ownCommand } from '#apps/api/src/commands/own-command';
import { attached } from './attach.js';
import { type Parts, withParts } from './with-parts.js';

export interface Of {
  readonly municipality: string;
}

export const of = (name: string, description: string) =>
  new Command(name).description(description).requiredOption('--municipality <tenant>', 'whose they are');
export const onParts = (work: (parts: Parts) => Promise<void>) =>
  attached((addresses) => withParts(addresses, work));
export const by = (municipality: string) => ownCommand('OPERATOR', municipality, randomUUID());
export const say = (line: string) => void process.stdout.write(`${line}\n`);

/** With names and addresses opened, as an administrator sees them. */
export const openedIn = <T>({ vault }: Parts, municipality: string, query: () => Promise<T>) => {
  const viewer = { tenants: [municipality], partyId: '', roles: ['ADMIN'], units: [] } as const;
  return vault.disclosure.disclose(viewer, 'ADMINISTRATION', () => [], query, 'nobody');
};

export function hoursOf(text: string): number {
  const hours = Number(text);
  if (Number.isInteger(hours) && hours >= 1 && hours <= 720) return hours;
  throw new InvalidArgumentError('must be a whole number of hours from 1 to 720');
}
