import { Controller, Inject, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { madeId } from '#event-sourcing';
import { LoginBound } from '#personal-data';
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
    const { parties } = this.parts.vault;
    const binding = login && { tenant: context.municipality, ...fieldsOf(login) };
    // A login that is another's refuses the whole, and a key that came before with another body binds nothing.
    const bound = binding && (await parties.known(binding));
    if (bound !== undefined && bound !== partyId) throw new LoginBound();
    const done = await this.commands.send(new RegisterPartyCommand({ ...data, partyId }, context));
    if (binding !== undefined) await parties.bind({ ...binding, partyId });
    return this.commands.answer(exchange, done);
  }
}
