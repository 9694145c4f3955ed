import type { Answers } from '../../support/clerk.js';

const words = {
  nb: ['Utfall', 'Innvilget', 'Langvarig behov', 'Behov for koordinerte tjenester', 'Oppfylt', 'Begrunnelse'],
  nn: ['Utfall', 'Innvilga', 'Langvarig behov', 'Behov for koordinerte tenester', 'Oppfylt', 'Grunngiving'],
} as const;

/** What a decision says where all that was applied for is granted. */
export function granting(
  items: readonly string[],
  reasons: readonly [longTerm: string, coordinated: string],
  language: keyof typeof words = 'nb',
): Answers {
  const [outcome, granted, longTerm, coordinated, met, reason] = words[language];
  return [
    ...items.map((item) => [item, [[outcome, granted]]] as const),
    ...[longTerm, coordinated].map(
      (criterion, at) =>
        [
          criterion,
          [
            [met, 'Ja'],
            [reason, reasons[at] ?? ''],
          ],
        ] as const,
    ),
  ];
}
