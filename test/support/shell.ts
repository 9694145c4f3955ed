import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';

/** One bash that keeps variables and functions from one run to the next. */
export class Shell {
  readonly #marker = `--${randomUUID()}--`;
  readonly #bash = spawn('bash', ['--norc', '--noprofile'], { stdio: ['pipe', 'pipe', 'inherit'] });
  readonly #ended: Promise<void>;
  #output = '';
  #onOutput = () => {};

  constructor() {
    this.#bash.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#output += text;
      this.#onOutput();
    });
    this.#ended = new Promise((resolve) => this.#bash.once('close', () => resolve()));
  }

  /** Answers with what the commands print, on both outputs. Rejects when the shell ends over them. */
  async run(commands: string): Promise<string> {
    this.#output = '';
    const done = new Promise<string>((resolve) => {
      this.#onOutput = () => {
        const end = this.#output.indexOf(this.#marker);
        if (end >= 0) resolve(this.#output.slice(0, end));
      };
    });
    this.#bash.stdin.write(`{\n${commands}\n} </dev/null 2>&1\necho '${this.#marker}'\n`);
    const gone = this.#ended.then(() =>
      Promise.reject(new Error(`The shell ended:\n${commands}\n${this.#output}`)),
    );
    return Promise.race([done, gone]);
  }

  async end(): Promise<void> {
    this.#bash.stdin.end();
    await this.#ended;
  }
}
