import type { Phrase } from '#event-sourcing';

/** What commands at the machine alone say: they speak English. */
export const inEnglish = (en: string): Phrase => ({ en, nb: en, nn: en });
