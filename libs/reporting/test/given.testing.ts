import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Two invented municipalities whose figures were computed by other means; by tenant key. */
export const given = ['9101', '9102'];
export const folderOf = (key: string) => fileURLToPath(new URL(`given/${key}`, import.meta.url));
export const textOf = (key: string, name: string) =>
  readFileSync(`${folderOf(key)}/expected/${name}`, 'utf8');
export const jsonOf = <T>(key: string, name: string) => JSON.parse(textOf(key, name)) as T;

export interface Expected {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly knownOn: string;
  readonly lastLine: number;
  readonly sha256: string;
}
export const expectedOf = (key: string) =>
  jsonOf<readonly Expected[]>(key, 'index.json').map((each) => ({
    ...each,
    name: each.file.replace(/^expected\//, '').replace(/\.canonical\.json$/, ''),
  }));
