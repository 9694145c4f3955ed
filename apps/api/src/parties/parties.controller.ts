import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { BindLoginCommand, RegisterPartyCommand } from '#municipality/application/index';
import { LoginBound, Parties } from '#personal-data';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { BindLoginBody, RegisterPartyBody } from './party.bodies.js';

export class PartyAnswer extends CommandAnswer {
  @ApiProperty()
  partyId!: string;
}

/** Staff, members of groups and other parties: everywhere else they are an opaque id. */
@ApiTags('parties')
@Controller('v1/parties')
export class PartiesController {
  constructor(
    private readonly commands: Commands,
    private readonly parties: Parties,
  ) {}

  @Post()
  @Roles('CASEWORKER', 'ADMIN')
  @CommandRoute({
    summary: 'Registers a party',
    description:
      'Whose first command comes becomes a party without this, by the name that the token tells. Equal ones at the same time are one.',
    answer: PartyAnswer,
  })
  register(@InExchange() exchange: Exchange, @ValidBody(RegisterPartyBody) body: RegisterPartyBody) {
    return this.commands.begin(exchange, (context) => new RegisterPartyCommand(fieldsOf(body), context));
  }

  @Post(':partyId/logins')
  @Roles('ADMIN')
  @CommandRoute({
    summary: 'Lets a login act as this party',
    description:
      'For somebody who was registered before the first login. The name then comes from the token, and a login has one party for good.',
    answer: PartyAnswer,
  })
  async bind(
    @InExchange() exchange: Exchange,
    @Id('partyId') partyId: string,
    @ValidBody(BindLoginBody) body: BindLoginBody,
  ) {
    const context = await this.commands.contextOf(exchange.request);
    const login = fieldsOf(body);
    const binding = { tenant: context.municipality, ...login };
    const bound = await this.parties.known(binding);
    if (bound !== undefined && bound !== partyId) throw new LoginBound();
    const isBound = bound === partyId;
    const done = await this.commands.send(new BindLoginCommand({ partyId, ...login, isBound }, context));
    // Last: what was not recorded binds nothing, and a repeat binds what was.
    await this.parties.bind({ ...binding, partyId });
    return this.commands.answer(exchange, done);
  }
}
