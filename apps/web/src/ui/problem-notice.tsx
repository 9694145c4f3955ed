import { Alert, Button } from '@digdir/designsystemet-react';
import { isProblem } from '../api/problem.js';
import { texts } from '../i18n/texts.js';

const useText = texts('problem', {
  nb: {
    'not-reached':
      'Får ikke kontakt med Samspor akkurat nå. Det du har skrevet, er ikke borte. Prøv igjen om litt.',
    'not-yet': 'Det du registrerte, er lagret, men vises ikke ennå. Prøv igjen om litt.',
    otherwise:
      'Det du sendte før, er registrert. Det som står her nå, er noe annet. Se i historikken om det som er registrert, skal rettes. Skal dette registreres i tillegg, så registrer igjen.',
    unexpected:
      'Samspor kunne ikke vise dette. Prøv igjen, og si fra til den som drifter Samspor om det fortsetter.',
    again: 'Prøv igjen',
  },
  nn: {
    'not-reached':
      'Får ikkje kontakt med Samspor akkurat no. Det du har skrive, er ikkje borte. Prøv igjen om litt.',
    'not-yet': 'Det du registrerte, er lagra, men blir ikkje vist enno. Prøv igjen om litt.',
    otherwise:
      'Det du sende før, er registrert. Det som står her no, er noko anna. Sjå i historikken om det som er registrert, skal rettast. Skal dette registrerast i tillegg, så registrer igjen.',
    unexpected:
      'Samspor kunne ikkje vise dette. Prøv igjen, og sei frå til den som driftar Samspor om det held fram.',
    again: 'Prøv igjen',
  },
});

/** Says a problem as a sentence. */
export function useProblemText(): (error: unknown) => string {
  const say = useText();
  return (error) => {
    if (!isProblem(error)) return say('unexpected');
    if (error.isLost) return say('not-reached');
    if (error.isRecordedOtherwise) return say('otherwise');
    if (error.status === 202) return say('not-yet');
    return error.body.detail === '' ? say('unexpected') : error.body.detail;
  };
}

interface Props {
  readonly error: unknown;
  readonly retry?: () => void;
}

/** What stood in the way of showing something, and what to do. */
export function ProblemNotice({ error, retry }: Props) {
  const say = useText();
  const textOf = useProblemText();
  return (
    <Alert data-color="warning" role="alert">
      <p>{textOf(error)}</p>
      {retry !== undefined && (
        <Button variant="secondary" className="air-small" onClick={retry}>
          {say('again')}
        </Button>
      )}
    </Alert>
  );
}
