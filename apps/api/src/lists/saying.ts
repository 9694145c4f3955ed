import { type CodeList, type OwnWords, type Pair, usualWords, wordFor } from '#event-sourcing';
import type { Opened } from '#personal-data';
import { deleted, flagOf, inLanguage } from '#projections/audit-trail/norwegian';
import type { Language } from '../reading/language.js';
import type { NamedParty, NamedSubject } from '../reading/names.js';
import { nameIn, shownIn, withoutName } from '../trail/trail.entries.js';

/** Says what a list holds, in one language and in the municipality's own words. */
export class Saying {
  constructor(
    readonly language: Language,
    private readonly own: OwnWords = usualWords,
  ) {}

  in(pair: Pair): string {
    return inLanguage(this.language, pair);
  }

  word(list: CodeList, code: string | null): string | null {
    return code === null ? null : this.in(wordFor(list, code, this.own));
  }

  /** In both languages. */
  both(list: CodeList, code: string): Pair {
    return wordFor(list, code, this.own);
  }

  words(list: CodeList, codes: readonly string[]): string {
    return codes.map((code) => this.word(list, code)).join(', ');
  }

  /** Nothing of what does not hold: a column of yes and no is read by its yes. */
  flag(holds: boolean): string | null {
    return holds ? flagOf(holds) : null;
  }

  party(party: Opened<NamedParty> | null): string | null {
    return party && (nameIn(this.language, party.name) ?? this.in(withoutName));
  }

  /** As lists are sorted: the family name first. */
  subject({ familyName, givenName, disposed }: Opened<NamedSubject>): string {
    if (disposed) return this.in(deleted);
    const parts = [familyName, givenName].flatMap((part) => shownIn(this.language, part) ?? []);
    return parts.length === 0 ? this.in(withoutName) : parts.join(', ');
  }
}
