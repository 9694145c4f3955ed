import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { effective } from '#event-sourcing';
import { isRealDate } from '#vocabulary';
import type { Day } from '../domain/days.js';
import type { PublicationPolicy } from '../domain/publication/policy.js';
import { Register } from '../domain/register.js';
import { countingBy, type FigureRules } from '../domain/rules.js';
import { eventOf, factIn, isKnownBy, type Line } from './line.js';

/** A part of a history that cannot be read; the message says where. */
export class UnreadableHistory extends Error {}

/** A municipality's choices that figures and what is published of them depend on. */
export interface Municipality {
  readonly municipality: string;
  readonly units: readonly string[];
  /** The level of each table that is published, and how units are merged there. */
  readonly publication?: PublicationPolicy['levels'];
  readonly unitTree?: PublicationPolicy['unitTree'];
  readonly blockFrom?: number;
  /** By which figures are counted and published; the first unless told. */
  readonly rules?: FigureRules;
}

export interface History {
  readonly municipality: Municipality;
  readonly lines: readonly Line[];
}

/** The history in a folder: `municipality.json`, and `happened.jsonl` with an event a line in the order of the log. */
export async function readHistory(folder: string): Promise<History> {
  const told = await textOf(folder, 'municipality.json');
  const municipality = jsonIn(told, 'municipality.json') as Partial<Municipality>;
  const { municipality: key, units } = municipality;
  if (typeof key !== 'string' || !Array.isArray(units) || !units.every((unit) => typeof unit === 'string')) {
    throw new UnreadableHistory(
      'municipality.json must name `municipality`, a text, and `units`, a list of texts.',
    );
  }
  const lines = (await textOf(folder, 'happened.jsonl'))
    .split('\n')
    .map((text, index) => ({ text, where: `happened.jsonl, line ${index + 1}` }))
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, where }) => lineIn(jsonIn(text, where), where));
  checkOrder(lines);
  const { rules } = municipality;
  if (rules !== undefined && !Object.hasOwn(countingBy, rules)) {
    throw new UnreadableHistory(`municipality.json names \`rules\`: ${Object.keys(countingBy).join(', ')}.`);
  }
  return { municipality: municipality as Municipality, lines };
}

/** The rows of the history as it was known at the end of a day; of all of it where none is told. */
export function registerOf(lines: readonly Line[], knownOn?: Day): Register {
  const register = new Register();
  const known = knownOn === undefined ? lines : lines.filter((line) => isKnownBy(line, knownOn));
  for (const event of effective(known.map(eventOf))) {
    const fact = factIn(event);
    if (fact) register.take(fact);
  }
  return register;
}

async function textOf(folder: string, name: string): Promise<string> {
  try {
    return await readFile(join(folder, name), 'utf8');
  } catch (error) {
    throw new UnreadableHistory(`${name} cannot be read in ${folder}.`, { cause: error });
  }
}

function jsonIn(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableHistory(`${where} is no JSON.`);
  }
}

function lineIn(json: unknown, where: string): Line {
  const refuse = (what: string): never => {
    throw new UnreadableHistory(`${where} ${what}.`);
  };
  if (typeof json !== 'object' || json === null) return refuse('is no object');
  const { n, kind, occurredOn, recordedAt, corrects } = json as Record<string, unknown>;
  if (!Number.isSafeInteger(n)) return refuse('has no number `n`');
  if (typeof kind !== 'string') return refuse('has no `kind`');
  if (typeof occurredOn !== 'string' || !isRealDate(occurredOn)) return refuse('has no day in `occurredOn`');
  if (typeof recordedAt !== 'string' || Number.isNaN(Date.parse(recordedAt))) {
    return refuse('has no instant in `recordedAt`');
  }
  const revises = kind === 'RecordedInErrorMarked' || kind.endsWith('Corrected');
  if (revises && !Number.isSafeInteger(corrects)) return refuse('does not tell which line it `corrects`');
  return json as Line;
}

function checkOrder(lines: readonly Line[]): void {
  const seen = new Set<number>();
  for (const { n, corrects } of lines) {
    if (seen.has(n)) throw new UnreadableHistory(`happened.jsonl has the number ${n} twice.`);
    if (corrects !== undefined && !seen.has(corrects)) {
      throw new UnreadableHistory(
        `happened.jsonl, number ${n}, corrects ${corrects}, which does not come before it.`,
      );
    }
    seen.add(n);
  }
}
