import { afterAll } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { readDemoKey } from '#apps/standalone/src/demo-key';
import type { Program } from './program.js';

export type { Locator, Page } from 'playwright-core';

/** How a window looks. */
export interface Looks {
  readonly width?: number;
  readonly colours?: 'light' | 'dark';
}

const windows = new Set<BrowserContext>();
const profiles = new Set<string>();

afterAll(async () => {
  for (const window of windows) await window.close();
  for (const profile of profiles) rmSync(profile, { recursive: true, force: true });
  windows.clear();
}, 60_000);

/** What went wrong in a window: what a page said of itself, and where it went out of the house. */
export interface Watched {
  readonly page: Page;
  readonly faults: readonly string[];
}

/** A window of a browser of its own, with nothing remembered. */
export async function openWindow({ width = 1280, colours = 'light' }: Looks = {}): Promise<Watched> {
  const profile = mkdtempSync(join(tmpdir(), 'samspor-chromium-'));
  profiles.add(profile);
  const window = await chromium.launchPersistentContext(profile, {
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
    viewport: { width, height: 900 },
    colorScheme: colours,
    reducedMotion: 'reduce',
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
  });
  windows.add(window);
  const [page = await window.newPage()] = window.pages();
  page.setDefaultTimeout(30_000);
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) faults.push(message.text());
  });
  return { page, faults };
}

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
