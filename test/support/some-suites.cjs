// What `npm test` gives to `jest --filter`: of the suites that take long, a share that TEST_SEED chooses. A suite takes long that kills and
// damages things, and one whose first line says `@long`. Whatever is left out runs in `npm run test:full`.
const { readFileSync } = require('node:fs');
const nodePath = require('node:path');

/** One in so many; as many seeds one after another take all. */
const share = 4;

const isLong = (path) =>
  path.endsWith('.faults.spec.ts') || /^[^\n]*@long\b/.test(readFileSync(path, 'utf8'));

/** Which of a project's suites run. */
async function someSuites(paths, seed = Number(process.env.TEST_SEED), takesLong = isLong) {
  const long = paths.filter((path) => takesLong(path)).toSorted();
  const left = new Set(long.filter((_, at) => (at + seed) % share !== 0));
  if (left.size > 0) {
    const names = [...left].map((path) => nodePath.relative(process.cwd(), path)).join('\n  ');
    process.stderr.write(`Left to \`npm run test:full\` (TEST_SEED=${seed}):\n  ${names}\n`);
  }
  return { filtered: paths.filter((path) => !left.has(path)) };
}

module.exports = someSuites;
module.exports.share = share;
