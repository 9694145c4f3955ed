import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { packageCli } from '../support/package-cli.js';
import { documentForm } from './document-form.js';
import { done, Procedure } from './procedure.js';

describe('a package for the county governor, by command', () => {
  let app: TestApp;
  let worker: ApiClient;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'samspor-package-'));
    app = await startTestApp();
    worker = await ApiClient.as(app.url, 'CASEWORKER');
  }, 240_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await app?.stop();
  });

  const at = (name: string) => join(folder, name);
  const run = (...args: readonly string[]) => packageCli({ url: app.url, token: worker.token }, ...args);
  const filed = async (said: object, content: string) => {
    const whole = { kind: 'MAPPING', direction: 'IN', documentDate: '2026-01-06', title: 'Skannet', ...said };
    return done(
      await worker.post('/v1/documents', undefined, await documentForm(whole, Buffer.from(content))),
    );
  };

  it('writes the case as it would be sent today, tells what lacks, and writes over nothing', async () => {
    const { caseId } = await new Procedure(worker).granted();
    const scan = '%PDF-1.7\nTestine Prøvesen';
    const { readAfter } = await filed({ recordKind: 'CASE', recordId: caseId }, scan);
    const path = `/v1/cases/${caseId}/package-rehearsal`;
    const seen = done(await worker.post(`${path}?readAfter=${readAfter}`, {}));

    const out = at('case.zip');
    const written = await run('--case', caseId, '--out', out);
    expect(written).toMatchObject({ code: 2, refused: undefined });
    expect(written.stdout).toBe(`${out} is written: a rehearsal, with 1 documents.\n`);
    expect(written.stderr).toContain('Lacking, and not explained: Brevet om avgjørelsen er ikke arkivert.\n');
    expect(written.stdout + written.stderr).not.toContain(worker.token);
    const files = unzipSync(readFileSync(out));
    expect(Object.keys(files)).toEqual(['00-saken.pdf', '03-01-2026-01-06-kartlegging.pdf']);
    expect(Buffer.from(files['00-saken.pdf'] ?? []).toString('base64')).toBe(seen.pdf);
    expect(Buffer.from(files['03-01-2026-01-06-kartlegging.pdf'] ?? []).toString()).toBe(scan);
    expect(statSync(out).mode & 0o777).toBe(0o600);

    const before = readFileSync(out);
    expect(await run('--case', caseId, '--out', out)).toMatchObject({
      code: 1,
      refused: `${out} is there already. Nothing was written.`,
    });
    expect(readFileSync(out).equals(before)).toBe(true);
    const nynorsk = await run('--case', caseId, '--out', at('nn.zip'), '--language', 'NN');
    expect(nynorsk.stderr).toContain('Brevet om avgjerda er ikkje arkivert.');
    expect(readdirSync(folder).toSorted()).toEqual(['case.zip', 'nn.zip']);
  }, 240_000);

  it('writes the very bytes of the package that was closed last', async () => {
    const subjectId = await new Procedure(worker).person();
    const said = {
      way: 'LETTER',
      complainant: 'SUBJECT',
      matters: ['MISSING_ANSWER'],
      text: 'Ingen svarer.',
    };
    const { complaintId } = done(await worker.post('/v1/complaints', { ...said, subjectId }));
    const complaint = `/v1/complaints/${complaintId}`;
    const out = at('closed.zip');
    expect((await run('--complaint', complaintId, '--out', out)).refused).toMatch(
      /^No package of this complaint/,
    );
    const again = { outcome: 'UPHELD', decidedBy: 'KE', reason: 'Det kom ingen søknad.' };
    const { readAfter } = done(await worker.post(`${complaint}/reconsideration`, again));
    const explained = (index: readonly { entry: string; gap: string | null }[]) =>
      index.flatMap(({ entry, gap }) => (gap === null ? [] : [{ entry, text: 'Det er ingen sak.' }]));
    const bare = done(await worker.post(`${complaint}/packages/preview?readAfter=${readAfter}`, {}));
    const body = { explanations: explained(bare.index) };
    const { digest } = done(await worker.post(`${complaint}/packages/preview`, body));
    const closed = done(await worker.post(`${complaint}/packages`, { ...body, digest }));
    done(await worker.get(`${complaint}?readAfter=${closed.readAfter}`));

    expect(await run('--complaint', complaintId, '--out', out)).toMatchObject({ code: 0, stderr: '' });
    const kept = await fetch(`${app.url}${complaint}/packages/${closed.packageId}`, {
      headers: { authorization: `Bearer ${worker.token}` },
    });
    expect(readFileSync(out).equals(Buffer.from(await kept.arrayBuffer()))).toBe(true);
  }, 240_000);

  it('writes nothing for whoever may not see the case, says no name, or asks for what there is not', async () => {
    const { caseId } = await new Procedure(worker).granted();
    const out = at('nothing.zip');
    const refused = async (...args: readonly string[]) => (await run(...args, '--out', out)).refused;
    expect(await refused()).toMatch(/^Name a case/);
    expect(await refused('--case', caseId, '--complaint', caseId)).toMatch(/^Name a case/);
    expect(await refused('--complaint', caseId, '--language', 'NN')).toMatch(/leave --language out/);
    expect(await refused('--case', 'nobody')).toMatch(/^404: .* Nothing was written\.$/);
    const coordinator = await ApiClient.as(app.url, 'COORDINATOR');
    expect(
      (await packageCli(coordinator as Required<ApiClient>, '--case', caseId, '--out', out)).refused,
    ).toMatch(/^403: /);
    const unnamed = await packageCli({ url: app.url, token: undefined }, '--case', caseId, '--out', out);
    expect(unnamed.refused).toMatch(/SAMSPOR_TOKEN/);
    const nowhere = { url: 'http://127.0.0.1:9', token: worker.token };
    expect((await packageCli(nowhere, '--case', caseId, '--out', out)).refused).toMatch(
      /^Nothing answers on/,
    );
    writeFileSync(at('folder'), '');
    expect((await run('--case', caseId, '--out', join(at('folder'), 'x.zip'))).code).toBe(1);
    expect(readdirSync(folder)).not.toContain('nothing.zip');
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
  }, 240_000);
});
