export type Entries = readonly Entry[];

interface Entry {
  readonly type: string;
  readonly occurredOn: string;
  readonly title: string;
  readonly sentence: string;
  readonly actor: { readonly name: string | null };
}

/** What the system notes of deadlines, and strikes out again: it follows what was recorded, and comes at no certain moment. */
const isNoted = ({ type, actor }: Entry) =>
  type.startsWith('Deadline') ||
  type.startsWith('ComplaintDeadline') ||
  (type === 'RecordedInErrorMarked' && actor.name === null);

/** A history as lines of text: a day, what happened, and who recorded it. */
export const textOfTrail = (heading: string, entries: Entries): readonly string[] => [
  heading,
  ...entries
    .filter((entry) => !isNoted(entry))
    .map(
      ({ occurredOn, title, sentence, actor }) =>
        `  ${occurredOn}  ${title}. ${sentence} (${actor.name ?? 'Samspor'})`,
    ),
];
