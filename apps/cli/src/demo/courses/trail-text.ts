export type Entries = readonly Entry[];

interface Entry {
  readonly occurredOn: string;
  readonly title: string;
  readonly sentence: string;
  readonly actor: { readonly name: string | null };
}

/** A history as lines of text: a day, what happened, and who recorded it. */
export const textOfTrail = (heading: string, entries: Entries): readonly string[] => [
  heading,
  ...entries.map(
    ({ occurredOn, title, sentence, actor }) =>
      `  ${occurredOn}  ${title}. ${sentence} (${actor.name ?? 'Samspor'})`,
  ),
];
