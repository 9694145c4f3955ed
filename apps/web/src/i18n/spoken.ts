import { useEffect, useState } from 'react';
import { type Language, speak, type Words } from './language.js';
import { sayOwnWords } from './texts.js';

/** Speaks a language with a municipality's own words in it, once both are known; whether it does by now. */
export function useSpoken(
  wanted: Language | undefined,
  terms: Readonly<Record<string, Words | null>> | undefined,
): boolean {
  const [spoken, setSpoken] = useState<Language>();
  useEffect(() => {
    if (wanted === undefined || terms === undefined) return;
    void speak(wanted).then(() => {
      sayOwnWords(terms);
      setSpoken(wanted);
    });
  }, [wanted, terms]);
  return wanted !== undefined && spoken === wanted;
}
