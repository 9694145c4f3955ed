import { refusals } from '#event-sourcing/refusals';

/** What stands against taking in a line of the municipality's own list of staff or units. */
export const listedRefusals = refusals('municipality', {
  'listed-as-two': [
    'The number and the login are those of two registered parties. Merge the two, or move the login, and import again.',
    'Nummeret og innloggingen hører til to registrerte aktører. Slå de to sammen, eller flytt innloggingen, og importer på nytt.',
    'Nummeret og innlogginga høyrer til to registrerte aktørar. Slå dei to saman, eller flytt innlogginga, og importer på nytt.',
  ],
  'not-listed': [
    'Nobody is known by that number of the list of staff. Import them too.',
    'Ingen er kjent med dette nummeret fra listen over ansatte. Importer dem også.',
    'Ingen er kjend med dette nummeret frå lista over tilsette. Importer dei òg.',
  ],
});
