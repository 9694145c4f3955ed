// What `npm test` gives to `jest --filter`: every suite that needs no server, those that say `@core`, and of the others a share that TEST_SEED
// chooses. What it leaves out runs in `npm run test:rest` (`other-suites.cjs`), but of those that take long, whose whole is `npm run test:full`.
// A suite takes long that kills and damages things, and one whose first line says `@long`.
const { readFileSync } = require('node:fs');
const nodePath = require('node:path');

/** One in so many is in `npm test`; as many seeds one after another take all. */
const share = 12;
/** One in so many of what takes long is in `npm test` or `npm run test:rest`. */
const longShare = 4;

const lineOf = (path) => readFileSync(path, 'utf8').split('\n', 1)[0];
const kindOf = (path) => {
  if (path.endsWith('.faults.spec.ts') || /@long\b/.test(lineOf(path))) return 'long';
  return /\.(int|system|pages)\.spec\.ts$/.test(path) && !/@core\b/.test(lineOf(path)) ? 'served' : 'core';
};

/** Which of a project's suites run: those of `npm test`, those of `npm run test:rest`, and those that are left to `npm run test:full`. */
function shared(paths, seed, kind = kindOf) {
  const suites = { some: [], others: [], left: [] };
  const seen = { core: 0, served: 0, long: 0 };
  for (const path of paths.toSorted()) {
    const its = kind(path);
    const turn = seen[its]++ + seed;
    if (its === 'core' || turn % share === 0) suites.some.push(path);
    else if (its === 'served' || turn % longShare === 0) suites.others.push(path);
    else suites.left.push(path);
  }
  return suites;
}

const tell = (command, paths) => {
  if (paths.length === 0) return;
  const names = paths.map((path) => nodePath.relative(process.cwd(), path)).join('\n  ');
  process.stderr.write(`Left to \`npm run ${command}\` (TEST_SEED=${process.env.TEST_SEED}):\n  ${names}\n`);
};

async function someSuites(paths) {
  const { some, others, left } = shared(paths, Number(process.env.TEST_SEED));
  tell('test:rest', others);
  tell('test:full', left);
  return { filtered: some };
}

module.exports = Object.assign(someSuites, { share, longShare, shared });
