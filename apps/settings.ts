import { readFileSync } from 'node:fs';

/** Reads a setting by its name; undefined where it is not set. */
export type Settings = (name: string) => string | undefined;

/**
 * Settings of an environment: `NAME`, or what the file holds that `NAME_FILE` names, as secrets are handed to containers. Fails where both are
 * set, or the file cannot be read; never repeats what is in one.
 */
export const settingsIn =
  (env: NodeJS.ProcessEnv): Settings =>
  (name) => {
    const text = env[name]?.trim() || undefined;
    const file = env[`${name}_FILE`]?.trim() || undefined;
    if (file === undefined) return text;
    if (text !== undefined) throw new Error(`${name} and ${name}_FILE are both set: take one of them away`);
    try {
      return readFileSync(file, 'utf8').trim() || undefined;
    } catch (error) {
      const { code = 'unreadable' } = error as NodeJS.ErrnoException;
      throw new Error(`${name}_FILE names ${file}, which cannot be read (${code})`, { cause: error });
    }
  };
