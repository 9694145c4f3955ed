const key = /^#key=([\x21-\x7e]{1,255})$/;

/** The key after # in the address that the start printed: taken out of the address, and of its history, before anything else is done. */
function takeStartKey(): string | undefined {
  const found = key.exec(location.hash)?.[1];
  if (found !== undefined) history.replaceState(history.state, '', location.pathname + location.search);
  return found;
}

export const startKey = takeStartKey();

// The address may be opened where Samspor is open already: only what stands after # changes then, and no page is loaded.
addEventListener('hashchange', () => key.test(location.hash) && location.reload());
