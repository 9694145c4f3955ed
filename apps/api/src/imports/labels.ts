import { codeList } from '#event-sourcing';
import type { FactKind } from '#import/application/index';

/** What comes of a row. */
export const rowVerdicts = codeList('rowVerdict', {
  RECORDED: ['føres', 'blir ført'],
  ALREADY: ['er der fra før', 'er der frå før'],
  FAULTY: ['har feil', 'har feil'],
});
/** What a row comes to. */
export const earlierFacts = codeList('earlierFact', {
  PERSON: ['ny person', 'ny person'],
  CONSENT: ['samtykke', 'samtykke'],
  PLAN: ['plan startet', 'plan starta'],
  PLAN_END: ['plan avsluttet', 'plan avslutta'],
  COORDINATOR: ['<coordinator> fra', '<coordinator> frå'],
  RELEASE: ['<coordinator> fratrådte', '<coordinator> fråtredde'],
} satisfies Readonly<Record<FactKind, readonly [string, string]>>);
