import { StreamableFile } from '@nestjs/common';
import { templateOf } from '#import/application/index';
import { workbookOf } from '../lists/workbook.js';
import { mediaTypes } from '../reading/accept.js';
import type { Language } from '../reading/language.js';

const names = { nb: 'Mal for import', nn: 'Mal for import' } as const;

/** The headings, and what each column takes. */
export const templateIn = (language: Language) => templateOf(language === 'nb' ? 0 : 1);

/** The template as a file: its headings, and nothing below them. */
export async function templateFile(language: Language, format: 'csv' | 'xlsx'): Promise<StreamableFile> {
  const headings = templateIn(language).map(({ heading }) => heading);
  const bytes =
    format === 'csv'
      ? Buffer.from(`\ufeff${headings.join(';')}\r\n`)
      : await workbookOf({ name: names[language], top: [], headings, widths: headings.map(() => 22) }, []);
  return new StreamableFile(bytes, {
    type: format === 'csv' ? `${mediaTypes.csv}; charset=utf-8` : mediaTypes.xlsx,
    disposition: `attachment; filename="samspor-import-${language}.${format}"`,
  });
}
