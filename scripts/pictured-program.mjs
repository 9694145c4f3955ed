// The program and a browser before it, for the scripts that make pictures. Chromium is where CHROMIUM says, else where Debian has it.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Starts the program on a data folder, and resolves with its address when it is ready; `stop` ends it. */
export async function startOn(data, args = []) {
  const program = spawn(process.execPath, [join(root, 'scripts/start.mjs'), ...args], {
    env: { ...process.env, DATA_DIR: data, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise((resolve, reject) => {
    let said = '';
    program.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      const [, ready] = /^Samspor is ready on (\S+)$/m.exec(said) ?? [];
      if (ready !== undefined && (!args.includes('--demo') || said.includes('Look at the cases'))) {
        resolve(ready);
      }
    });
    program.once('exit', () => reject(new Error(`The program did not start:\n${said}`)));
  });
  return {
    address,
    origin: new URL(address).origin,
    async stop() {
      const { pid } = JSON.parse(readFileSync(join(data, 'runtime.json'), 'utf8'));
      process.kill(pid, 'SIGTERM');
      await new Promise((resolve) => program.once('close', resolve));
    },
  };
}

export const openBrowser = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });

/** Chooses an invented person on the page that the address leads to. */
export async function signIn(page, address, sub, municipality = '1576') {
  await page.goto(address);
  await page.locator('select').selectOption(municipality);
  await page.locator(`input[value="${sub}"]`).check();
  await page.locator('button[type=submit]').click();
  await page.locator('header.top').waitFor();
}

/** Goes to a page and waits until all of it is there. */
export async function show(page, url) {
  await page.goto(url);
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.waiting') === null);
  await page.waitForLoadState('networkidle');
}
