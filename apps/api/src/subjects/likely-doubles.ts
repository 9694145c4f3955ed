import { Inject, Injectable } from '@nestjs/common';
import type { NewPerson } from '#personal-data';
import { NameIndexFeed } from '../name-index-feed.js';

/** Looks for somebody who may be registered already, where no identity number tells. */
@Injectable()
export class LikelyDoubles {
  constructor(@Inject(NameIndexFeed) private readonly feed: NameIndexFeed) {}

  /** Undefined when the read models cannot be asked: the person is registered all the same. */
  async of(subjectId: string, person: NewPerson): Promise<string[] | undefined> {
    const { tenant, givenName, familyName, birthDate } = person;
    try {
      const index = await this.feed.indexOf(tenant);
      return index
        .likelyDoubles({ tenant, givenName, familyName, ...(birthDate !== undefined && { birthDate }) })
        .filter((id) => id !== subjectId);
    } catch {
      return undefined;
    }
  }
}
