/** Where an API can be reached, for people: `url` is how this machine gets at it, and `HOST` may let in others. */
export const listeningOn = (url: string, host: string): string =>
  /^[0.:]+$/.test(host) ? `${url}, and on every other address of this machine (HOST=${host})` : url;
