/** The places that were read and are not done with. They are added in ascending order; the lowest is always known. */
export class OutstandingPlaces {
  readonly #places = new Set<number>();
  #ascending = this.#places.values();
  #lowest: number | undefined;
  #deleted = 0;

  get lowest(): number | undefined {
    return this.#lowest;
  }

  add(place: number): void {
    this.#places.add(place);
    if (this.#lowest === undefined) this.#begin();
  }

  delete(place: number): void {
    this.#places.delete(place);
    this.#deleted += 1;
    // The iterator passes each place once. It holds on to what the set was, so it does not grow old.
    if (this.#deleted > 1000 + this.#places.size) this.#begin();
    else if (place === this.#lowest) this.#lowest = this.#ascending.next().value;
  }

  #begin(): void {
    this.#deleted = 0;
    this.#ascending = this.#places.values();
    this.#lowest = this.#ascending.next().value;
  }
}
