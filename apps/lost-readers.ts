/** Lets a process live whose standard output or error nobody reads any more, or is a file on a full disk: such a line is lost, no more. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
