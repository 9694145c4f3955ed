/** A path of this address, as a browser has it in its address bar; anything else leads to the first page. */
export const localPath = (to: unknown): string =>
  typeof to === 'string' && to.length <= 2_000 && /^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(to) ? to : '/';
