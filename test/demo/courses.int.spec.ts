import { jest } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { courseNames, playCourse } from '#apps/cli/src/demo/courses/index';
import { seedDemonstration } from '#apps/standalone/src/seed';
import { demoKey } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { setClock } from '../support/set-clock.js';

const now = '2026-11-24T09:00:00Z';
const today = now.slice(0, 10);

/** The kept text of a course; `GOLDEN=write` writes it anew. */
function kept(name: string, told: string): string {
  const file = new URL(`./${name}.txt`, import.meta.url);
  if (process.env['GOLDEN'] === 'write') writeFileSync(file, told);
  return readFileSync(file, 'utf8');
}

describe('The demonstration of a municipality', () => {
  let app: TestApp;
  const play = async (name: (typeof courseNames)[number]) => {
    const { trail } = await playCourse({ url: app.url, demoKey: () => demoKey }, name, today);
    return `${trail.join('\n')}\n`;
  };

  beforeAll(async () => {
    setClock(Date.parse(now));
    app = await startTestApp({ tenants: [] });
    await seedDemonstration(app.parts.runner);
  }, 120_000);
  afterAll(async () => {
    await app?.stop();
    jest.useRealTimers();
  });

  it.each(courseNames)('plays %s’s own procedure, and its history reads as it is kept', async (name) => {
    const told = await play(name);
    expect(told).toBe(kept(name, told));
  });

  it('played again in the same week records nothing', async () => {
    const before = await app.lastRecorded();
    for (const name of courseNames) await play(name);
    expect(await app.lastRecorded()).toBe(before);
  });
});
