import type { IdentityClaims, IdentityQuestion } from '#personal-data';
import type { Vaulted } from './claiming.js';

/** Claims in memory alone, on top of what is claimed. */
export class RehearsedClaims implements Pick<IdentityClaims, keyof Vaulted['claims']> {
  readonly #claimed = new Map<string, Awaited<ReturnType<IdentityClaims['find']>>>();

  constructor(private readonly claims: Pick<IdentityClaims, 'find'>) {}

  exclusively<T>(_: IdentityQuestion, work: () => Promise<T>): Promise<T> {
    return work();
  }

  async find(question: IdentityQuestion) {
    const key = keyOf(question);
    return this.#claimed.has(key) ? this.#claimed.get(key) : this.claims.find(question);
  }

  async claim(request: Parameters<IdentityClaims['claim']>[0]) {
    const before = await this.find(request);
    if (before) return { ...before, isNew: false };
    const { subjectId, commandId } = request;
    this.#claimed.set(keyOf(request), { subjectId, commandId });
    return { subjectId, commandId, isNew: true };
  }

  async release(claim: IdentityQuestion): Promise<void> {
    this.#claimed.set(keyOf(claim), undefined);
  }
}

const keyOf = ({ tenant, identityNumber }: IdentityQuestion) => `${tenant} ${identityNumber}`;
