import { createHash } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { canonical, type CommandContext, CommandRunner, completed, type Receipt } from '#event-sourcing';
import { municipalityEvents } from '../domain/events.js';
import { municipalityDecider, type Settings } from '../domain/profile.js';
import { municipalityStream } from '../questions.js';

export interface ProfileAdopted {
  readonly receipt: Receipt;
  /** The version that holds from now on; undefined when the settings held already. */
  readonly profileVersion: number | undefined;
}

/** Adopts a municipality's settings whole; the day of the command unless `adoptedOn` says otherwise. */
export class AdoptProfileCommand extends Command<ProfileAdopted> {
  constructor(
    readonly data: { readonly settings: Settings; readonly adoptedOn?: string | undefined },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AdoptProfileCommand)
export class AdoptProfileHandler implements ICommandHandler<AdoptProfileCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ data: { settings, ...told }, context }: AdoptProfileCommand): Promise<ProfileAdopted> {
    return adoptProfile(this.runner, settings, context, told);
  }
}

/** The same without a command bus, for seeding a municipality when the program starts. */
export async function adoptProfile(
  runner: Pick<CommandRunner, 'run'>,
  settings: Settings,
  context: CommandContext,
  told: { readonly adoptedOn?: string | undefined } = {},
): Promise<ProfileAdopted> {
  const { municipality } = context;
  const { MunicipalityProfileAdopted } = municipalityEvents.declared;
  const { day: adoptedOn } = completed(MunicipalityProfileAdopted, told, context);
  const settingsDigest = createHash('sha256').update(canonical(settings)).digest('hex');
  const receipt = await runner.run(
    municipalityDecider,
    municipalityStream(municipality),
    { type: 'AdoptProfile', data: { municipality, settings, settingsDigest, adoptedOn } },
    context,
  );
  const version = receipt.events[0]?.data['profileVersion'];
  return { receipt, profileVersion: typeof version === 'number' ? version : undefined };
}
