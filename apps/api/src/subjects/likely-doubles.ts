import { Inject, Injectable } from '@nestjs/common';
import type { NewPerson } from '#personal-data';
import { subjectOf } from '#subject';
import { ApiParts } from '../api-parts.js';
import { NameIndexFeed } from '../name-index-feed.js';

/** Looks for somebody who may be registered already. */
@Injectable()
export class LikelyDoubles {
  constructor(
    @Inject(NameIndexFeed) private readonly feed: NameIndexFeed,
    @Inject(ApiParts) private readonly parts: ApiParts,
  ) {}

  /** Undefined when the read models cannot be asked: the person is registered all the same. */
  async of(subjectId: string, person: NewPerson): Promise<string[] | undefined> {
    const { tenant } = person;
    try {
      const index = await this.feed.indexOf(tenant);
      const found = index.likelyDoubles(person).filter((id) => id !== subjectId);
      // The index may still hold whose registration was marked as recorded in error.
      const asked = await Promise.all(
        found.map(async (id) => ({ id, ...(await subjectOf(this.parts.runner, tenant, id)) })),
      );
      return asked.filter(({ exists }) => exists).map(({ id }) => id);
    } catch {
      return undefined;
    }
  }
}
