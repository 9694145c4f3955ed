import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What poppler reads in a PDF, as one line; undefined, said out loud, where poppler is not installed. */
export function textOfPdf(pdf: Uint8Array): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  try {
    const file = join(folder, 'read.pdf');
    writeFileSync(file, pdf);
    const said = execFileSync('pdftotext', ['-nopgbrk', '-raw', file, '-'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return said.toString().replaceAll(/\s+/g, ' ');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    process.stderr.write('poppler is not installed here: nobody reads what is in the PDF.\n');
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
