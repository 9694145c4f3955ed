import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import type { BenchTable } from './table.js';

interface Benchmark {
  run(): Promise<BenchTable>;
}

const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  'access-log': () => import('./access-log.js'),
  behind: () => import('./behind.js'),
  casework: () => import('./casework.js'),
  commands: () => import('./commands.js'),
  'day-begins': () => import('./day-begins.js'),
  'embedded-node': () => import('./embedded-node/run.js'),
  feed: () => import('./feed.js'),
  pages: () => import('./pages.js'),
  plan: () => import('./plan.js'),
  read: () => import('./read.js'),
  rebuild: () => import('./rebuild.js'),
  visible: () => import('./visible.js'),
};

const name = process.argv[2] ?? '';
const load = benchmarks[name];
if (load === undefined) {
  process.stderr.write(`Which benchmark? ${Object.keys(benchmarks).join(', ')}\n`);
  process.exit(1);
}
const table = await (await load()).run();
const machine = `${availableParallelism()} cores, ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}`;
print(table);
const folder = 'bench-results';
mkdirSync(folder, { recursive: true });
const file = join(folder, `${name}.json`);
writeFileSync(
  file,
  `${JSON.stringify({ name, machine, at: new Date().toISOString(), ...table }, null, 2)}\n`,
);
process.stdout.write(`\n${machine}\n${file}\n`);
process.exit(0);

function print({ title, columns, rows, notes }: BenchTable) {
  const cells = [columns, ...rows].map((row) => row.map(String));
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  process.stdout.write(
    `\n${title}\n\n${cells.map(line).join('\n')}\n\n${notes.map((note) => `- ${note}\n`).join('')}`,
  );
}
