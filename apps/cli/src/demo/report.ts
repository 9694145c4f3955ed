import { type DemoAddress, DemoClient } from './client.js';

const sections = {
  OFFERS: 'Avlastning for barn har fått to nye plasser. Rehabilitering etter sykehus har ventetid.',
  PROGRESS: 'Registeret er tatt i bruk dette halvåret. De første sakene kom til høsten.',
  CHALLENGES: 'Få enheter har ansatte som kan koordinere.',
  COSTLY_NEEDS: 'Ingen slike behov er meldt.',
};

/** The leader's report of a half-year that is over: written, and its figures frozen. It waits for approval. */
export async function playReport(at: DemoAddress): Promise<void> {
  const leader = await DemoClient.login(at, '1576', { role: 'LEADER' });
  const period = { from: '2026-01-01', to: '2026-07-01' };
  const { reportId } = await leader.post('report/period', '/v1/reports', period);
  const address = `/v1/reports/${String(reportId)}`;
  await leader.post('report/figures', `${address}/figures`, {});
  for (const [section, text] of Object.entries(sections)) {
    await leader.post(`report/${section}`, `${address}/sections`, { section, text });
  }
}
