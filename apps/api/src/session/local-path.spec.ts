import { localPath } from './local-path.js';

describe('the page that signing in leads to', () => {
  it.each(['/', '/saker', '/saker/0f2f3f5e?vis=alt&flere=%C3%A5#historikk', '/.//saker'])(
    'is %s, of this address',
    (path) => {
      expect(localPath(path)).toBe(path);
      expect(new URL(path, 'https://samspor.example').origin).toBe('https://samspor.example');
    },
  );

  it.each([
    undefined,
    '',
    'saker',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    '/\t/elsewhere.example',
    'https://elsewhere.example',
    'javascript:alert(1)',
    '/å',
    '/saker\r\nSet-Cookie: samspor=x',
    ['/saker'],
    `/${'a'.repeat(2_000)}`,
  ])('is the first one instead of %j', (path) => expect(localPath(path)).toBe('/'));
});
