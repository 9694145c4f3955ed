import type { Pool } from '#postgres';
import { instant, msOf } from './instants.js';
import { draftsKeptMs, type DraftSecrets } from './draft-secrets.js';
import type { Login } from './parties.js';
import { openBytes, sealBytes } from './sealed-bytes.js';

/** What somebody has half written in one of the municipalities of a login. */
export interface Draft {
  readonly draftId: string;
  /** A code of what it is a draft of. */
  readonly form: string;
  /** The id of whom or what it is about: it goes when that is disposed of. */
  readonly about: string | null;
  readonly text: string;
}

export interface Saved {
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

interface Row {
  readonly draft_id: string;
  readonly form: string;
  readonly about: string | null;
  readonly revision: number;
  readonly sealed: Buffer;
  readonly saved_at: number;
}

/** Half-written texts, for their author alone and for a week from when they were last saved. */
export class Drafts {
  readonly #pool: Pool;
  readonly #secrets: DraftSecrets;

  constructor(pool: Pool, secrets: DraftSecrets) {
    this.#pool = pool;
    this.#secrets = secrets;
  }

  /**
   * Saves it over what stands there; undefined where that has another revision than the one that was read last (0: there was none). The
   * same once more is the same revision.
   */
  async save(author: Login, draft: Draft, now: number, readLast?: number): Promise<Saved | undefined> {
    const key = await this.#keyOf(author, now);
    for (;;) {
      const [stands] = await this.#rows(author, draft.draftId);
      const counts = stands !== undefined && stands.saved_at > now - draftsKeptMs ? stands : undefined;
      const isSame = counts !== undefined && isEqual(opened(key, author.tenant, counts), draft);
      const last = counts?.revision ?? 0;
      if (!isSame && readLast !== undefined && readLast !== last) return undefined;
      const revision = isSame ? last : last + 1;
      const { rowCount } = await this.#pool.query(
        `insert into vault.drafts as d (tenant, author, draft_id, form, about, revision, sealed, saved_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (tenant, author, draft_id) do update set form = excluded.form, about = excluded.about,
           revision = excluded.revision, sealed = excluded.sealed, saved_at = excluded.saved_at
         where d.revision = $9`,
        [
          author.tenant,
          this.#secrets.hashOf(author),
          draft.draftId,
          draft.form,
          draft.about,
          revision,
          sealBytes(key, Buffer.from(draft.text), contextOf(author.tenant, { ...draft, revision })),
          instant(now),
          stands?.revision ?? 0,
        ],
      );
      // Somebody saved it meanwhile.
      if (rowCount === 1) return { revision, savedAt: now };
    }
  }

  /** The author’s own, the one saved last first, without their texts. */
  async all(author: Login, now: number): Promise<(Omit<Draft, 'text'> & Saved)[]> {
    const rows = await this.#rows(author);
    return rows
      .filter(({ saved_at }) => saved_at > now - draftsKeptMs)
      .map(({ draft_id: draftId, form, about, revision, saved_at: savedAt }) => ({
        draftId,
        form,
        about,
        revision,
        savedAt,
      }));
  }

  async find(author: Login, draftId: string, now: number): Promise<(Draft & Saved) | undefined> {
    const [row] = await this.#rows(author, draftId);
    if (row === undefined || row.saved_at <= now - draftsKeptMs) return undefined;
    const { revision, saved_at: savedAt } = row;
    return { ...opened(await this.#keyOf(author, now), author.tenant, row), revision, savedAt };
  }

  /** False where the author had none. */
  async delete(author: Login, draftId: string): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      'delete from vault.drafts where tenant = $1 and author = $2 and draft_id = $3',
      [author.tenant, this.#secrets.hashOf(author), draftId],
    );
    return rowCount === 1;
  }

  /** Removes those that a week has gone by for. */
  async sweep(now: number): Promise<void> {
    await this.#pool.query('delete from vault.drafts where saved_at <= $1', [instant(now - draftsKeptMs)]);
  }

  async #rows(author: Login, draftId?: string): Promise<readonly Row[]> {
    const { rows } = await this.#pool.query<Row>(
      `select draft_id, form, about, revision, sealed, ${msOf('saved_at')} as saved_at
       from vault.drafts where tenant = $1 and author = $2 and draft_id = coalesce($3, draft_id)
       order by vault.drafts.saved_at desc, draft_id`,
      [author.tenant, this.#secrets.hashOf(author), draftId ?? null],
    );
    return rows;
  }

  #keyOf(author: Login, now: number): Promise<Buffer> {
    return this.#secrets.keyOf(author, 'vault', now);
  }
}

/** What is sealed belongs to this draft in this revision. */
const contextOf = (
  tenant: string,
  { draftId, form, about, revision }: Omit<Draft, 'text'> & Pick<Saved, 'revision'>,
) => JSON.stringify(['samspor/draft/v1', tenant, draftId, form, about, revision]);

function opened(
  key: Buffer,
  tenant: string,
  { draft_id: draftId, form, about, revision, sealed }: Row,
): Draft {
  const context = contextOf(tenant, { draftId, form, about, revision });
  return { draftId, form, about, text: openBytes(key, sealed, context).toString('utf8') };
}

const isEqual = (one: Draft, other: Draft) =>
  one.form === other.form && one.about === other.about && one.text === other.text;
