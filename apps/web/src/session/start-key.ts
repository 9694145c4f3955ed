/** The key after # in the address that the start printed: taken out of the address, and of its history, before anything else is done. */
function takeStartKey(): string | undefined {
  const key = /^#key=([\x21-\x7e]{1,255})$/.exec(location.hash)?.[1];
  if (key !== undefined) history.replaceState(history.state, '', location.pathname + location.search);
  return key;
}

export const startKey = takeStartKey();
