import { texts } from '../../i18n/texts.js';

const useText = texts('subscribers-faults', {
  nb: {
    REFUSED_ADDRESS: 'Adressen ligger i et nett som ingenting sendes til',
    PLAIN_HTTP: 'Adressen må begynne med https://',
    UNKNOWN_NAME: 'Ingen kjenner navnet i adressen',
    REDIRECT: 'Viste videre til en annen adresse',
    TIMEOUT: 'Svarte ikke i tide',
    NO_CONNECTION: 'Ingen forbindelse',
    NO_HTTP: 'Svarte med noe som ikke er HTTP',
    GONE: 'Svarte at adressen ikke finnes lenger',
    STATUS: 'Svarte med {{status}}',
  },
  nn: {
    REFUSED_ADDRESS: 'Adressa ligg i eit nett som ingenting blir sendt til',
    PLAIN_HTTP: 'Adressa må byrje med https://',
    UNKNOWN_NAME: 'Ingen kjenner namnet i adressa',
    REDIRECT: 'Viste vidare til ei anna adresse',
    TIMEOUT: 'Svarte ikkje i tide',
    NO_CONNECTION: 'Inga sambinding',
    NO_HTTP: 'Svarte med noko som ikkje er HTTP',
    GONE: 'Svarte at adressa ikkje finst lenger',
    STATUS: 'Svarte med {{status}}',
  },
});

const known = [
  'REFUSED_ADDRESS',
  'PLAIN_HTTP',
  'UNKNOWN_NAME',
  'REDIRECT',
  'TIMEOUT',
  'NO_CONNECTION',
  'NO_HTTP',
  'GONE',
  'STATUS',
] as const;

/** Why a receiver did not take a message, in words. */
export function useFault() {
  const say = useText();
  return (fault: string) => {
    const [code, status = ''] = fault.split(' ');
    const one = known.find((name) => name === code);
    return one === undefined ? fault : say(one, { status });
  };
}
