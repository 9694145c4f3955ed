import { AccessLogController } from './access-log/access-log.controller.js';
import { AccessLogReading } from './access-log/access-log-reading.js';
import { AccessLogSheet } from './access-log/access-log-sheet.js';
import { AccessNotes } from './access-log/access-notes.js';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { caseIsKnown } from '#casework';
import { restingOnCases } from '#coordination';
import { caseworkHandlers, MeetingsOfCases, RestingOnCases } from '#casework/application/index';
import { complaintHandlers } from '#complaint/application/index';
import { crisisPlanHandlers } from '#crisis-plan/application/index';
import { followUpHandlers } from '#follow-up/application/index';
import { planHandlers } from '#plan/application/index';
import { competenceHandlers } from '#competence/application/index';
import { coordinationHandlers } from '#coordination/application/index';
import { documentHandlers, DocumentStore, RecordsOfDocuments } from '#documents/application/index';
import { CasesOfEnquiries, enquiryHandlers } from '#enquiry/application/index';
import { CommandRunner } from '#event-sourcing';
import { meetingsOfCases } from '#meeting';
import { meetingHandlers } from '#meeting/application/index';
import { ActsOnDelegations, municipalityHandlers } from '#municipality/application/index';
import {
  CaseNumbers,
  Disposals,
  Drafts,
  DraftSecrets,
  Handouts,
  IdentityClaims,
  Keys,
  MessageIds,
  Parties,
  ProviderMark,
  RequestClaims,
  Subscribers,
} from '#personal-data';
import { StandingForSubjects, subjectHandlers } from '#subject/application/index';
import { FactsOfLog } from '#reporting';
import { reportingHandlers } from '#reporting/application/index';
import { subscriptionHandlers } from '#subscription/application/index';
import { ApiParts } from './api-parts.js';
import { actsOnDelegations } from './organisation/acts-on-delegations.js';
import { DemoIssuer } from './auth/demo-issuer.js';
import { DemoTokenController } from './auth/demo-token.controller.js';
import { TokenVerifier } from './auth/login.js';
import { CloseGuard } from './auth/close.guard.js';
import { KnownMergers } from './auth/known-mergers.js';
import { Logins } from './auth/logins.js';
import { ProfileGuard } from './auth/profile.guard.js';
import { RolesGuard } from './auth/roles.guard.js';
import { SearchBrake } from './auth/search-brake.js';
import { BoardOutcomeController } from './cases/board-outcome.controller.js';
import { CaseSteps } from './cases/case-steps.js';
import { OpenCases } from './cases/open-cases.js';
import { CasesReadController } from './cases/cases-read.controller.js';
import { CasesController } from './cases/cases.controller.js';
import { CaseChangesController } from './as-of/case-changes.controller.js';
import { CaseChangesHandler } from './as-of/case-changes.query.js';
import { CaseCountHandler, CaseHandler, CasesHandler } from './cases/cases.queries.js';
import { LackingHandler } from './cases/lacking.queries.js';
import { HandlingDisputesController } from './cases/disputes.controller.js';
import { CaseworkerController } from './cases/caseworker.controller.js';
import { ClosingController } from './cases/closing.controller.js';
import { DecisionController } from './cases/decision.controller.js';
import { DispatchController } from './cases/dispatch.controller.js';
import { HearingsController } from './cases/hearings.controller.js';
import { MappingController } from './cases/mapping.controller.js';
import { MeetingsController } from './cases/meetings.controller.js';
import { AssistanceController } from './cases/assistance.controller.js';
import { ReferencesController } from './cases/references.controller.js';
import { SecondReadingsController } from './cases/second-readings.controller.js';
import { Clock } from '#apps/clock';
import { CaseRoutinesController } from './competence/case-routines.controller.js';
import { CompetencePlansController } from './competence/competence-plans.controller.js';
import { CompetenceRecords } from './competence/competence-records.js';
import { CompetenceController } from './competence/competence.controller.js';
import { ControlledDocumentsController } from './competence/controlled-documents.controller.js';
import { CooperationController } from './competence/cooperation.controller.js';
import { CoursesController } from './competence/courses.controller.js';
import { InformationMaterialController } from './competence/information-material.controller.js';
import { LawReferencesController } from './competence/law-references.controller.js';
import { StaffCompetenceController } from './competence/staff-competence.controller.js';
import { TrainingsController } from './competence/trainings.controller.js';
import { crisisPlanControllers, crisisPlanQueryHandlers } from './crisis-plan/crisis-plan-parts.js';
import { CrisisPlanSteps } from './crisis-plan/crisis-plan-steps.js';
import { followUpControllers, followUpQueryHandlers } from './follow-up/follow-up-parts.js';
import { FollowUpSteps } from './follow-up/follow-up-steps.js';
import { ownPageControllers, ownPageProviders } from './own-page/own-page-parts.js';
import { planControllers, planQueryHandlers } from './plans/plan-parts.js';
import { PlanSheet } from './plans/plan-sheet.js';
import { PlanSteps } from './plans/plan-steps.js';
import { Commands } from './commands/commands.js';
import { ComplaintSteps } from './complaints/complaint-steps.js';
import { ComplaintsReadController } from './complaints/complaints-read.controller.js';
import { ComplaintHandler, ComplaintsHandler } from './complaints/complaints.queries.js';
import { ComplaintHandlingController } from './complaints/handling.controller.js';
import { ComplaintReceivingController } from './complaints/receiving.controller.js';
import { lettersIn } from '#correspondence';
import { IssuedLetters } from './letters/issued-letters.js';
import { FormDesk } from './letters/form-desk.js';
import { LetterDesk } from './letters/letter-desk.js';
import { LetterOutboxIsThere, LetterShelf } from './letters/letter-shelf.js';
import { LetterTemplatesController } from './letters/letter-templates.controller.js';
import { LettersController } from './letters/letters.controller.js';
import { ApiConfig } from './config.js';
import { ConsentsController } from './coordination/consents.controller.js';
import { CoordinationReadController } from './coordination/coordination-read.controller.js';
import { CoordinationSteps } from './coordination/coordination-steps.js';
import {
  CoordinationHandler,
  RegisterCountHandler,
  RegisterHandler,
} from './coordination/coordination.queries.js';
import { CoordinatorsController } from './coordination/coordinators.controller.js';
import { FamiliesController } from './coordination/families.controller.js';
import { GroupController } from './coordination/group.controller.js';
import { PlansController } from './coordination/plans.controller.js';
import { EndReportsController } from './coordination/end-reports.controller.js';
import { LoadController } from './coordination/load.controller.js';
import { LoadHandler } from './coordination/load.queries.js';
import { PlacementDisputesController } from './coordination/disputes.controller.js';
import { ChoicesController } from './coordination/choices.controller.js';
import { HandoversController } from './coordination/handovers.controller.js';
import { LeaderAnswersController } from './coordination/leader-answers.controller.js';
import { ReviewsController } from './coordination/reviews.controller.js';
import { UnitReportsController } from './coordination/unit-reports.controller.js';
import { UnitReportsReadController } from './coordination/unit-reports-read.controller.js';
import { UnitReportsHandler } from './coordination/unit-reports.queries.js';
import { ProposalsController } from './coordination/proposals.controller.js';
import { DraftsController } from './drafts/drafts.controller.js';
import { CorrectionsController } from './corrections/corrections.controller.js';
import { ReviseEventHandler } from './corrections/revise-event.js';
import { ClosedPackages } from './packages/closed-packages.js';
import { PackageDesk } from './packages/package-desk.js';
import { PackageDocuments } from './packages/package-documents.js';
import { PackageFiles } from './packages/package-files.js';
import { PackagesController } from './packages/packages.controller.js';
import { DocumentReading } from './documents/document-reading.js';
import { ArchiveController } from './archive/archive.controller.js';
import { DocumentsController } from './documents/documents.controller.js';
import { recordsOfDocuments } from './documents/records.js';
import { EnquiriesReadController } from './enquiries/enquiries-read.controller.js';
import { EnquiriesController } from './enquiries/enquiries.controller.js';
import { EnquiriesHandler, EnquiryHandler } from './enquiries/enquiries.queries.js';
import { EnquirySteps } from './enquiries/enquiry-steps.js';
import { ImportsReadController } from './imports/imports-read.controller.js';
import { ImportsController } from './imports/imports.controller.js';
import { Imports } from './imports/imports.js';
import { ImportsHandler } from './imports/imports.queries.js';
import { LabelsController } from './labels/labels.controller.js';
import { Lists } from './lists/lists.js';
import { NameIndexFeed } from './name-index-feed.js';
import { BoardController, BoardHandler } from './meetings/board.controller.js';
import { MeetingsOfUnitController } from './meetings/meetings.controller.js';
import { MeetingsReadController } from './meetings/meetings-read.controller.js';
import { AgendaProposalHandler } from './meetings/agenda-proposal.queries.js';
import { MeetingHandler, MeetingsHandler } from './meetings/meetings.queries.js';
import { PlanOverviewHandler } from './meetings/plan-overview.js';
import { HealthController } from './observability/health.controller.js';
import { Health } from './observability/health.js';
import { HttpMetrics } from './observability/metrics.js';
import { OpenPageController } from './open/open-page.controller.js';
import { OpenPages } from './open/open-pages.js';
import { ContactCardsController } from './organisation/contact-cards.controller.js';
import { DelegationsController } from './organisation/delegations.controller.js';
import { OrganisationReading } from './organisation/organisation-reading.js';
import { OrganisationSteps } from './organisation/organisation-steps.js';
import { OrganisationController } from './organisation/organisation.controller.js';
import { PartnersController } from './organisation/partners.controller.js';
import { Rehearsals } from './law/rehearsals.js';
import { RuleVersionsController } from './law/rule-versions.controller.js';
import { RetentionController } from './organisation/retention.controller.js';
import { ServicesController } from './organisation/services.controller.js';
import { EngagementsController } from './parties/engagements.controller.js';
import { PartiesController } from './parties/parties.controller.js';
import { PartySearchController, PartySearchHandler } from './parties/party-search.controller.js';
import { PartySteps } from './parties/party-steps.js';
import { BrowserSessions } from './session/browser-sessions.js';
import { DemoMunicipalities } from './session/demonstration.js';
import { SessionController } from './session/session.controller.js';
import { SignInController } from './session/sign-in.controller.js';
import { doorOfPersons, doorOfStaff, PersonSignIn, SignIn } from './session/sign-in.js';
import { StaffController } from './staff/staff.controller.js';
import { StaffHandler } from './staff/staff.queries.js';
import { ProfileController, ProfileHandler } from './profile/profile.controller.js';
import { Reading } from './reading/reading.js';
import { BehindCells } from './reports/behind-cells.js';
import { FiguresController } from './reports/figures.controller.js';
import { NationalStatusController } from './reports/national-status.controller.js';
import { ReportProofsController } from './reports/report-proofs.controller.js';
import { ReportTablesController } from './reports/report-tables.controller.js';
import { ReportTelling } from './reports/report-telling.js';
import { ReportsController } from './reports/reports.controller.js';
import { RegistrationsController, RegistrationsHandler } from './registrations/registrations.controller.js';
import { standingForPersons } from './subjects/standing.js';
import { LikelyDoubles } from './subjects/likely-doubles.js';
import { SubjectsReadController } from './subjects/subjects-read.controller.js';
import { RelationsController } from './subjects/relations.controller.js';
import { SubjectsController } from './subjects/subjects.controller.js';
import { PersonSearchHandler, SubjectHandler } from './subjects/subjects.queries.js';
import { Following } from './subscriptions/following.js';
import { StreamStandings } from './subscriptions/stream-standings.js';
import { StreamsController } from './subscriptions/streams.controller.js';
import { SubscriptionsController } from './subscriptions/subscriptions.controller.js';
import { WebhooksController } from './subscriptions/webhooks.controller.js';
import { WebhookStandings } from './subscriptions/webhook-standings.js';
import { TasksController } from './tasks/tasks.controller.js';
import { TaskCountsHandler, TasksHandler } from './tasks/tasks.queries.js';
import { DeadlinesController } from './deadlines/deadlines.controller.js';
import { ComplaintDeadlinesHandler } from './deadlines/complaint-deadlines.query.js';
import { DeadlineCountHandler, DeadlinesHandler } from './deadlines/deadlines.queries.js';
import { UnitsController } from './units/units.controller.js';
import { UnitsHandler } from './units/units.queries.js';
import { PersonTrails } from './trail/person-trails.js';
import { RecordTrails } from './trail/record-trail.js';
import { TrailController } from './trail/trail.controller.js';
import { CaseTrailHandler, SubjectTrailHandler } from './trail/trail.query.js';

