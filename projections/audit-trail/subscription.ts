import { same } from '#event-sourcing/codes';
import { subscriptionEvents } from '#subscription';
import { wordingsOf } from './wording.js';

/** Which other services follow cases, what of them and why. */
export const subscriptionWordings = wordingsOf(
  subscriptionEvents,
  {
    SubscriptionGranted: {
      title: ['Abonnement gitt', 'Abonnement gitt'],
      nb: '{name} kan fra {validFrom}[ til og med {validUntil}] følge {types} ({plans:også hvem som har plan|ikke hvem som har plan}), {begins}[ ({beginsOn})].[ Abonnenten kan slå opp {details}.] Formål: {purpose}. Grunnlag: {legalBasis}.[ Om grunnlaget: {basisNote}.]',
      nn: '{name} kan frå {validFrom}[ til og med {validUntil}] følgje {types} ({plans:også kven som har plan|ikkje kven som har plan}), {begins}[ ({beginsOn})].[ Abonnenten kan slå opp {details}.] Formål: {purpose}. Grunnlag: {legalBasis}.[ Om grunnlaget: {basisNote}.]',
    },
    SubscriptionChanged: {
      title: ['Abonnement endret', 'Abonnement endra'],
      nb: 'Fra {changedOn}[ til og med {validUntil}] omfatter abonnementet {types} ({plans:også hvem som har plan|ikke hvem som har plan}).[ Abonnenten kan slå opp {details}.] Formål: {purpose}. Grunnlag: {legalBasis}.[ Om grunnlaget: {basisNote}.]',
      nn: 'Frå {changedOn}[ til og med {validUntil}] omfattar abonnementet {types} ({plans:også kven som har plan|ikkje kven som har plan}).[ Abonnenten kan slå opp {details}.] Formål: {purpose}. Grunnlag: {legalBasis}.[ Om grunnlaget: {basisNote}.]',
    },
    SubscriptionPaused: {
      title: ['Abonnement satt på pause', 'Abonnement sett på pause'],
      nb: 'Abonnenten får ingenting fra {pausedOn}, til pausen er over.[ Begrunnelse: {reason}.]',
      nn: 'Abonnenten får ingenting frå {pausedOn}, til pausen er over.[ Grunngiving: {reason}.]',
    },
    SubscriptionResumed: {
      title: ['Abonnement gjenopptatt', 'Abonnement teke opp att'],
      nb: 'Abonnenten får hendelser igjen fra {resumedOn}.',
      nn: 'Abonnenten får hendingar att frå {resumedOn}.',
    },
    SubscriptionSecretIssued: {
      title: ['Ny innlogging til abonnent', 'Ny innlogging til abonnent'],
      nb: 'Abonnenten fikk {issuedOn} en ny hemmelighet å logge inn med. En tidligere gjelder til {formerUntil}.',
      nn: 'Abonnenten fekk {issuedOn} ein ny løyndom å logge inn med. Ein tidlegare gjeld til {formerUntil}.',
    },
    SubscriptionRevoked: {
      title: ['Abonnement trukket tilbake', 'Abonnement trekt tilbake'],
      nb: 'Abonnementet gjelder ikke fra {revokedOn}.[ Begrunnelse: {reason}.]',
      nn: 'Abonnementet gjeld ikkje frå {revokedOn}.[ Grunngiving: {reason}.]',
    },
    WebhookRegistered: {
      title: ['Mottaker registrert', 'Mottakar registrert'],
      nb: 'Hendelser sendes fra {registeredOn} til {url}[ ({types})], {begins}[ ({beginsOn})]. Varsles når den ikke svarer: {contactRole}.',
      nn: 'Hendingar blir sende frå {registeredOn} til {url}[ ({types})], {begins}[ ({beginsOn})]. Blir varsla når han ikkje svarer: {contactRole}.',
    },
    WebhookSecretRotated: {
      title: ['Ny signaturhemmelighet', 'Ny signaturløyndom'],
      nb: 'Mottakeren fikk {rotatedOn} en ny hemmelighet å kjenne meldingene igjen på. En tidligere gjelder til {formerUntil}.',
      nn: 'Mottakaren fekk {rotatedOn} ein ny løyndom å kjenne att meldingane på. Ein tidlegare gjeld til {formerUntil}.',
    },
    WebhookPaused: {
      title: ['Mottaker satt på pause', 'Mottakar sett på pause'],
      nb: 'Ingenting sendes til mottakeren fra {pausedOn} ({cause}).[ Begrunnelse: {reason}.]',
      nn: 'Ingenting blir sendt til mottakaren frå {pausedOn} ({cause}).[ Grunngiving: {reason}.]',
    },
    WebhookResumed: {
      title: ['Mottaker i gang igjen', 'Mottakar i gang att'],
      nb: 'Hendelser sendes til mottakeren igjen fra {resumedOn}.',
      nn: 'Hendingar blir sende til mottakaren att frå {resumedOn}.',
    },
    WebhookReplayed: {
      title: ['Sendt på nytt til mottaker', 'Sendt på nytt til mottakar'],
      nb: 'Mottakeren får {replayedOn} på nytt {from}[ ({fromOn})].',
      nn: 'Mottakaren får {replayedOn} på nytt {from}[ ({fromOn})].',
    },
    WebhookTested: {
      title: ['Mottaker prøvd', 'Mottakar prøvd'],
      nb: 'En prøvemelding ble sendt til mottakeren {testedOn}.',
      nn: 'Ei prøvemelding vart sendt til mottakaren {testedOn}.',
    },
    WebhookRemoved: {
      title: ['Mottaker fjernet', 'Mottakar fjerna'],
      nb: 'Ingenting sendes til mottakeren fra {removedOn}.',
      nn: 'Ingenting blir sendt til mottakaren frå {removedOn}.',
    },
    EventStreamOpened: {
      title: ['Strøm åpnet', 'Straum opna'],
      nb: 'Fra {openedOn} skrives hendelsene også i en egen strøm i hendelseslageret, som abonnenten kan lese.',
      nn: 'Frå {openedOn} blir hendingane også skrivne i ein eigen straum i hendingslageret, som abonnenten kan lese.',
    },
    EventStreamClosed: {
      title: ['Strøm lukket', 'Straum lukka'],
      nb: 'Fra {closedOn} skrives ingenting mer i strømmen, og abonnenten kan ikke lese den.',
      nn: 'Frå {closedOn} blir det ikkje skrive meir i straumen, og abonnenten kan ikkje lese han.',
    },
  },
  {
    name: ['navn', 'namn'],
    types: ['hendelser', 'hendingar'],
    plans: ['om abonnenten ser hvem som har plan', 'om abonnenten ser kven som har plan'],
    details: ['hva abonnenten kan slå opp', 'kva abonnenten kan slå opp'],
    purpose: same('formål'),
    legalBasis: same('grunnlag'),
    basisNote: same('om grunnlaget'),
    validUntil: ['gjelder til og med', 'gjeld til og med'],
    begins: ['hvor det begynner', 'kvar det byrjar'],
    beginsOn: ['dato det begynner med', 'dato det byrjar med'],
    validFrom: ['gjelder fra', 'gjeld frå'],
    grantedOn: ['dato gitt', 'dato gitt'],
    changedOn: ['dato endret', 'dato endra'],
    reason: ['begrunnelse', 'grunngiving'],
    pausedOn: ['dato for pausen', 'dato for pausen'],
    resumedOn: ['dato gjenopptatt', 'dato teke opp att'],
    formerUntil: ['hvor lenge en tidligere gjelder', 'kor lenge ein tidlegare gjeld'],
    issuedOn: ['dato for hemmeligheten', 'dato for løyndommen'],
    url: same('adresse'),
    contactRole: ['hvem som varsles', 'kven som blir varsla'],
    registeredOn: ['dato registrert', 'dato registrert'],
    rotatedOn: ['dato for hemmeligheten', 'dato for løyndommen'],
    cause: ['hvorfor', 'kvifor'],
    from: ['hva som sendes', 'kva som blir sendt'],
    fromOn: ['fra dato', 'frå dato'],
    after: ['stedet i strømmen', 'staden i straumen'],
    replayedOn: ['dato sendt på nytt', 'dato sendt på nytt'],
    testedOn: ['dato prøvd', 'dato prøvd'],
    removedOn: ['dato fjernet', 'dato fjerna'],
    openedOn: ['dato åpnet', 'dato opna'],
    closedOn: ['dato lukket', 'dato lukka'],
    revokedOn: ['dato for tilbaketrekkingen', 'dato for tilbaketrekkinga'],
  },
);
