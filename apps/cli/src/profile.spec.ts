import { profileCommand } from './profile.js';

describe('samspor profile adopt', () => {
  it('refuses a day that the calendar does not have before it opens anything', async () => {
    const command = profileCommand();
    for (const each of [command, ...command.commands]) {
      each.exitOverride().configureOutput({ writeErr: () => undefined });
    }
    await expect(
      command.parseAsync(['adopt', 'aure.json', '--adopted-on', '2026-02-30'], { from: 'user' }),
    ).rejects.toThrow('must be a day of the calendar');
  });
});
