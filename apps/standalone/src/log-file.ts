import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const maxBytes = 10 * 1024 * 1024;

/** Takes lines into a file that is put aside as `<file>.1` at 10 MB, the one before it dropped. */
export function logFile(file: string): (line: string) => void {
  mkdirSync(dirname(file), { recursive: true });
  let bytes = existsSync(file) ? statSync(file).size : 0;
  let waiting: string[] = [];
  const flush = () => {
    const text = `${waiting.join('\n')}\n`;
    waiting = [];
    if (bytes > maxBytes) {
      renameSync(file, `${file}.1`);
      bytes = 0;
    }
    bytes += Buffer.byteLength(text);
    appendFileSync(file, text, { mode: 0o600 });
  };
  return (line) => {
    // One write for all that a turn of the event loop has to say.
    if (waiting.push(line) === 1) setImmediate(flush);
  };
}
