/** The time to record at behind what is there already: a clock that was set back makes nothing older than what stands before it in its stream. */
export function recordedAtAfter(last: unknown, at: string): string {
  return typeof last === 'string' && Date.parse(last) > Date.parse(at) ? last : at;
}
