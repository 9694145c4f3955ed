import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const maxBytes = 10 * 1024 * 1024;
/** So long the first line waits for others: each write opens and closes the file. */
const gatherMs = 100;

/**
 * Takes lines into a file that is put aside as `<file>.1` at 10 MB, the one before it dropped. Never fails: lines that cannot be written
 * are counted, and the file says how many were lost when it can be written again, also after it or its folder was deleted.
 */
export function logFile(file: string): (line: string) => void {
  let waiting: string[] = [];
  let lost = 0;
  const flush = () => {
    const lines = waiting;
    waiting = [];
    try {
      mkdirSync(dirname(file), { recursive: true });
      if (lengthOf(file) > maxBytes) renameSync(file, `${file}.1`);
      const all = lost > 0 ? [linesLost(lost), ...lines] : lines;
      appendFileSync(file, `${all.join('\n')}\n`, { mode: 0o600 });
      lost = 0;
    } catch {
      lost += lines.length;
    }
  };
  process.once('exit', () => waiting.length > 0 && flush());
  return (line) => {
    if (waiting.push(line) === 1) setTimeout(flush, gatherMs);
  };
}

const lengthOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

const linesLost = (count: number) =>
  JSON.stringify({
    time: new Date().toISOString(),
    level: 'error',
    message: 'lines could not be written',
    count,
  });
