import { codeList } from '#event-sourcing/codes';

/** Why nobody has to do anything more about an enquiry. */
export const enquiryClosureReasons = codeList('enquiryClosureReason', {
  SETTLED: ['det er ikke mer å gjøre', 'det er ikkje meir å gjere'],
  NOT_REACHED: ['den som henvendte seg, ble ikke nådd', 'den som vende seg hit, vart ikkje nådd'],
  NOT_WANTED: ['den som henvendte seg, ønsker ikke mer', 'den som vende seg hit, ønskjer ikkje meir'],
  ELSEWHERE: ['henvendelsen hører til et annet sted', 'førespurnaden høyrer til ein annan stad'],
  DUPLICATE: ['henvendelsen er ført fra før', 'førespurnaden er ført frå før'],
  OTHER: ['annet', 'anna'],
});
