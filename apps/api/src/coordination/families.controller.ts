import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { coordinationEvents } from '#coordination';
import { AppointForFamilyCommand } from '#coordination/application/index';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, needed, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { OpaqueId, OptionalField } from '../validation/decorators.js';
import { ListOf } from '../validation/group-decorators.js';
import { fieldsOf, ValidBody } from '../validation/pipes.js';

const { CoordinatorAppointed } = coordinationEvents.declared;

export class ChildOfFamilyBody extends bodyOf(CoordinatorAppointed, {
  caseId: needed('The case of this child whose decision it rests on'),
  proposalId: says('Of this child; needed where the municipality’s profile asks for answers'),
  wishFollowed: says('Whether what was wished was followed'),
  reason: says('Why, where the wish was not followed'),
}) {
  @OpaqueId('The child')
  subjectId!: string;

  @OptionalField()
  @OpaqueId('The appointment of this child that is taken over from: it ends on the same day')
  succeeds?: string;
}

export class AppointForFamilyBody extends bodyOf(CoordinatorAppointed, {
  coordinatorId: says('The party who is to coordinate for all of them'),
  unit: plain,
  validFrom: todayUnlessTold,
}) {
  @ListOf(() => ChildOfFamilyBody, { min: 1, max: 20, description: 'The children, each once' })
  children!: ChildOfFamilyBody[];
}

export class AppointedChild {
  @ApiProperty()
  subjectId!: string;

  @ApiProperty()
  appointmentId!: string;
}
export class SharedGuardian {
  @ApiProperty()
  partyId!: string;

  @ApiProperty({ type: [String] })
  subjectIds!: string[];
}
export class FamilyAnswer extends CommandAnswer {
  @ApiProperty({ type: [AppointedChild] })
  children!: AppointedChild[];

  @ApiProperty({
    type: [SharedGuardian],
    description: 'Who is recorded as deciding for more than one of them',
  })
  guardians!: SharedGuardian[];
}

/** A child coordinator belongs to the family: siblings get the same one at once. */
@ApiTags('coordination')
@Roles('CASEWORKER')
@Controller('v1/child-coordinators')
export class FamiliesController {
  constructor(private readonly commands: Commands) {}

  @Post()
  @CommandRoute({
    summary: 'A child coordinator is appointed for several children of a family',
    description:
      'Nobody is appointed while any child’s appointment would be refused. Where it stops in the middle, the same request goes on from there.',
    answer: FamilyAnswer,
  })
  appoint(@InExchange() exchange: Exchange, @ValidBody(AppointForFamilyBody) body: AppointForFamilyBody) {
    const { children, ...shared } = fieldsOf(body);
    const data = { ...shared, children: children.map((child) => fieldsOf(child)) };
    return this.commands.run(exchange, (context) => new AppointForFamilyCommand(data, context));
  }
}
