import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { RegisterPartyCommand } from '#municipality/application/index';
import { Parties } from '#personal-data';
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
    private readonly parties: Parties,
  ) {}

  @Post()
  @CommandRoute({
    summary: 'Registers a party',
    description:
      'Whose first command comes becomes a party without this. With `login` the party is the one who logs in so; one who is a party already stays as registered, and the answer has the id.',
    answer: PartyAnswer,
  })
  async register(
    @InExchange() exchange: Exchange,
    @ValidBody(RegisterPartyBody) { login, ...data }: RegisterPartyBody,
  ) {
    const context = await this.commands.contextOf(exchange.request);
    const binding = login && { tenant: context.municipality, ...fieldsOf(login) };
    // A login has one party for good, also where no more than the id was given.
    const partyId = binding && (await this.parties.known(binding));
    const done = await this.commands.send(new RegisterPartyCommand({ ...data, partyId }, context));
    // Last: a key that came before with another body binds nothing.
    if (binding !== undefined) await this.parties.bind({ ...binding, partyId: done.partyId });
    return this.commands.answer(exchange, done);
  }
}
