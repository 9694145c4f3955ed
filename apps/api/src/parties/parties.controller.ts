import { Controller, Inject, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { madeId } from '#event-sourcing';
import { RegisterPartyCommand } from '#municipality/application/index';
import { ApiParts } from '../api-parts.js';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { fieldsOf, ValidBody } from '../validation/pipes.js';
import { RegisterPartyBody } from './party.bodies.js';

export class PartyAnswer extends CommandAnswer {
  @ApiProperty()
  partyId!: string;
}

/** Staff, members of groups and other parties: everywhere else they are an opaque id. */
@ApiTags('parties')
@Roles('CASEWORKER')
@Controller('v1/parties')
export class PartiesController {
  constructor(
    private readonly commands: Commands,
    @Inject(ApiParts) private readonly parts: ApiParts,
  ) {}

  @Post()
  @CommandRoute({
    summary: 'Registers a party',
    description:
      'Who logs in becomes a party without this. With `login` the party is the one who logs in so.',
    answer: PartyAnswer,
  })
  async register(
    @InExchange() exchange: Exchange,
    @ValidBody(RegisterPartyBody) { login, ...data }: RegisterPartyBody,
  ) {
    const context = await this.commands.contextOf(exchange.request);
    const partyId = madeId(context.commandId, 'party');
    if (login !== undefined) {
      // Before anything is recorded: a login that is another's refuses the whole.
      await this.parts.vault.parties.bind({ tenant: context.municipality, ...fieldsOf(login), partyId });
    }
    return this.commands.answer(
      exchange,
      await this.commands.send(new RegisterPartyCommand({ ...data, partyId }, context)),
    );
  }
}
