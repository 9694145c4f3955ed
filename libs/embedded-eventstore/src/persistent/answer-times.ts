const mostTimes = 1000;

/** How long a consumer took for each of its last answers, in milliseconds: what `extraStatistics` asks for. */
export class AnswerTimes {
  readonly #times: number[] = [];

  add(milliseconds: number): void {
    this.#times.push(Math.floor(milliseconds));
    if (this.#times.length > mostTimes) this.#times.shift();
  }

  /** The figures by the names that the real server gives them; none before the first answer. */
  measurements(): readonly (readonly [name: string, value: number])[] {
    const times = this.#times.toSorted((a, b) => a - b);
    if (times.length === 0) return [];
    const at = (share: number): number =>
      times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
    return [
      ['Mean', Math.floor(times.reduce((sum, time) => sum + time, 0) / times.length)],
      ['Median', at(0.5)],
      ['Fastest', at(0)],
      ...[0, 0.2, 0.4, 0.6, 0.8].map((share, place) => [`Quintile ${place + 1}`, at(share)] as const),
      ...[90, 95, 99, 99.5, 99.9].map((percent) => [`${percent}%`, at(percent / 100)] as const),
      ['Highest', at(1)],
    ];
  }
}
