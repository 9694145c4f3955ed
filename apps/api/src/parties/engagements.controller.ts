import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { PartyAnswer } from './parties.controller.js';
import {
  EndEngagementBody,
  EndSubstitutionBody,
  EngageStaffBody,
  NameSubstituteBody,
  SetStaffContactBody,
} from './party.bodies.js';
import { PartySteps } from './party-steps.js';

export class EngagementAnswer extends PartyAnswer {
  @ApiProperty()
  engagementId!: string;
}
export class SubstitutionAnswer extends PartyAnswer {
  @ApiProperty()
  substitutionId!: string;
}

/** Who works in which unit, from when to when, and who stands in. */
@ApiTags('parties')
@Roles('LEADER', 'ADMIN')
@Controller('v1/parties/:partyId')
export class EngagementsController {
  constructor(private readonly steps: PartySteps) {}

  @Post('engagements')
  @CommandRoute({
    summary: 'Somebody works in a unit, or is a member of it, for a period',
    description: 'Members of the coordinating unit are engaged in it, each for the unit that they come from.',
    answer: EngagementAnswer,
  })
  engage(
    @InExchange() exchange: Exchange,
    @Id('partyId') partyId: string,
    @ValidBody(EngageStaffBody) body: EngageStaffBody,
  ) {
    return this.steps.record(exchange, 'StaffEngaged', { partyId, ...fieldsOf(body) });
  }

  @Post('engagements/:engagementId/end')
  @CommandRoute({ summary: 'The last day in a unit; it may lie ahead', answer: EngagementAnswer })
  end(
    @InExchange() exchange: Exchange,
    @Id('partyId') partyId: string,
    @Id('engagementId') engagementId: string,
    @ValidBody(EndEngagementBody) body: EndEngagementBody,
  ) {
    return this.steps.record(exchange, 'EngagementEnded', { partyId, engagementId, ...fieldsOf(body) });
  }

  @Post('engagements/:engagementId/substitutes')
  @CommandRoute({ summary: 'Somebody stands in, for good or for a while', answer: SubstitutionAnswer })
  nameSubstitute(
    @InExchange() exchange: Exchange,
    @Id('partyId') partyId: string,
    @Id('engagementId') engagementId: string,
    @ValidBody(NameSubstituteBody) body: NameSubstituteBody,
  ) {
    return this.steps.record(exchange, 'SubstituteNamed', { partyId, engagementId, ...fieldsOf(body) });
  }

  @Post('substitutions/:substitutionId/end')
  @CommandRoute({ summary: 'The last day of a substitute', answer: SubstitutionAnswer })
  endSubstitution(
    @InExchange() exchange: Exchange,
    @Id('partyId') partyId: string,
    @Id('substitutionId') substitutionId: string,
    @ValidBody(EndSubstitutionBody) body: EndSubstitutionBody,
  ) {
    return this.steps.record(exchange, 'SubstitutionEnded', { partyId, substitutionId, ...fieldsOf(body) });
  }

  @Post('contact')
  @CommandRoute({
    summary: 'How somebody is reached at work; what was told before does not hold beside it',
    answer: PartyAnswer,
  })
  setContact(
    @InExchange() exchange: Exchange,
    @Id('partyId') partyId: string,
    @ValidBody(SetStaffContactBody) body: SetStaffContactBody,
  ) {
    return this.steps.record(exchange, 'StaffContactSet', { partyId, ...fieldsOf(body) });
  }
}
