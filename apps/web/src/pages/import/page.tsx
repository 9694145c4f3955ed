import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { rehearse, takeIn } from '../../api/rehearsal.js';
import { texts } from '../../i18n/texts.js';
import { DownloadButtons } from '../../ui/download-buttons.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { ChooseFile } from './choose-file.js';
import { Columns } from './columns.js';
import { ImportList } from './import-list.js';
import { Verdicts } from './verdicts.js';
import './page.css';

const useText = texts('import', {
  nb: {
    title: 'Import',
    lead: 'Ta inn regnearket dere har hatt til nå, med planer, koordinatorer og samtykker fra før. Først prøves fila: ingenting blir ført før du har sett hva som blir ført.',
    file: 'Regnearket',
    template: 'Mal',
    templateLead:
      'Malen har alle overskriftene som kan leses. Eget regneark kan også brukes, så lenge overskriftene ligner.',
    began: 'Importen er begynt. Den går videre her på serveren, også om du går til en annen side.',
    earlier: 'Importer',
  },
  nn: {
    title: 'Import',
    lead: 'Ta inn reknearket de har hatt til no, med planar, koordinatorar og samtykke frå før. Først blir fila prøvd: ingenting blir ført før du har sett kva som blir ført.',
    file: 'Reknearket',
    template: 'Mal',
    templateLead:
      'Malen har alle overskriftene som kan lesast. Eige rekneark kan også brukast, så lenge overskriftene liknar.',
    began: 'Importen er byrja. Han går vidare her på serveren, også om du går til ei anna side.',
    earlier: 'Importar',
  },
});

/** Today's spreadsheet: rehearsed with a verdict a row, taken in, taken back. */
export function ImportPage() {
  const say = useText();
  const queries = useQueryClient();
  const [file, setFile] = useState<File>();
  const rehearsing = useMutation({ mutationFn: rehearse });
  const taking = useMutation({
    mutationFn: ({ importId, of }: { readonly importId: string; readonly of: File }) => takeIn(importId, of),
    onSuccess: () => {
      rehearsing.reset();
      setFile(undefined);
      void queries.invalidateQueries({ queryKey: ['/v1/imports'] });
    },
  });
  const choose = (chosen: File) => {
    taking.reset();
    setFile(chosen);
    rehearsing.mutate(chosen);
  };
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      <div className="stack import-page">
        <section aria-labelledby="import-file">
          <h2 id="import-file">{say('file')}</h2>
          <ChooseFile file={file} isReading={rehearsing.isPending} onChoose={choose} />
          {rehearsing.isPending && <Waiting />}
          {rehearsing.error !== null && <ProblemNotice error={rehearsing.error} />}
          {rehearsing.data !== undefined && file !== undefined && (
            <Verdicts
              rehearsal={rehearsing.data}
              isSending={taking.isPending}
              onTakeIn={() => taking.mutate({ importId: rehearsing.data.importId, of: file })}
            />
          )}
          {taking.error !== null && <ProblemNotice error={taking.error} />}
          {taking.isSuccess && <p role="status">{say('began')}</p>}
        </section>
        <section aria-labelledby="import-template">
          <h2 id="import-template">{say('template')}</h2>
          <p>{say('templateLead')}</p>
          <p className="import-buttons">
            <DownloadButtons path="/v1/import-template" />
          </p>
          <Columns />
        </section>
        <section aria-labelledby="import-earlier">
          <h2 id="import-earlier">{say('earlier')}</h2>
          <ImportList />
        </section>
      </div>
    </>
  );
}
