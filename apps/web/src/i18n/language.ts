import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Language = 'nb' | 'nn';

/** A text in both written languages, as the API answers with it. */
export interface Words {
  readonly nb: string;
  readonly nn: string;
}

export const language = () => i18next.language as Language;

/** That of the municipality: a page is never in both. */
export async function speak(to: Language): Promise<void> {
  await i18next.changeLanguage(to);
  document.documentElement.lang = to;
}

// At once: texts are added to it as the files that have them are loaded.
void i18next.use(initReactI18next).init({
  initAsync: false,
  lng: 'nb',
  fallbackLng: false,
  interpolation: { escapeValue: false },
  resources: {},
});
