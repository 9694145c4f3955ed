import { afterAll, afterEach } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { readDemoKey } from '#apps/standalone/src/demo-key';
import type { Program } from './program.js';

export type { Locator, Page } from 'playwright-core';

/** How a window looks. */
export interface Looks {
  readonly width?: number;
  readonly colours?: 'light' | 'dark';
}

let browser: Promise<Browser> | undefined;
const windows = new Set<BrowserContext>();

afterEach(async () => {
  for (const window of windows) await window.close();
  windows.clear();
}, 60_000);

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
}, 60_000);

/** What went wrong in a window: what a page said of itself, and where it went out of the house. */
export interface Watched {
  readonly page: Page;
  readonly faults: readonly string[];
}

/** A window that shares nothing with another and remembers nothing. It is open until the test ends. */
export async function openWindow({ width = 1280, colours = 'light' }: Looks = {}): Promise<Watched> {
  browser ??= launch();
  const window = await (
    await browser
  ).newContext({
    viewport: { width, height: 900 },
    colorScheme: colours,
    reducedMotion: 'reduce',
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
  });
  windows.add(window);
  const page = await window.newPage();
  page.setDefaultTimeout(30_000);
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) faults.push(message.text());
  });
  return { page, faults };
}

/** One for a suite: to start it takes longer than most tests. */
const launch = () =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** As whom, and where. */
export interface Played {
  readonly sub?: string;
  readonly municipality?: string;
}

/** Opens the address that the start printed, and chooses an invented person there. */
export async function signIn(
  page: Page,
  { url, dataDir }: Program,
  { sub = 'demo-caseworker', municipality = '1576' }: Played = {},
): Promise<void> {
  await page.goto(`${url}/#key=${readDemoKey(dataDir)}`);
  await page.locator('select').selectOption(municipality);
  await page.locator(`input[value="${sub}"]`).check();
  await page.locator('button[type=submit]').click();
  await page.locator('header.top').waitFor();
}
