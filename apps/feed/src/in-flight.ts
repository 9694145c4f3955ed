import { Problem } from '#apps/api/src/problems/problem';

/** Bounds what one subscriber has under way at once, streams among it, so that none keeps the others waiting. */
export class InFlight {
  readonly #underWay = new Map<string, number>();

  constructor(private readonly most = 16) {}

  /** Call what it gives back when it is over. */
  enter(subscriptionId: string): () => void {
    const count = this.#underWay.get(subscriptionId) ?? 0;
    if (count >= this.most) {
      throw new Problem('too-many-requests.streams', { headers: { 'Retry-After': '5' } });
    }
    this.#underWay.set(subscriptionId, count + 1);
    return () => {
      const left = (this.#underWay.get(subscriptionId) ?? 1) - 1;
      if (left > 0) this.#underWay.set(subscriptionId, left);
      else this.#underWay.delete(subscriptionId);
    };
  }
}
