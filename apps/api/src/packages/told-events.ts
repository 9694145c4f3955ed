import type { ToldEvent } from '#case-package';
import { dayInWords } from '#correspondence';
import { actorRoles } from '#personal-data';
import { Saying } from '../lists/saying.js';
import type { Language } from '../reading/language.js';
import type { WholeTrail } from '../trail/person-trails.js';
import type { ToldEntry } from '../trail/trail.entries.js';
import { corrected, localTime, revised, writerIn } from '../trail/trail.table.js';

/** A text of an entry that may be left out. */
export interface TextToLeaveOut {
  readonly eventId: string;
  readonly field: string;
  readonly occurredOn: string;
  readonly title: string;
  readonly called: string;
  readonly inWords: string;
}

/** The entries of a trail as the package tells them; those of another complaint than its own are beside it. */
export function toldEvents({ entries, language }: WholeTrail, complaintId: string | undefined): ToldEvent[] {
  const say = new Saying(language);
  return entries.map((entry) => ({
    eventId: entry.eventId,
    type: entry.type,
    title: entry.title,
    sentence: entry.readsNow ?? entry.sentence,
    occurredOn: entry.occurredOn,
    recorded: recordedIn(entry, say),
    notes: notesOf(entry, language),
    isStruckOut: entry.struckOut !== null,
    isBeside: entry.of === 'complaint' && entry.recordId !== complaintId,
  }));
}

function recordedIn({ recordedAt, actor }: ToldEntry, say: Saying): string {
  const by = `${writerIn(actor, say.language)}, ${say.word(actorRoles, actor.role)}`;
  return `${say.in(['ført', 'ført'])} ${timeIn(recordedAt)} ${say.in(['av', 'av'])} ${by}`;
}

/** `2. mars 2026 kl. 09.30`, in Norway. */
export function timeIn(at: string): string {
  const [day = '', time = ''] = localTime(at).split(' ');
  return `${dayInWords(day)} kl. ${time.slice(0, 5).replace(':', '.')}`;
}

function notesOf({ struckOut, corrections }: ToldEntry, language: Language): string[] {
  const wrong = language === 'nb' ? 'Feilregistrert' : 'Feilregistrert';
  const right = language === 'nb' ? 'Rettet' : 'Retta';
  return [
    ...(struckOut === null ? [] : [`${wrong} ${revised(struckOut, language)}.`]),
    ...corrections.map((correction) => `${right} ${corrected(correction, language)}.`),
  ];
}

/** What somebody wrote of their own in these entries. */
export const textsIn = (entries: readonly ToldEntry[]): TextToLeaveOut[] =>
  entries.flatMap(({ eventId, occurredOn, title, fields = [] }) =>
    fields.flatMap(({ name, called, kind, value, inWords }) =>
      kind === 'text' && typeof value === 'string' && inWords !== null
        ? [{ eventId, field: name, occurredOn, title, called, inWords }]
        : [],
    ),
  );
