import { capital, useWords } from '../../i18n/texts.js';

/** What the program makes of the log and does by itself is called, by the names that the command line knows. */
const names: Readonly<Record<string, readonly [nb: string, nn: string]>> = {
  case_overview: ['saker', 'saker'],
  coordination_register: ['planer og koordinatorer', 'planar og koordinatorar'],
  appointments: ['oppnevninger', 'oppnemningar'],
  people: ['personer og navn', 'personar og namn'],
  relations: ['hvem som er nær hvem', 'kven som er nær kven'],
  registered_by: ['det hver har registrert', 'det kvar har registrert'],
  tasks: ['det som venter i saker', 'det som ventar i saker'],
  coordination_tasks: ['det som venter om koordinering', 'det som ventar om koordinering'],
  units: ['enheter', 'einingar'],
  staff: ['ansatte', 'tilsette'],
  enquiries: ['henvendelser', 'førespurnader'],
  enquiry_cases: ['henvendelser som ble saker', 'førespurnader som vart saker'],
  receivers: ['mottakere av hendelser', 'mottakarar av hendingar'],
  report_matters: ['rapporter til ledergruppa', 'rapportar til leiargruppa'],
  unit_reports: ['meldinger fra enhetene', 'meldingar frå einingane'],
  deadlines: ['frister', 'fristar'],
  complaints: ['klager', 'klager'],
  follow_up: ['oppfølging', 'oppfølging'],
  promises: ['det noen har lovet', 'det nokon har lova'],
  crisis_plans: ['kriseplaner', 'kriseplanar'],
  crisis_plan_recipients: ['hvem som har fått kriseplaner', 'kven som har fått kriseplanar'],
  plan_accesses: ['hvem som får se planer', 'kven som får sjå planar'],
  plan_content: ['det som står i planene', 'det som står i planane'],
  trainings: ['opplæring', 'opplæring'],
  staff_competence: ['kompetansen til de ansatte', 'kompetansen til dei tilsette'],
  controlled_documents: ['rutiner og andre styrte dokumenter', 'rutinar og andre styrte dokument'],
  cooperation: ['samarbeid', 'samarbeid'],
  imports: ['innlesninger', 'innlesingar'],
  documents: ['dokumenter', 'dokument'],
  meetings: ['møter', 'møte'],
  agenda_items: ['sakslister', 'sakslister'],
  audit_trail: ['historikk', 'historikk'],
  calendar: ['dagene i kalenderen', 'dagane i kalenderen'],
  archive: ['levering til arkivet', 'levering til arkivet'],
  reminders: ['påminnelser på e-post', 'påminningar på e-post'],
  'case-end': ['det som følger når en sak tar slutt', 'det som følgjer når ei sak tek slutt'],
  'basis-check': ['om grunnlaget fortsatt står', 'om grunnlaget framleis står'],
  'insight-ages': [
    'hva foreldre får se når noen fyller 12, 16 og 18 år',
    'kva foreldre får sjå når nokon fyller 12, 16 og 18 år',
  ],
  'coming-of-age': ['samtykket når noen fyller 16 år', 'samtykket når nokon fyller 16 år'],
  'coordination-end': [
    'det som følger når koordineringen tar slutt',
    'det som følgjer når koordineringa tek slutt',
  ],
  'coordinator-gap': ['om noen er uten koordinator', 'om nokon er utan koordinator'],
  'form-consent': ['samtykket som står i søknaden', 'samtykket som står i søknaden'],
  'allocation-letter': ['hvem som har fått brev om koordinator', 'kven som har fått brev om koordinator'],
  'letter-outbox': ['brevene som legges i utboksen', 'breva som blir lagde i utboksen'],
  'complaint-deadlines': ['fristene for klager', 'fristane for klager'],
  'set-aside': [
    'det som følger når statsforvalteren opphever',
    'det som følgjer når statsforvaltaren opphevar',
  ],
  merged: ['det som følger når personer slås sammen', 'det som følgjer når personar blir slått saman'],
};

/** The name in words; one that is not known here says itself. */
export function useCalled(): (name: string) => string {
  const words = useWords();
  return (name) => {
    const found = names[name];
    return found === undefined ? name : capital(words({ nb: found[0], nn: found[1] }));
  };
}
