import type { MailConfig } from '#apps/mail-config';

/** A message as it goes out. */
export interface Letter {
  /** The same for the same message, however often it is handed over. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

type Language = 'NB' | 'NN';

const words = {
  NB: {
    subject: 'Noe venter på deg i Samspor',
    text: (link: string) =>
      `Noe venter på deg i Samspor. Logg inn for å se hva det er:\n\n${link}\n\nMeldingen er sendt automatisk og kan ikke besvares.\n`,
  },
  NN: {
    subject: 'Noko ventar på deg i Samspor',
    text: (link: string) =>
      `Noko ventar på deg i Samspor. Logg inn for å sjå kva det er:\n\n${link}\n\nMeldinga er send automatisk, og du kan ikkje svare på henne.\n`,
  },
} as const;

/** That something waits, and where: no name, no number, nothing of what it is about. */
export function letterTo(
  to: string,
  id: string,
  language: Language,
  { publicUrl }: Pick<MailConfig, 'publicUrl'>,
): Letter {
  const { subject, text } = words[language];
  return { id, to, subject, text: text(publicUrl) };
}
