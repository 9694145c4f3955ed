import { useState } from 'react';
import { isProblem } from '../../api/problem.js';
import { useSend } from '../../api/send.js';
import { useDraft } from '../../drafts/use-draft.js';
import { language } from '../../i18n/language.js';
import { texts } from '../../i18n/texts.js';
import { correctionsOf } from '../../corrections/corrections.js';
import { placeIn } from '../../corrections/entry-place.js';
import { useTellRecorded } from '../../corrections/use-tell-recorded.js';
import { causes, isStruckOut, readOf, type Said, type Wrong } from './correction.js';
import type { Shown } from './trail.js';

const useText = texts('history-correction', {
  nb: {
    done: 'Nr. {{number}} er rettet. Den gamle linjen står overstrøket.',
    takenOut: 'Henvendelsen er tatt ut, og vises ikke lenger.',
  },
  nn: {
    done: 'Nr. {{number}} er retta. Den gamle linja står overstroken.',
    takenOut: 'Førespurnaden er teken ut, og blir ikkje vist lenger.',
  },
});

/** What is said of an entry that is put right, and how it is recorded. */
export function useCorrection({ entry, number }: Pick<Shown, 'entry' | 'number'>, close: () => void) {
  const say = useText();
  const tellRecorded = useTellRecorded();
  const draft = useDraft<Said>(
    { form: 'CORRECTION', place: entry.eventId, about: () => entry.recordId },
    () => ({ typed: {}, reason: '' }),
  );
  const { values: said, setValues: setSaid } = draft;
  const { mutateAsync, isPending, error } = useSend(draft.keys);
  const [tried, setTried] = useState(false);
  const { body, ...lacks } = readOf(entry, said, language());
  const place = correctionsOf(entry.of);

  function submit() {
    setTried(true);
    if (body === undefined || place === undefined) return;
    const { href } = location;
    // Also when the form is closed meanwhile: what is recorded is no draft any more.
    void mutateAsync({
      command: 'correct',
      path: place.path(entry.recordId),
      body: { ...place.body?.(entry.recordId), ...body },
    }).then(
      (receipt) => {
        draft.drop();
        // Without its first entry there is no enquiry, nor a history of one that could lead back.
        const isTakenOut = entry.type === 'EnquiryReceived' && isStruckOut(said.wrong);
        tellRecorded(
          isTakenOut
            ? { text: say('takenOut'), receipt: { events: [] }, place: undefined }
            : { text: say('done', { number }), receipt, place: placeIn(entry.of, entry.recordId) },
        );
        if (location.href === href) close();
      },
      // Told by the form, as `error`.
      () => undefined,
    );
  }

  return {
    said,
    say: (change: Partial<Said>) => setSaid((before) => ({ ...before, ...change })),
    choose: (wrong: Wrong) => {
      setSaid((before) => ({ ...before, wrong, cause: isStruckOut(wrong) ? causes[wrong][0] : undefined }));
      setTried(false);
    },
    /** What is missing still, once somebody has tried to record it. */
    lacks: tried ? lacks : { lacksChange: false, lacksReason: false, unread: [] },
    toldOf: (path: string) =>
      isProblem(error) ? error.body.errors?.find((one) => one.path === path)?.message : undefined,
    error,
    isPending,
    submit,
    giveUp: () => {
      draft.drop();
      close();
    },
    draft,
  };
}
