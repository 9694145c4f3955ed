import type { LoggerService } from '@nestjs/common';
import type { WriteLine } from './request-log.js';

/** What the framework says, as lines of JSON; its chatter at start is left out. */
export class NestLog implements LoggerService {
  constructor(private readonly write: WriteLine) {}

  log(): void {}
  warn(message: unknown, ...rest: unknown[]): void {
    this.#line('warn', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.#line('error', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.#line('fatal', message, rest);
  }

  #line(level: string, message: unknown, rest: readonly unknown[]) {
    const context = rest.at(-1);
    this.write(
      JSON.stringify({
        time: new Date().toISOString(),
        level,
        // An error's own sentence may quote a value.
        message: typeof message === 'string' ? message : message instanceof Error ? message.name : 'error',
        ...(typeof context === 'string' && !context.includes('\n') && { context }),
      }),
    );
  }
}
