import { cli } from '../support/program.js';

/** Disposes of a person of Aure as an operator does, beside the program or while it is stopped; a party of Aure has confirmed it. */
export const disposeOn = (dataDir: string, subjectId: string, confirmedBy: string) =>
  cli(
    [
      'dispose',
      '--municipality=1576',
      `--subject=${subjectId}`,
      '--legal-basis=ARKIVLOVA',
      '--retention-class=KE_CASE',
      `--confirmed-by=${confirmedBy}`,
    ],
    { DATA_DIR: dataDir },
  );
