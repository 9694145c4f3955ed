/** Scenarios in which the real server answers oddly, and what the embedded node answers instead. */
export interface OddAnswer {
  readonly scenario: string;
  /** The step's place in the scenario. */
  readonly step: number;
  readonly reason: string;
  readonly instead: unknown;
}

const invalidArgument = { error: 'UnknownError', type: 'unknown', code: 3 };

export const oddAnswers: readonly OddAnswer[] = [
  {
    scenario: 'read a stream in all the usual ways',
    step: 6,
    reason: 'Reading forwards from the end is a mistake of the caller, not an unknown failure of the server.',
    instead: invalidArgument,
  },
  {
    scenario: 'read with maxCount 0',
    step: 1,
    reason: 'A count of 0 is a mistake of the caller, not an unknown failure of the server.',
    instead: invalidArgument,
  },
  {
    scenario: 'an empty stream name',
    step: 1,
    reason: 'An empty stream name is a mistake of the caller, not an unknown failure of the server.',
    instead: invalidArgument,
  },
];

/** What the player leaves out on a real server: after its second answer to these the client dies. */
export const deadlyForClients: readonly string[] = ['an empty event type', 'an empty stream name'];

/** The answer to expect of the embedded node. */
export function expectedAnswer(scenario: string, step: number, recorded: unknown): unknown {
  return oddAnswers.find((odd) => odd.scenario === scenario && odd.step === step)?.instead ?? recorded;
}
