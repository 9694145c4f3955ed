import { competenceEvents } from '#competence';
import { same } from '#event-sourcing/codes';
import { quotedName } from './norwegian.js';
import { wordingsOf } from './wording.js';

interface InBoth {
  readonly nb: unknown;
  readonly nn: unknown;
}
const inBoth = {
  words: { name: ({ nb, nn }: InBoth) => [quotedName(nb, 0), quotedName(nn, 1)] as const },
  tells: ['nb', 'nn'],
};

/** What the unit keeps for everybody's use: courses, references to the law, information material, plans. */
export const competenceWordings = wordingsOf(
  competenceEvents,
  {
    CourseListed: {
      title: ['Kurs ført opp', 'Kurs ført opp'],
      nb: 'Kurset <name> står på listen fra {listedOn}{isBasic:, som del av grunnopplæringen|}.',
      nn: 'Kurset <name> står på lista frå {listedOn}{isBasic:, som del av grunnopplæringa|}.',
      ...inBoth,
    },
    CourseWithdrawn: {
      title: ['Kurs tatt av listen', 'Kurs teke av lista'],
      nb: 'Kurset er tatt av listen fra {withdrawnOn}: {courseCode}.',
      nn: 'Kurset er teke av lista frå {withdrawnOn}: {courseCode}.',
    },
    LawReferenceListed: {
      title: ['Lovhenvisning', 'Lovtilvising'],
      nb: 'Lovhenvisningen <name> ble ført opp {listedOn}.[ Den gjelder fra {validFrom}.][ Den gjelder til og med {validUntil}.][ Den er erstattet av {replacedBy}.]',
      nn: 'Lovtilvisinga <name> vart ført opp {listedOn}.[ Ho gjeld frå {validFrom}.][ Ho gjeld til og med {validUntil}.][ Ho er erstatta av {replacedBy}.]',
      ...inBoth,
    },
    InformationMaterialPublished: {
      title: ['Informasjonsmateriell lagt ut', 'Informasjonsmateriell lagt ut'],
      nb: '<name> ({form}) ble lagt ut {publishedOn} for {audiences}. Det finnes her: {location}.',
      nn: '<name> ({form}) vart lagt ut {publishedOn} for {audiences}. Det finst her: {location}.',
      words: { name: ({ nameNb, nameNn }) => [quotedName(nameNb, 0), quotedName(nameNn, 1)] },
      tells: ['nameNb', 'nameNn'],
    },
    InformationMaterialWithdrawn: {
      title: ['Informasjonsmateriell tatt ut', 'Informasjonsmateriell teke ut'],
      nb: 'Materiellet ble tatt ut {withdrawnOn}.[ Begrunnelse: {reason}.]',
      nn: 'Materiellet vart teke ut {withdrawnOn}.[ Grunngiving: {reason}.]',
    },
    CompetencePlanAdopted: {
      title: ['Kompetanseplan vedtatt', 'Kompetanseplan vedteken'],
      nb: '{title} ble vedtatt av {adoptedBy} {adoptedOn}, for tiden fra {validFrom} til {validUntil}. Mål: {aims}.[ Ligger: {location}.]',
      nn: '{title} vart vedteken av {adoptedBy} {adoptedOn}, for tida frå {validFrom} til {validUntil}. Mål: {aims}.[ Ligg: {location}.]',
    },
  },
  {
    courseCode: same('kurs'),
    nb: ['navn på bokmål', 'namn på bokmål'],
    nn: ['navn på nynorsk', 'namn på nynorsk'],
    isBasic: ['del av grunnopplæringen', 'del av grunnopplæringa'],
    listedOn: ['dato ført opp', 'dato ført opp'],
    withdrawnOn: ['dato tatt ut', 'dato teke ut'],
    reference: ['kode', 'kode'],
    validFrom: ['gjelder fra', 'gjeld frå'],
    validUntil: ['gjelder til og med', 'gjeld til og med'],
    replacedBy: ['erstattet av', 'erstatta av'],
    form: same('form'),
    nameNb: ['navn på bokmål', 'namn på bokmål'],
    nameNn: ['navn på nynorsk', 'namn på nynorsk'],
    audiences: ['hvem det er for', 'kven det er for'],
    location: ['hvor det finnes', 'kvar det finst'],
    publishedOn: ['dato lagt ut', 'dato lagt ut'],
    reason: ['begrunnelse', 'grunngiving'],
    title: same('tittel'),
    aims: same('mål'),
    adoptedBy: ['hvem som vedtok', 'kven som vedtok'],
    adoptedOn: ['dato vedtatt', 'dato vedteken'],
  },
);
