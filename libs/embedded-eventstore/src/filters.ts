import type { EventIndex } from './log/event-index.js';
import { invalidArgument } from './grpc/status.js';

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

/**
 * Compiles a filter. Each name is judged once: scanning a million events then only looks at numbers in memory. A
 * filter without an expression matches nothing, as on the real server.
 */
export function compileFilter(options: FilterOptions, index: EventIndex): EventFilter {
  const table = options.by === 'stream' ? index.streams : index.types;
  const matches = matcher(options);
  let verdicts = new Uint8Array(1024);
  return (event) => {
    const name = (options.by === 'stream' ? index.stream[event] : index.type[event]) ?? 0;
    if (name >= verdicts.length) {
      const larger = new Uint8Array(Math.max(verdicts.length * 2, name + 1));
      larger.set(verdicts);
      verdicts = larger;
    }
    const known = verdicts[name] ?? unknown;
    if (known !== unknown) return known === wanted;
    const verdict = matches(table.names[name] ?? '');
    verdicts[name] = verdict ? wanted : unwanted;
    return verdict;
  };
}

function matcher({ regex, prefixes }: FilterOptions): (name: string) => boolean {
  if (regex !== undefined && regex !== '') {
    const expression = compile(regex);
    return (name) => expression.test(name);
  }
  return (name) => prefixes.some((prefix) => name.startsWith(prefix));
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
