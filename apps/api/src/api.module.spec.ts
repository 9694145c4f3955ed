import 'reflect-metadata';
import * as casework from '#casework/application/index';
import * as competence from '#competence/application/index';
import * as complaint from '#complaint/application/index';
import * as coordination from '#coordination/application/index';
import * as documents from '#documents/application/index';
import * as crisisPlan from '#crisis-plan/application/index';
import * as followUp from '#follow-up/application/index';
import * as enquiry from '#enquiry/application/index';
import * as meeting from '#meeting/application/index';
import * as municipality from '#municipality/application/index';
import * as plan from '#plan/application/index';
import * as subject from '#subject/application/index';
import * as reporting from '#reporting/application/index';
import * as subscription from '#subscription/application/index';
import { commandHandlers } from './api.module.js';
import * as corrections from './corrections/revise-event.js';

const commands = [
  casework,
  competence,
  complaint,
  coordination,
  documents,
  enquiry,
  followUp,
  crisisPlan,
  meeting,
  municipality,
  plan,
  subject,
  subscription,
  reporting,
  corrections,
].flatMap((context) => Object.entries(context).filter(([name]) => name.endsWith('Command')));

/** What `@CommandHandler` writes on a handler: the bus would let the last of two win, and only log a missing one. */
const handled = commandHandlers.map(
  (handler) => Reflect.getMetadata('__commandHandler__', handler as object) as unknown,
);

describe('the command bus of the API', () => {
  it.each(commands)('has exactly one handler of %s', (_name, command) => {
    expect(handled.filter((one) => one === command)).toHaveLength(1);
  });

  it('has no handler of anything else', () => {
    expect(handled.filter((one) => !commands.some(([, command]) => command === one))).toEqual([]);
  });
});
