import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { subscribersSearch } from './pages/abonnenter/search.js';
import { openPageSearch } from './pages/apen/search.js';
import { competenceSearch } from './pages/kompetanse/search.js';
import { complaintsSearch } from './pages/klager/search.js';
import { lettersSearch } from './pages/brev/search.js';
import { deadlinesSearch } from './pages/frister/search.js';
import { accessLogSearch } from './pages/innsynslogg/search.js';
import { settingsSearch } from './pages/innstillinger/search.js';
import { importSearch } from './pages/import/search.js';
import { historySearch } from './pages/historikk/search.js';
import { signInSearch } from './pages/logg-inn/search.js';
import { myPeopleSearch } from './pages/mine-personer/search.js';
import { ownPageSearch } from './pages/min-side/search.js';
import { myDaySearch } from './pages/min-dag/search.js';
import { meetingSearch } from './pages/moter/search.js';
import { planSearch } from './pages/plan/search.js';
import { plansSearch } from './pages/planer/search.js';
import { caseSearch } from './pages/sak/search.js';
import { casesSearch } from './pages/saker/search.js';
import { reportSearch, reportsSearch } from './pages/rapport/search.js';
import { servicesSearch } from './pages/tjenester/search.js';
import { NotFound } from './pages/not-found.js';
import { Home } from './shell/home.js';
import { Root } from './shell/root.js';
import { SignedInOnly } from './shell/signed-in-only.js';

// An address is a folder under `pages` by the same name; its page is fetched when it is first opened.

const root = createRootRoute({ component: Root, notFoundComponent: NotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/logg-inn',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('./pages/logg-inn/page.js'), 'SignInPage'),
});

/** For everybody, without a login. */
const openPages = createRoute({
  getParentRoute: () => root,
  path: '/apen',
  component: lazyRouteComponent(() => import('./pages/apen/page.js'), 'OpenPagesPage'),
});
const openPage = createRoute({
  getParentRoute: () => root,
  path: '/apen/$municipality',
  validateSearch: openPageSearch,
  component: lazyRouteComponent(() => import('./pages/apen/municipality-page.js'), 'OpenPage'),
});

/** Whatever is under it is for whoever is signed in, inside the frame with the bar and the menu. */
const inside = createRoute({ getParentRoute: () => root, id: 'inside', component: SignedInOnly });
const getParentRoute = () => inside;

/** The step that stands open on a page that has several. */
const stepSearch = ({ steg }: Record<string, unknown>): { steg?: string } =>
  typeof steg === 'string' ? { steg } : {};

