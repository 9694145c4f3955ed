import { listeningOn } from './listening.js';

describe('where the API listens', () => {
  const url = 'http://127.0.0.1:3000';
  it.each(['127.0.0.1', 'localhost', '10.0.0.7', '::1'])('is its address for HOST=%s', (host) =>
    expect(listeningOn(url, host)).toBe(url),
  );
  it.each(['0.0.0.0', '::', '0'])('is every address for HOST=%s', (host) =>
    expect(listeningOn(url, host)).toBe(`${url}, and on every other address of this machine (HOST=${host})`),
  );
});
