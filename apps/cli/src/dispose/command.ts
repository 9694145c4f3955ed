import { Command, Option } from 'commander';
import { retentionClasses } from '#vocabulary';
import { attached } from '../attach.js';
import { type Parts, withParts } from '../with-parts.js';
import { finish } from './finish.js';
import { confirmOfPerson, requestOfPerson, showPerson } from './person.js';
import { confirmOfRecords, type OfRecords, requestOfRecords, showDue, showRecords } from './records.js';

interface About extends OfRecords {
  readonly subject?: string;
  readonly entry?: string;
}
type Request = About & {
  readonly legalBasis: string;
  readonly retentionClass: string;
  readonly requestedBy: string;
};
type Confirmation = About & { readonly confirmedBy: string };

export function disposeCommand(): Command {
  return new Command('dispose')
    .addCommand(
      about('show', 'show what would go, and what is open and in the way').action((options: About) =>
        onParts((parts) => (isOfPerson(options) ? showPerson(parts, options) : showRecords(parts, options))),
      ),
    )
    .addCommand(
      new Command('due')
        .description('show which enquiries and meetings have been kept as long as the municipality decided')
        .requiredOption('--municipality <tenant>', 'the municipality')
        .action((options: { readonly municipality: string }) =>
          onParts((parts) => showDue(parts, options.municipality)),
        ),
    )
    .addCommand(
      about('request', 'record that somebody asks for it')
        .requiredOption('--legal-basis <code>', 'such as ARKIVLOVA')
        .option('--retention-class <code>', 'as what a person’s record is kept', 'KE_CASE')
        .requiredOption('--requested-by <partyId>', 'who asks for it, as registered by their own login')
        .action((options: Request) =>
          onParts((parts) =>
            isOfPerson(options) ? requestOfPerson(parts, options) : requestOfRecords(parts, options),
          ),
        ),
    )
    .addCommand(
      about('confirm', 'record that another person confirms it, and destroy the keys')
        .requiredOption(
          '--confirmed-by <partyId>',
          'who confirms it: another person, who had logged in before it was asked for',
        )
        .action((options: Confirmation) =>
          onParts(async (parts) => {
            await (isOfPerson(options) ? confirmOfPerson(parts, options) : confirmOfRecords(parts, options));
            await finish(parts);
          }),
        ),
    )
    .addCommand(
      new Command('finish')
        .description(
          'finish what a disposal had to leave: keys that a process might use still, and files of the vault',
        )
        .action(() => onParts(finish)),
    );
}

const about = (name: string, description: string) =>
  new Command(name)
    .description(description)
    .requiredOption('--municipality <tenant>', 'whose it is')
    .addOption(of('--subject <subjectId>', 'a person'))
    .option(
      '--entry <eventId>',
      'of the person only the texts of this entry, which is marked as recorded in error, and of what was said of it',
    )
    .addOption(of('--enquiry <enquiryId>', 'the texts of an enquiry'))
    .addOption(of('--meeting <meetingId>', 'the texts of a meeting that concern no one person'))
    .addOption(
      of('--due <class>', 'every enquiry or meeting of this class that is due').choices(
        retentionClasses.codes.filter((code) => code !== 'KE_CASE' && code !== 'KE_ACCESS_LOG'),
      ),
    )
    .hook('preAction', (command) => {
      const given = kinds.filter((kind) => command.opts()[kind] !== undefined);
      if (given.length !== 1) command.error('error: name one of --subject, --enquiry, --meeting and --due');
    });

const kinds = ['subject', 'enquiry', 'meeting', 'due'] as const;
const of = (flags: string, description: string) => new Option(flags, description);
const isOfPerson = <T extends About>(options: T): options is T & { readonly subject: string } =>
  options.subject !== undefined;

const onParts = (work: (parts: Parts) => Promise<void>) =>
  attached((addresses) => withParts(addresses, work));
