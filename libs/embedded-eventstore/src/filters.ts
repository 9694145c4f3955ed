import { createContext, Script } from 'node:vm';
import type { EventIndex, NameTable } from './log/event-index.js';
import { isKeptForAll } from './persistent/names.js';
import { invalidArgument, type GrpcError } from './grpc/status.js';

/** Which events of `$all` a reader wants: by the beginning, or by a regular expression, of stream name or type. */
export interface FilterOptions {
  readonly by: 'stream' | 'type';
  readonly prefixes: readonly string[];
  readonly regex?: string;
}

/** Whether an event, by its number, is wanted. */
export type EventFilter = (event: number) => boolean;

const unknown = 0;
const wanted = 1;
const unwanted = 2;

/** Names that are judged at once, the milliseconds that an expression may take for them, and how often it may try: then the call fails. */
const slice = 1000;
const patience = 15;
const attempts = 5;

/**
 * Compiles which events of `$all` are shown: those that the filter wants, and never what a persistent subscription to
 * `$all` keeps for itself. Each name is judged once: scanning a million events then only looks at numbers in memory. A
 * filter without an expression matches nothing, as on the real server.
 */
export function compileFilter(options: FilterOptions | undefined, index: EventIndex): EventFilter {
  const shown = shownOf(index);
  if (!options) return shown;
  const isWanted = judged(options.by === 'stream' ? index.streams : index.types, matcher(options));
  return options.by === 'stream'
    ? (event) => isWanted(index.stream[event] ?? 0) && shown(event)
    : (event) => isWanted(index.type[event] ?? 0) && shown(event);
}

const shownByIndex = new WeakMap<EventIndex, EventFilter>();

/** What is shown of `$all` to everybody: judged once for all readers of an index. */
function shownOf(index: EventIndex): EventFilter {
  const known = shownByIndex.get(index);
  if (known) return known;
  const isShown = judged(index.streams, (names) => names.map((name) => !isKeptForAll(name)));
  const shown: EventFilter = (event) => isShown(index.stream[event] ?? 0);
  shownByIndex.set(index, shown);
  return shown;
}

/** Remembers what was judged of each name, by its number. */
function judged(
  table: NameTable,
  matches: (names: readonly string[]) => boolean[],
): (name: number) => boolean {
  let verdicts = new Uint8Array(1024);
  const judge = (from: number): void => {
    const names = table.names.slice(from, from + slice);
    const end = from + names.length;
    if (end > verdicts.length) {
      const larger = new Uint8Array(Math.max(verdicts.length * 2, end));
      larger.set(verdicts);
      verdicts = larger;
    }
    verdicts.set(
      matches(names).map((match) => (match ? wanted : unwanted)),
      from,
    );
  };
  return (name) => {
    if ((verdicts[name] ?? unknown) === unknown) judge(name);
    return verdicts[name] === wanted;
  };
}

function matcher({ regex, prefixes }: FilterOptions): (names: readonly string[]) => boolean[] {
  if (regex !== undefined && regex !== '') {
    const expression = compile(regex);
    let refusal: GrpcError | undefined;
    return (names) => {
      if (refusal) throw refusal;
      // Several times, since the machine may have been busy with something else.
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const verdicts = test(expression, names);
        if (verdicts) return verdicts;
      }
      refusal = invalidArgument(
        `The filter's regular expression takes more than ${patience} ms for a few names. Use a simpler one, or prefixes.`,
      );
      throw refusal;
    };
  }
  return (names) => names.map((name) => prefixes.some((prefix) => name.startsWith(prefix)));
}

function compile(regex: string): RegExp {
  try {
    return new RegExp(regex, 'u');
  } catch {
    // Some expressions that .NET and the clients accept are errors only in Unicode mode.
    try {
      return new RegExp(regex);
    } catch {
      throw invalidArgument('The filter is not a valid regular expression.');
    }
  }
}

const testing = new Script('names.map((name) => expression.test(name))');
const bounded: Record<string, unknown> = createContext({});

/** Undefined when it takes too long. `(a+)+$` can take years, and only a script of its own can be told to stop. */
function test(expression: RegExp, names: readonly string[]): boolean[] | undefined {
  bounded['expression'] = expression;
  bounded['names'] = names;
  try {
    return testing.runInContext(bounded, { timeout: patience }) as boolean[];
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    if (code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    return undefined;
  }
}
