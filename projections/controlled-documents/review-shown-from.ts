const daysAhead = 30;

/** From which day a review is asked for that is due on this one. */
export const reviewShownFrom = (due: string): string =>
  new Date(Date.parse(due) - daysAhead * 86_400_000).toISOString().slice(0, 10);
