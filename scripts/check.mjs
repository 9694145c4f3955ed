// Runs these scripts of package.json, two at a time, and says what those that fail have to say. The longest comes first.
import { spawn } from 'node:child_process';

const left = process.argv.slice(2);

async function runNext() {
  for (let name = left.shift(); name !== undefined; name = left.shift()) {
    const { output, code } = await run(name);
    process.stdout.write(`${code === 0 ? 'passed' : 'FAILED'}: ${name}\n${output}`);
    if (code !== 0) process.exitCode = 1;
  }
}

function run(name) {
  const child = spawn(`npm run --silent ${name}`, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ output, code }));
  });
}

await Promise.all([runNext(), runNext()]);
