import { same } from '#event-sourcing/codes';
import { importEvents } from '#import';
import { wordingsOf } from './wording.js';

/** What became of a list of an earlier register. */
export const importWordings = wordingsOf(
  importEvents,
  {
    ImportBegun: {
      title: ['Import begynt', 'Import byrja'],
      nb: 'Ei liste med {rowCount} rader[ ({fileName})] ble tatt inn fra {begunOn}.',
      nn: 'Ei liste med {rowCount} rader[ ({fileName})] vart teken inn frå {begunOn}.',
    },
    ImportRowsTaken: {
      title: ['Rader ført på en person', 'Rader førte på ein person'],
      nb: 'Det lista sier om én person, ble ført på personen {takenOn}.[ Lista sier også: {remark}.]',
      nn: 'Det lista seier om éin person, vart ført på personen {takenOn}.[ Lista seier også: {remark}.]',
      tells: ['rows'],
    },
    ImportCompleted: {
      title: ['Import fullført', 'Import fullført'],
      nb: 'Importen ble fullført {completedOn}: {recorded} rader ført, {already} der fra før, {faulty} med feil.',
      nn: 'Importen vart fullført {completedOn}: {recorded} rader førte, {already} der frå før, {faulty} med feil.',
    },
    ImportTakeBackBegun: {
      title: ['Import tas tilbake', 'Import blir teken tilbake'],
      nb: 'Det ble bestemt {begunOn} at hele importen skal tas tilbake. Begrunnelse: {reason}.',
      nn: 'Det vart avgjort {begunOn} at heile importen skal takast tilbake. Grunngiving: {reason}.',
    },
    ImportTakenBack: {
      title: ['Import tatt tilbake', 'Import teken tilbake'],
      nb: 'Importen ble tatt tilbake {takenBackOn}: {entries} oppføringer ble merket som feilregistrert.',
      nn: 'Importen vart teken tilbake {takenBackOn}: {entries} oppføringar vart merkte som feilregistrerte.',
    },
  },
  {
    fileName: ['filnavn', 'filnamn'],
    rowCount: ['antall rader', 'talet på rader'],
    begunOn: same('dato'),
    subjectId: same('person'),
    rows: same('rader'),
    remark: same('merknad'),
    takenOn: same('dato'),
    recorded: ['førte rader', 'førte rader'],
    already: ['rader der fra før', 'rader der frå før'],
    faulty: same('rader med feil'),
    completedOn: same('dato'),
    reason: ['begrunnelse', 'grunngiving'],
    entries: ['oppføringer', 'oppføringar'],
    takenBackOn: same('dato'),
  },
);
