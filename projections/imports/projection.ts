import { always, begun, copied, copyOf, foldOf, type RowOf, typesOf } from '#event-sourcing/columns';
import { defineProjection } from '#event-sourcing/projection';
import { importEvents } from '#import';

export type ImportStatus = 'BEGUN' | 'COMPLETED' | 'BEING_TAKEN_BACK' | 'TAKEN_BACK';

const copy = copyOf([importEvents]);
export const columns = {
  import_id: always(),
  status: always<ImportStatus>(),
  file_name: copy('ImportBegun.fileName'),
  row_count: begun(copy('ImportBegun.rowCount')),
  begun_on: begun(copy('ImportBegun.begunOn')),
  /** So many rows had something to record, so far. */
  rows_taken: always<number>('integer'),
  recorded: copy('ImportCompleted.recorded'),
  already: copy('ImportCompleted.already'),
  faulty: copy('ImportCompleted.faulty'),
  completed_on: copy('ImportCompleted.completedOn'),
  take_back_reason: copy('ImportTakeBackBegun.reason'),
  taken_back_on: copy('ImportTakenBack.takenBackOn'),
  /** So many entries were taken back. */
  entries: copy('ImportTakenBack.entries'),
};
export type ImportRow = RowOf<typeof columns>;

/** One row an import: how far it has come, and what came of it. */
export const imports = defineProjection<ImportRow, typeof importEvents>({
  name: 'imports',
  version: 1,
  sees: 'effective',
  handles: [importEvents],
  keyColumn: 'import_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: typesOf(columns),
  key: ({ data }) => data.importId,
  fold: foldOf([importEvents], columns, {
    begin: {
      ImportBegun: ({ importId, rowCount, begunOn }) => ({
        import_id: importId,
        status: 'BEGUN',
        row_count: rowCount,
        begun_on: begunOn,
        rows_taken: 0,
      }),
    },
    folds: {
      ImportBegun: copied,
      ImportRowsTaken: ({ rows }, { rows_taken }) => ({ rows_taken: rows_taken + rows.length }),
      ImportCompleted: () => ({ status: 'COMPLETED' }),
      ImportTakeBackBegun: () => ({ status: 'BEING_TAKEN_BACK' }),
      ImportTakenBack: () => ({ status: 'TAKEN_BACK' }),
    },
  }),
});
