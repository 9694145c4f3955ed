/** The places that were read and are not done with. They are added in ascending order; the lowest is always known. */
export class OutstandingPlaces {
  #places = new Set<number>();
  #ascending = this.#places.values();
  #lowest: number | undefined;

  get lowest(): number | undefined {
    return this.#lowest;
  }

  add(place: number): void {
    if (this.#lowest === undefined) {
      this.#places = new Set([place]);
      this.#ascending = this.#places.values();
      this.#lowest = this.#ascending.next().value;
    } else this.#places.add(place);
  }

  delete(place: number): void {
    this.#places.delete(place);
    // The iterator passes each place once: what was deleted before costs nothing a second time.
    if (place === this.#lowest) this.#lowest = this.#ascending.next().value;
  }
}