/** The handlers of every command: the bus finds each by the command's class. */
export const commandHandlers = [
  ...caseworkHandlers,
  ...competenceHandlers,
  ...complaintHandlers,
  ...coordinationHandlers,
  ...followUpHandlers,
  ...crisisPlanHandlers,
  ...planHandlers,
  ...meetingHandlers,
  ...documentHandlers,
  ...enquiryHandlers,
  ...municipalityHandlers,
  ...subjectHandlers,
  ...subscriptionHandlers,
  ...reportingHandlers,
  ReviseEventHandler,
];

const queryHandlers = [
  AgendaProposalHandler,
  BoardHandler,
  CaseHandler,
  CaseChangesHandler,
  CaseTrailHandler,
  SubjectTrailHandler,
  CasesHandler,
  CaseCountHandler,
  LackingHandler,
  CoordinationHandler,
  MeetingHandler,
  PlanOverviewHandler,
  MeetingsHandler,
  EnquiriesHandler,
  EnquiryHandler,
  ComplaintsHandler,
  ComplaintHandler,
  ...followUpQueryHandlers,
  ...crisisPlanQueryHandlers,
  ...planQueryHandlers,
  ImportsHandler,
  PersonSearchHandler,
  ProfileHandler,
  RegisterHandler,
  RegisterCountHandler,
  LoadHandler,
  UnitReportsHandler,
  RegistrationsHandler,
  SubjectHandler,
  TaskCountsHandler,
  DeadlinesHandler,
  DeadlineCountHandler,
  ComplaintDeadlinesHandler,
  TasksHandler,
  UnitsHandler,
  StaffHandler,
  PartySearchHandler,
];

