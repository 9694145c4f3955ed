import { jest } from '@jest/globals';
import { packageCommand } from '#apps/cli/src/package/command';

/** What `samspor package` says to somebody with that token, and how it ends; `refused` is what it failed with. */
export async function packageCli(
  { url, token }: { readonly url: string; readonly token: string | undefined },
  ...args: readonly string[]
) {
  const { env: setting, exitCode } = process;
  process.env = { ...setting, ...(token !== undefined && { SAMSPOR_TOKEN: token }) };
  const told = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((way) =>
    jest.spyOn(process[way], 'write').mockImplementation((text) => {
      told[way] += String(text);
      return true;
    }),
  );
  try {
    process.exitCode = 0;
    await packageCommand()
      .exitOverride()
      .parseAsync([...args, '--url', url], { from: 'user' });
    return { ...told, code: process.exitCode, refused: undefined };
  } catch (error) {
    return { ...told, code: 1, refused: (error as Error).message };
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.env = setting;
    process.exitCode = exitCode;
  }
}
