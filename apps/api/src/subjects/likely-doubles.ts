import { Inject, Injectable } from '@nestjs/common';
import type { NewPerson } from '#personal-data';
import { NameIndexFeed } from '../name-index-feed.js';

/** Looks for somebody who may be registered already, where no identity number tells. */
@Injectable()
export class LikelyDoubles {
  constructor(@Inject(NameIndexFeed) private readonly feed: NameIndexFeed) {}

  async of(subjectId: string, { tenant, givenName, familyName, birthDate }: NewPerson): Promise<string[]> {
    const index = await this.feed.indexOf(tenant);
    const person = { tenant, givenName, familyName, ...(birthDate !== undefined && { birthDate }) };
    return index.likelyDoubles(person).filter((id) => id !== subjectId);
  }
}
