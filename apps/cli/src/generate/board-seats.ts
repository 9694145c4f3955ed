import type { Command } from '@nestjs/cqrs';
import type { CommandContext } from '#event-sourcing';
import { RecordBoardStepCommand } from '#meeting/application/index';

/** Tells something that is settled for the municipality. */
export type Tell = (
  what: string,
  data: object,
  command: (context: CommandContext) => Command<unknown>,
) => Promise<unknown>;
export interface Member {
  readonly partyId: string;
  readonly unit: string;
}

/** Those of the staff who sit on the board. */
export const boardOf = (staff: readonly Member[]) => staff.slice(0, 3);

/** The board of a municipality where one decides: a few of the staff, two of whom are enough. */
export async function seated(staff: readonly Member[], validFrom: string, tell: Tell): Promise<void> {
  for (const [index, { partyId }] of boardOf(staff).entries()) {
    const role = index === 0 ? 'CHAIR' : 'MEMBER';
    const told = { partyId, role, validFrom } as const;
    await tell(
      `board ${index}`,
      told,
      (context) => new RecordBoardStepCommand('BoardMemberAppointed', told, context),
    );
  }
  const told = { quorum: 2, validFrom };
  await tell('quorum', told, (context) => new RecordBoardStepCommand('BoardQuorumSet', told, context));
}
