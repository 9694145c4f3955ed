import type { Command } from '@nestjs/cqrs';
import { RecordCaseStepCommand, type StepType, type ToldStep } from '#casework/application/index';
import {
  RecordCoordinationStepCommand,
  type ToldStep as ToldOfCoordination,
  type ToldType,
} from '#coordination/application/index';
import { canonical, type CommandContext, derivedId, type Receipt } from '#event-sourcing';
import { dayAfter, workingDay } from './calendar.js';
import type { Chance } from './chance.js';
import type { IdentityNumbers } from './identity-numbers.js';
import type { Teller } from './teller.js';
import type { Member, Town } from './town.js';

export interface LifeOptions {
  readonly teller: Teller;
  readonly town: Town;
  readonly chance: Chance;
  readonly numbers: IdentityNumbers;
  /** Names the life: ids are made of it. */
  readonly name: string;
  readonly begins: string;
}

/** One person's dealings with the unit, told command by command; its clock goes only forward. */
export class Life {
  readonly town: Town;
  readonly chance: Chance;
  readonly numbers: IdentityNumbers;
  /** Whose the commands are. */
  caseworker: Member;
  today: string;
  private readonly teller: Teller;
  private readonly name: string;
  private commands = 0;
  private minute = 0;

  constructor({ teller, town, chance, numbers, name, begins }: LifeOptions) {
    this.teller = teller;
    this.town = town;
    this.chance = chance;
    this.numbers = numbers;
    this.name = name;
    this.caseworker = chance.of(town.staff);
    this.today = begins;
    this.pass(0, 0);
  }

  /** So many days go by, and then some till the office is open. */
  pass(least: number, most: number): void {
    const before = this.today;
    this.today = workingDay(dayAfter(before, this.chance.between(least, most)));
    if (this.today !== before || this.minute === 0) this.minute = this.chance.between(0, 300);
  }

  /** Somebody else of the staff gives the commands meanwhile. */
  async byAnother<T>(work: () => Promise<T>): Promise<T> {
    const own = this.caseworker;
    const others = this.town.staff.filter(({ partyId }) => partyId !== own.partyId);
    this.caseworker = this.chance.of(others);
    try {
      return await work();
    } finally {
      this.caseworker = own;
    }
  }

  async step<Type extends StepType>(type: Type, told: ToldStep<Type>) {
    return this.tell(told, (context) => new RecordCaseStepCommand(type, told, context));
  }

  async coordinate<Type extends ToldType>(type: Type, told: ToldOfCoordination<Type>) {
    return this.tell(told, (context) => new RecordCoordinationStepCommand(type, told, context));
  }

  /** Gives a command in its turn. `data`: what the request would say. */
  async tell<R extends { readonly receipt: Receipt }>(
    data: object,
    command: (context: CommandContext) => Command<R>,
  ): Promise<R> {
    const commandId = derivedId('generated', this.name, this.commands);
    this.commands += 1;
    this.minute += this.chance.between(1, 9);
    const context: CommandContext = {
      commandId,
      correlationId: commandId,
      municipality: this.town.tenant,
      actor: { partyId: this.caseworker.partyId, role: 'CASEWORKER', unit: this.caseworker.unit },
      at: instant(this.today, this.minute, this.chance.between(0, 59_999)),
      today: this.today,
      body: canonical(data),
    };
    return this.teller.tell(command(context), context);
  }
}

/** So many minutes after seven, UTC: the office's hours in summer and winter. */
const instant = (day: string, minute: number, ms: number) =>
  new Date(Date.parse(`${day}T07:00:00.000Z`) + minute * 60_000 + ms).toISOString();
