import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { codecOf, type CommandContext, CommandRunner } from '#event-sourcing';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';
import { CaseNumbers, MessageIds } from '#personal-data';
import { caseEvents } from '../index.js';
import * as application from './index.js';
import { noMeetings } from './meetings.testing.js';
import { numbersInMemory } from './numbers.testing.js';

const {
  caseworkHandlers,
  MeetingsOfCases,
  RestingOnCases,
  numberCases: _,
  takeOverNumbers: __,
  ...exported
} = application;

@Module({
  imports: [CqrsModule.forRoot()],
  providers: [
    {
      provide: CommandRunner,
      useFactory: () => new CommandRunner(new MemoryEventStore(), codecOf([caseEvents]), plainSealing),
    },
    { provide: CaseNumbers, useValue: numbersInMemory() },
    { provide: MessageIds, useValue: { idOf: (_: string, messageId: string) => messageId } },
    { provide: MeetingsOfCases, useValue: noMeetings },
    {
      provide: RestingOnCases,
      useValue: { of: () => Promise.resolve({ resting: [], basis: [] }), goesOn: () => Promise.resolve([]) },
    },
    ...caseworkHandlers,
  ],
})
class Casework {}

const context: CommandContext = {
  commandId: 'command-1',
  correlationId: 'command-1',
  municipality: '1576',
  actor: { partyId: 'party-1', role: 'CASEWORKER' },
  at: '2026-03-02T09:00:00.000Z',
  today: '2026-03-02',
};

describe('the command bus', () => {
  it('has one handler for each command of casework', () => {
    expect(new Set(caseworkHandlers).size).toBe(Object.keys(exported).length);
  });

  it('hands a command to its handler, which asks the log', async () => {
    const nest = await NestFactory.createApplicationContext(Casework, { logger: false });
    try {
      const withdrawal = new application.RecordCaseStepCommand(
        'ApplicationWithdrawn',
        { caseId: 'nowhere', withdrawnOn: '2026-03-01', withdrawnBy: 'SUBJECT' },
        context,
      );
      await expect(nest.get(CommandBus).execute(withdrawal)).rejects.toMatchObject({
        code: 'casework/no-such-case',
      });
    } finally {
      await nest.close();
    }
  });
});
