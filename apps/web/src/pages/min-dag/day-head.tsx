import type { ReactNode } from 'react';
import { longDay, today } from '../../dates/dates.js';
import { language } from '../../i18n/language.js';
import { capital, texts } from '../../i18n/texts.js';
import { PageHead } from '../../ui/page-head.js';

const useText = texts('my-day', { nb: { title: 'Min dag' }, nn: { title: 'Min dag' } });

/** Which day it is, and how the day looks in a sentence. */
export function DayHead({ lead }: { readonly lead?: ReactNode }) {
  const say = useText();
  return <PageHead title={capital(longDay(today(), language()))} documentTitle={say('title')} lead={lead} />;
}
