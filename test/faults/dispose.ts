import { cli } from '../support/program.js';

/** Disposes of a person of Aure as an operator does, beside the program or while it is stopped. */
export const disposeOn = (dataDir: string, subjectId: string) =>
  cli(
    [
      'dispose',
      '--municipality=1576',
      `--subject=${subjectId}`,
      '--legal-basis=ARKIVLOVA',
      '--retention-class=KE_CASE',
      '--confirmed-by=7c1f6f0e-8a0c-4b57-a5be-0d2a3e8f4c11',
    ],
    { DATA_DIR: dataDir },
  );