const controllers = [
  AccessLogController,
  BoardController,
  BoardOutcomeController,
  CasesController,
  CasesReadController,
  CaseChangesController,
  CaseworkerController,
  HearingsController,
  SecondReadingsController,
  HandlingDisputesController,
  ClosingController,
  DecisionController,
  DispatchController,
  LettersController,
  LetterTemplatesController,
  MappingController,
  MeetingsController,
  MeetingsOfUnitController,
  MeetingsReadController,
  AssistanceController,
  ReferencesController,
  TrailController,
  CorrectionsController,
  SubjectsController,
  RelationsController,
  SubjectsReadController,
  ConsentsController,
  CoordinatorsController,
  PlansController,
  ProposalsController,
  ChoicesController,
  PlacementDisputesController,
  LoadController,
  EndReportsController,
  UnitReportsController,
  UnitReportsReadController,
  HandoversController,
  FamiliesController,
  ReviewsController,
  LeaderAnswersController,
  GroupController,
  CoordinationReadController,
  RegistrationsController,
  TasksController,
  DeadlinesController,
  PartiesController,
  EngagementsController,
  StaffController,
  PartySearchController,
  UnitsController,
  DocumentsController,
  ArchiveController,
  PackagesController,
  EnquiriesController,
  EnquiriesReadController,
  ComplaintReceivingController,
  ComplaintHandlingController,
  ComplaintsReadController,
  ...followUpControllers,
  ...crisisPlanControllers,
  ...planControllers,
  ...ownPageControllers,
  ImportsController,
  ImportsReadController,
  ContactCardsController,
  DelegationsController,
  RetentionController,
  RuleVersionsController,
  ServicesController,
  PartnersController,
  OrganisationController,
  TrainingsController,
  StaffCompetenceController,
  ControlledDocumentsController,
  CaseRoutinesController,
  CooperationController,
  CoursesController,
  LawReferencesController,
  InformationMaterialController,
  CompetencePlansController,
  CompetenceController,
  SubscriptionsController,
  WebhooksController,
  StreamsController,
  FiguresController,
  NationalStatusController,
  ReportTablesController,
  ReportProofsController,
  ReportsController,
  ProfileController,
  LabelsController,
  DraftsController,
  OpenPageController,
  SessionController,
  SignInController,
  HealthController,
];

