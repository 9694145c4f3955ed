import { Link } from '@tanstack/react-router';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { Facts } from '../../ui/facts.js';
import { joined, listOf } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { useCasePage } from './case-context.js';
import { CaseSection } from './case-section.js';
import { useNames } from './names.js';

const useText = texts('case-application', {
  nb: {
    title: 'Behov og søknad',
    notified: 'Behov meldt',
    need: 'Behovet',
    wishes: 'Vil følges opp',
    answer: 'Det som ble svart',
    enquiries: 'Begynte som',
    enquiry: 'henvendelse {{day}}',
    received: 'Søknad mottatt',
    items: 'Søkt om',
    applicant: 'Søkt av',
    form: 'Form',
    written: 'skriftlig',
    spoken: 'muntlig',
    signed: 'underskrevet',
    unsigned: 'ikke underskrevet',
    completed: 'fullstendig {{day}}',
    wish: 'Ønske',
    text: 'Søknaden, slik den ble sagt',
    said: 'Sagt av {{who}}, skrevet ned {{day}}',
    consent: 'Samtykke i skjemaet',
    withdrawn: 'Trukket',
  },
  nn: {
    title: 'Behov og søknad',
    notified: 'Behov meldt',
    need: 'Behovet',
    wishes: 'Vil bli følgd opp',
    answer: 'Det som vart svart',
    enquiries: 'Tok til som',
    enquiry: 'førespurnad {{day}}',
    received: 'Søknad motteken',
    items: 'Søkt om',
    applicant: 'Søkt av',
    form: 'Form',
    written: 'skriftleg',
    spoken: 'munnleg',
    signed: 'underskriven',
    unsigned: 'ikkje underskriven',
    completed: 'fullstendig {{day}}',
    wish: 'Ønske',
    text: 'Søknaden, slik han vart sagd',
    said: 'Sagt av {{who}}, skrive ned {{day}}',
    consent: 'Samtykke i skjemaet',
    withdrawn: 'Trekt',
  },
});

/** What was told of the need, and what is applied for. */
export function ApplicationSection() {
  const say = useText();
  const label = useLabel();
  const { whoOf } = useNames();
  const { of } = useCasePage();
  const labels = (list: string, codes: readonly string[]) => listOf(codes.map((code) => label(list, code)));
  const notifier = whoOf({
    party: of.notifier,
    unit: of.notifierUnit,
    role: ['notifierRole', of.notifierRole],
  });
  const applicant = whoOf({
    party: of.applicant,
    unit: of.applicantUnit,
    role: ['applicantRole', of.applicantRole],
  });
  const giver = whoOf({ party: of.consentGiver, role: ['representative', of.consentGivenBy] });
  const sayer = whoOf({ party: of.sayer, role: ['representative', of.saidBy] });
  return (
    <CaseSection name="application" title={say('title')}>
      <Facts
        rows={[
          (of.enquiries ?? []).length > 0 && [
            say('enquiries'),
            (of.enquiries ?? []).map(({ enquiryId, receivedOn }) => (
              <Link key={enquiryId} to="/henvendelse/$enquiryId" params={{ enquiryId }}>
                {say('enquiry', { day: fullDay(receivedOn) })}
              </Link>
            )),
          ],
          of.notifiedOn !== null && [
            say('notified'),
            joined(fullDay(of.notifiedOn), of.receivedOn === null && label('channel', of.channel), notifier),
          ],
          of.need !== null && [say('need'), <Text key="need" of={textOf(of.need)} />],
          of.subjectWishes !== null && [
            say('wishes'),
            joined(
              capital(label('subjectWish', of.subjectWishes)),
              of.needAnsweredOn !== null && fullDay(of.needAnsweredOn),
              of.needAnsweredBy !== null && label('representative', of.needAnsweredBy),
            ),
          ],
          of.needAnswer !== null && [say('answer'), <Text key="answer" of={textOf(of.needAnswer)} />],
          of.receivedOn !== null && [
            say('received'),
            joined(fullDay(of.receivedOn), label('channel', of.channel)),
          ],
          of.items.length > 0 && [say('items'), capital(labels('item', of.items))],
          of.receivedOn !== null && applicant !== '' && [say('applicant'), applicant],
          of.receivedOn !== null && [
            say('form'),
            capital(
              joined(
                say(of.written === true ? 'written' : 'spoken'),
                say(of.signed === true ? 'signed' : 'unsigned'),
                of.applicationCompletedOn !== null &&
                  say('completed', { day: fullDay(of.applicationCompletedOn) }),
              ),
            ),
          ],
          of.wish !== null && [say('wish'), <Text key="wish" of={textOf(of.wish)} />],
          of.applicationText !== null && [
            say('text'),
            <>
              <Text of={textOf(of.applicationText)} />
              {of.assistedOn !== null && (
                <p className="small quiet">{say('said', { who: sayer, day: fullDay(of.assistedOn) })}</p>
              )}
            </>,
          ],
          of.consentScopes.length > 0 && [
            say('consent'),
            joined(
              capital(labels('consentScope', of.consentScopes)),
              giver,
              of.consentGivenOn !== null && fullDay(of.consentGivenOn),
            ),
          ],
          of.withdrawnOn !== null && [
            say('withdrawn'),
            joined(
              fullDay(of.withdrawnOn),
              whoOf({ party: of.withdrawer, role: ['representative', of.withdrawnBy] }),
              textOf(of.withdrawalReason),
            ),
          ],
        ]}
      />
    </CaseSection>
  );
}

const Text = ({ of }: { readonly of: string }) => <p className="keep-lines">{of}</p>;