const home = createRoute({ getParentRoute, path: '/', component: Home });
const myDay = createRoute({
  getParentRoute,
  path: '/min-dag',
  validateSearch: myDaySearch,
  component: lazyRouteComponent(() => import('./pages/min-dag/page.js'), 'MyDayPage'),
});
const newEnquiry = createRoute({
  getParentRoute,
  path: '/ny-henvendelse',
  component: lazyRouteComponent(() => import('./pages/ny-henvendelse/page.js'), 'NewEnquiryPage'),
});
const enquiry = createRoute({
  getParentRoute,
  path: '/henvendelse/$enquiryId',
  validateSearch: stepSearch,
  component: lazyRouteComponent(() => import('./pages/henvendelse/page.js'), 'EnquiryPage'),
});
const cases = createRoute({
  getParentRoute,
  path: '/saker',
  validateSearch: casesSearch,
  component: lazyRouteComponent(() => import('./pages/saker/page.js'), 'CasesPage'),
});
const deadlines = createRoute({
  getParentRoute,
  path: '/frister',
  validateSearch: deadlinesSearch,
  component: lazyRouteComponent(() => import('./pages/frister/page.js'), 'DeadlinesPage'),
});
const letters = createRoute({
  getParentRoute,
  path: '/brev',
  validateSearch: lettersSearch,
  component: lazyRouteComponent(() => import('./pages/brev/page.js'), 'LettersPage'),
});
const accessLog = createRoute({
  getParentRoute,
  path: '/innsynslogg',
  validateSearch: accessLogSearch,
  component: lazyRouteComponent(() => import('./pages/innsynslogg/page.js'), 'AccessLogPage'),
});
const complaints = createRoute({
  getParentRoute,
  path: '/klager',
  validateSearch: complaintsSearch,
  component: lazyRouteComponent(() => import('./pages/klager/page.js'), 'ComplaintsPage'),
});
const complaint = createRoute({
  getParentRoute,
  path: '/klage/$complaintId',
  validateSearch: stepSearch,
  component: lazyRouteComponent(() => import('./pages/klage/page.js'), 'ComplaintPage'),
});
const oneCase = createRoute({
  getParentRoute,
  path: '/sak/$caseId',
  validateSearch: caseSearch,
  component: lazyRouteComponent(() => import('./pages/sak/page.js'), 'CasePage'),
});
const person = createRoute({
  getParentRoute,
  path: '/person/$subjectId',
  validateSearch: stepSearch,
  component: lazyRouteComponent(() => import('./pages/person/page.js'), 'PersonPage'),
});
const followUp = createRoute({
  getParentRoute,
  path: '/oppfolging/$subjectId',
  validateSearch: stepSearch,
  component: lazyRouteComponent(() => import('./pages/oppfolging/page.js'), 'FollowUpPage'),
});
const history = createRoute({
  getParentRoute,
  path: '/historikk/$what/$id',
  validateSearch: historySearch,
  component: lazyRouteComponent(() => import('./pages/historikk/page.js'), 'HistoryPage'),
});
const plans = createRoute({
  getParentRoute,
  path: '/planer',
  validateSearch: plansSearch,
  component: lazyRouteComponent(() => import('./pages/planer/page.js'), 'PlansPage'),
});
const plan = createRoute({
  getParentRoute,
  path: '/plan/$planId',
  validateSearch: planSearch,
  component: lazyRouteComponent(() => import('./pages/plan/page.js'), 'PlanPage'),
});
const crisisPlan = createRoute({
  getParentRoute,
  path: '/kriseplan/$subjectId',
  validateSearch: stepSearch,
  component: lazyRouteComponent(() => import('./pages/kriseplan/page.js'), 'CrisisPlanPage'),
});
const crisisPlans = createRoute({
  getParentRoute,
  path: '/kriseplaner',
  component: lazyRouteComponent(() => import('./pages/kriseplaner/page.js'), 'CrisisPlansPage'),
});
const meetings = createRoute({
  getParentRoute,
  path: '/moter',
  validateSearch: stepSearch,
  component: lazyRouteComponent(() => import('./pages/moter/page.js'), 'MeetingsPage'),
});
const meeting = createRoute({
  getParentRoute,
  path: '/moter/$meetingId',
  validateSearch: meetingSearch,
  component: lazyRouteComponent(() => import('./pages/moter/meeting-page.js'), 'MeetingPage'),
});
const myPeople = createRoute({
  getParentRoute,
  path: '/mine-personer',
  validateSearch: myPeopleSearch,
  component: lazyRouteComponent(() => import('./pages/mine-personer/page.js'), 'MyPeoplePage'),
});
const competence = createRoute({
  getParentRoute,
  path: '/kompetanse',
  validateSearch: competenceSearch,
  component: lazyRouteComponent(() => import('./pages/kompetanse/page.js'), 'CompetencePage'),
});
const reports = createRoute({
  getParentRoute,
  path: '/rapport',
  validateSearch: reportsSearch,
  component: lazyRouteComponent(() => import('./pages/rapport/page.js'), 'ReportsPage'),
});
const report = createRoute({
  getParentRoute,
  path: '/rapport/$reportId',
  validateSearch: reportSearch,
  component: lazyRouteComponent(() => import('./pages/rapport/report-page.js'), 'ReportPage'),
});
const services = createRoute({
  getParentRoute,
  path: '/tjenester',
  validateSearch: servicesSearch,
  component: lazyRouteComponent(() => import('./pages/tjenester/page.js'), 'ServicesPage'),
});
const imports = createRoute({
  getParentRoute,
  path: '/import',
  validateSearch: importSearch,
  component: lazyRouteComponent(() => import('./pages/import/page.js'), 'ImportPage'),
});
const unitLeader = createRoute({
  getParentRoute,
  path: '/enhetsleder',
  validateSearch: stepSearch,
  component: lazyRouteComponent(() => import('./pages/enhetsleder/page.js'), 'UnitLeaderPage'),
});
const settings = createRoute({
  getParentRoute,
  path: '/innstillinger',
  validateSearch: settingsSearch,
  component: lazyRouteComponent(() => import('./pages/innstillinger/page.js'), 'SettingsPage'),
});
const subscribers = createRoute({
  getParentRoute,
  path: '/abonnenter',
  validateSearch: subscribersSearch,
  component: lazyRouteComponent(() => import('./pages/abonnenter/page.js'), 'SubscribersPage'),
});
const operation = createRoute({
  getParentRoute,
  path: '/drift',
  component: lazyRouteComponent(() => import('./pages/drift/page.js'), 'OperationPage'),
});
const ownPage = createRoute({
  getParentRoute,
  path: '/min-side',
  validateSearch: ownPageSearch,
  component: lazyRouteComponent(() => import('./pages/min-side/page.js'), 'OwnPage'),
});
const printedOwnPage = createRoute({
  getParentRoute,
  path: '/min-side/$subjectId',
  component: lazyRouteComponent(() => import('./pages/min-side/printed-page.js'), 'PrintedOwnPage'),
});
const myAccount = createRoute({
  getParentRoute,
  path: '/min-bruker',
  component: lazyRouteComponent(() => import('./pages/min-bruker/page.js'), 'MyAccountPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    openPages,
    openPage,
    inside.addChildren([
      home,
      myDay,
      newEnquiry,
      enquiry,
      cases,
      deadlines,
      letters,
      accessLog,
      complaints,
      complaint,
      oneCase,
      person,
      followUp,
      history,
      plans,
      plan,
      crisisPlan,
      crisisPlans,
      meetings,
      meeting,
      myPeople,
      competence,
      reports,
      report,
      services,
      imports,
      unitLeader,
      settings,
      operation,
      subscribers,
      ownPage,
      printedOwnPage,
      myAccount,
    ]),
  ]),
  scrollRestoration: true,
  defaultPreload: 'intent',
  // Another case is another page: nothing of the one before stays on it.
  defaultRemountDeps: ({ params }) => params,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