@Module({})
export class ApiModule {
  static register(
    parts: ApiParts,
    config: ApiConfig,
    {
      verifier,
      metrics,
      sessions,
    }: {
      readonly verifier: TokenVerifier;
      readonly metrics: HttpMetrics;
      readonly sessions: BrowserSessions;
    },
  ): DynamicModule {
    const { runner, vault } = parts;
    return {
      module: ApiModule,
      imports: [CqrsModule.forRoot({ rethrowUnhandled: false }), ...(config.beside ?? [])],
      controllers: verifier instanceof DemoIssuer ? [...controllers, DemoTokenController] : controllers,
      providers: [
        { provide: ApiParts, useValue: parts },
        { provide: ApiConfig, useValue: config },
        { provide: TokenVerifier, useValue: verifier },
        { provide: HttpMetrics, useValue: metrics },
        { provide: BrowserSessions, useValue: sessions },
        { provide: NameIndexFeed, useValue: parts.names },
        { provide: CommandRunner, useValue: runner },
        { provide: FactsOfLog, useValue: new FactsOfLog(parts.store, parts.codec) },
        { provide: Keys, useValue: vault.keys },
        { provide: CaseNumbers, useValue: vault.caseNumbers },
        { provide: MessageIds, useValue: vault.messageIds },
        { provide: IdentityClaims, useValue: vault.identityClaims },
        { provide: Parties, useValue: vault.parties },
        { provide: RequestClaims, useValue: vault.requestClaims },
        { provide: Disposals, useValue: vault.disposals },
        { provide: SignIn, useValue: new SignIn(doorOfStaff(config.oidc)) },
        {
          provide: PersonSignIn,
          useValue: new PersonSignIn(doorOfPersons(config.personOidc, parts)),
        },
        { provide: Handouts, useValue: vault.handouts },
        { provide: Drafts, useValue: vault.drafts },
        { provide: DraftSecrets, useValue: vault.draftSecrets },
        { provide: Subscribers, useValue: vault.subscribers },
        { provide: ProviderMark, useValue: vault.provider },
        { provide: ActsOnDelegations, useValue: actsOnDelegations(parts) },
        { provide: RestingOnCases, useValue: restingOnCases(runner) satisfies RestingOnCases },
        { provide: MeetingsOfCases, useValue: meetingsOfCases(runner) satisfies MeetingsOfCases },
        { provide: StandingForSubjects, useValue: standingForPersons(parts) },
        { provide: DocumentStore, useValue: parts.documents },
        { provide: RecordsOfDocuments, useValue: recordsOfDocuments(runner) },
        { provide: APP_GUARD, useClass: RolesGuard },
        { provide: APP_GUARD, useClass: ProfileGuard },
        { provide: APP_GUARD, useClass: CloseGuard },
        AccessLogReading,
        AccessLogSheet,
        PlanSheet,
        AccessNotes,
        CaseSteps,
        Clock,
        Commands,
        CompetenceRecords,
        DemoMunicipalities,
        DocumentReading,
        ClosedPackages,
        PackageDesk,
        PackageDocuments,
        PackageFiles,
        {
          provide: CasesOfEnquiries,
          useValue: {
            isKnown: (tenant, caseId) => caseIsKnown(runner, tenant, caseId),
          } satisfies CasesOfEnquiries,
        },
        EnquirySteps,
        ComplaintSteps,
        FollowUpSteps,
        CrisisPlanSteps,
        PlanSteps,
        Following,
        WebhookStandings,
        StreamStandings,
        CoordinationSteps,
        Health,
        Imports,
        IssuedLetters,
        FormDesk,
        LetterDesk,
        { provide: LetterShelf, useValue: config.letters ?? lettersIn() },
        { provide: LetterOutboxIsThere, useValue: config.hasLetterOutbox ?? false },
        LikelyDoubles,
        Lists,
        BehindCells,
        ReportTelling,
        KnownMergers,
        Logins,
        OpenCases,
        OpenPages,
        OrganisationReading,
        OrganisationSteps,
        Rehearsals,
        PartySteps,
        Reading,
        PersonTrails,
        ...ownPageProviders,
        RecordTrails,
        SearchBrake,
        ...commandHandlers,
        ...queryHandlers,
      ],
    };
  }
}
