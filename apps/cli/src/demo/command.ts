import { Command } from 'commander';
import { playDemo } from './play.js';

export function demoCommand(): Command {
  return new Command('demo')
    .description("play Aure's procedure for a dozen invented people against a running application")
    .option('--url <address>', 'where the application answers', 'http://127.0.0.1:3000')
    .action(({ url }: { url: string }) => playDemo(url, (line) => process.stdout.write(`${line}\n`)));
}
