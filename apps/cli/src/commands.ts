import type { Command } from 'commander';

/** Every command, what it is for, and where it is loaded from when somebody uses it. */
export const described: Readonly<
  Record<string, { readonly description: string; readonly load: () => Promise<Command> }>
> = {
  projections: {
    description: 'the read models',
    load: async () => (await import('./projections.js')).projectionsCommand(),
  },
  demo: {
    description: "play a municipality's procedure for invented people against a running application",
    load: async () => (await import('./demo/command.js')).demoCommand(),
  },
  generate: {
    description: 'fill empty data with years of invented lives, to measure and to try things on',
    load: async () => (await import('./generate/command.js')).generateCommand(),
  },
  profile: {
    description: "a municipality's own choices",
    load: async () => (await import('./profile.js')).profileCommand(),
  },
  staff: {
    description: "take in units and staff from a municipality's own lists",
    load: async () => (await import('./staff/command.js')).staffCommand(),
  },
  import: {
    description: 'take in the list of plans and coordinators that a unit kept before, or take it back',
    load: async () => (await import('./import/command.js')).importCommand(),
  },
  dispose: {
    description:
      "destroy the keys of a person's data, or of the texts of an entry, an enquiry or a meeting, for good: two persons ask for and confirm it",
    load: async () => (await import('./dispose/command.js')).disposeCommand(),
  },
  letters: {
    description: 'the letters that may be written: check a municipality’s own templates',
    load: async () => (await import('./letters.js')).lettersCommand(),
  },
  package: {
    description:
      'a package for the county governor as a ZIP: as the case would be sent today, or as it was closed',
    load: async () => (await import('./package/command.js')).packageCommand(),
  },
  law: {
    description: 'the deadlines of the law: compute one, or try a table of cases',
    load: async () => (await import('./law/command.js')).lawCommand(),
  },
  report: {
    description: 'the statistics: the figures of a period, what is published of them, what changed since',
    load: async () => (await import('./report/command.js')).reportCommand(),
  },
  subscribers: {
    description: 'the services that follow cases: list them, give one a secret, pause, resume or revoke it',
    load: async () => (await import('./subscribers.js')).subscribersCommand(),
  },
  archive: {
    description: 'the archive: what was sent there and is not there, and to send it again',
    load: async () => (await import('./archive.js')).archiveCommand(),
  },
  'access-log': {
    description: 'who has read whose data: check that nobody has changed it',
    load: async () => (await import('./access-log.js')).accessLogCommand(),
  },
  cases: {
    description: 'what holds of all cases',
    load: async () => (await import('./cases.js')).casesCommand(),
  },
  db: {
    description: 'the databases',
    load: async () => (await import('./database.js')).databaseCommand(),
  },
  eventstore: {
    description:
      'the event store: run the embedded one alone, check it, move its events; the rights in one of your own',
    load: async () => (await import('./event-store.js')).eventStoreCommand(),
  },
};
