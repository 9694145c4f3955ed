import type { Page, Request } from 'playwright-core';
import { eventually } from './wait.js';

/** Waits until a page has come to rest: all that it reads is answered and drawn, so that nothing moves under the next click. */
export function restOf(page: Page): () => Promise<void> {
  const asked = new Set<Request>();
  page.on('request', (one) => one.method() === 'GET' && asked.add(one));
  page.on('requestfinished', (one) => asked.delete(one));
  page.on('requestfailed', (one) => asked.delete(one));
  const drawn = () =>
    page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  return () =>
    eventually(async () => {
      await drawn();
      const before = asked.size;
      await drawn();
      if (before + asked.size > 0) throw new Error('The page still waits for what it reads.');
    });
}
