/**
 * Every page but the first, one line: its address (see paths.ts), where it is, its name until it is loaded,
 * and whether it is read without signing in. This file and firstRoutes.tsx alone import pages.
 */
import { first, page, type Route, SignInPage } from "./firstRoutes";
import { t } from "./shell/texts";

export const NotFoundPage = page(() => import("./shell/NotFoundPage"), "NotFoundPage");

export const routes: readonly Route[] = [
  first,
  {
    path: "/hmu",
    page: page(() => import("./overview/OverviewPage"), "OverviewPage"),
    title: t.nav.overview,
  },
  {
    path: "/hmu/papirer",
    page: page(() => import("./reports/PapersPage"), "PapersPage"),
    title: t.nav.overview,
  },
  {
    path: "/afdelinger/:id/papirer",
    page: page(() => import("./reports/PapersPage"), "PapersPage"),
    title: t.nav.departments,
  },
  {
    path: "/afdelinger",
    page: page(() => import("./overview/DepartmentsPage"), "DepartmentsPage"),
    title: t.nav.departments,
  },
  {
    path: "/afdelinger/:id",
    page: page(() => import("./overview/DepartmentPage"), "DepartmentPage"),
    title: t.nav.departments,
  },
  {
    path: "/afdelinger/:id/personer",
    page: page(() => import("./accounts/PeoplePage"), "PeoplePage"),
    title: t.people,
  },
  {
    path: "/afdelinger/:id/personer/ny",
    page: page(() => import("./accounts/AddPersonPage"), "AddPersonPage"),
    title: t.people,
  },
  {
    path: "/afdelinger/:id/personer/:person",
    page: page(() => import("./accounts/PersonPage"), "PersonPage"),
    title: t.people,
  },
  {
    path: "/afdelinger/:id/roller/:role",
    page: page(() => import("./accounts/RolePage"), "RolePage"),
    title: t.people,
  },
  {
    path: "/afdelinger/:id/overdrag",
    page: page(() => import("./accounts/HandoverPage"), "HandoverPage"),
    title: t.people,
  },
  {
    path: "/afdelinger/:id/uden-tovholder",
    page: page(() => import("./accounts/UnownedPage"), "UnownedPage"),
    title: t.people,
  },
  {
    path: "/velkommen/:id",
    page: page(() => import("./overview/WelcomePage"), "WelcomePage"),
    title: t.nav.home,
  },
  {
    path: "/administration/personer",
    page: page(() => import("./accounts/DirectoryPage"), "DirectoryPage"),
    title: t.people,
  },
  {
    path: "/administration/personer/ny",
    page: page(() => import("./accounts/GiveRolePage"), "GiveRolePage"),
    title: t.people,
  },
  {
    path: "/administration/personer/:person",
    page: page(() => import("./accounts/PersonPage"), "PersonPage"),
    title: t.people,
  },
  {
    path: "/afdelinger/:id/tavle",
    page: page(() => import("./overview/BoardLinkPage"), "BoardLinkPage"),
    title: t.nav.departments,
  },
  {
    path: "/afdelinger/:id/ark",
    page: page(() => import("./overview/SheetPage"), "SheetPage"),
    title: t.nav.departments,
  },
  {
    path: "/tavle/:token",
    page: page(() => import("./overview/BoardPage"), "BoardPage"),
    title: t.nav.departments,
    open: true,
  },
  {
    path: "/udrulning",
    page: page(() => import("./tracks/RolloutPage"), "RolloutPage"),
    title: t.nav.rollout,
  },
  {
    path: "/spor",
    page: page(() => import("./tracks/TracksPage"), "TracksPage"),
    title: t.nav.rollout,
  },
  {
    path: "/spor/ambassadoerer",
    page: page(() => import("./tracks/RosterPage"), "RosterPage"),
    title: t.nav.rollout,
  },
  {
    path: "/spor/nye-ledere",
    page: page(() => import("./tracks/NewLeadersPage"), "NewLeadersPage"),
    title: t.nav.rollout,
  },
  {
    path: "/spor/:slags",
    page: page(() => import("./tracks/GatheringsPage"), "GatheringsPage"),
    title: t.nav.rollout,
  },
  {
    path: "/spor/:slags/ny",
    page: page(() => import("./tracks/NewGatheringPage"), "NewGatheringPage"),
    title: t.nav.rollout,
  },
  {
    path: "/spor/:slags/:id",
    page: page(() => import("./tracks/GatheringPage"), "GatheringPage"),
    title: t.nav.rollout,
  },
  {
    path: "/afdelinger/:id/udrulning",
    page: page(() => import("./tracks/DepartmentRolloutPage"), "DepartmentRolloutPage"),
    title: t.nav.rollout,
  },
  {
    path: "/afdelinger/:id/historik",
    page: page(() => import("./overview/history/DepartmentHistoryPage"), "DepartmentHistoryPage"),
    title: t.history,
  },
  {
    path: "/historik/:record",
    page: page(() => import("./overview/history/RecordHistoryPage"), "RecordHistoryPage"),
    title: t.history,
  },
  {
    path: "/mig/historik",
    page: page(() => import("./overview/history/MyHistoryPage"), "MyHistoryPage"),
    title: t.history,
  },
  {
    path: "/administration/historik",
    page: page(() => import("./overview/history/OrganisationHistoryPage"), "OrganisationHistoryPage"),
    title: t.history,
  },
  { path: "/log-ind", page: SignInPage, title: t.signIn, open: true },
  {
    path: "/tilgaengelighed",
    page: page(() => import("./shell/AccessibilityPage"), "AccessibilityPage"),
    title: t.accessibility,
    open: true,
  },
  {
    path: "/oplysninger",
    page: page(() => import("./shell/PrivacyPage"), "PrivacyPage"),
    title: t.privacy,
    open: true,
  },
  {
    path: "/afdelinger/:id/maalinger",
    page: page(() => import("./surveys/WavesPage"), "WavesPage"),
    title: t.wave,
  },
  {
    path: "/maalinger",
    page: page(() => import("./surveys/WavesPage"), "WavesPage"),
    title: t.wave,
  },
  {
    path: "/maalinger/ny",
    page: page(() => import("./surveys/NewWavePage"), "NewWavePage"),
    title: t.wave,
  },
  {
    path: "/maalinger/spoergsmaal",
    page: page(() => import("./surveys/InstrumentPage"), "InstrumentPage"),
    title: t.wave,
  },
  {
    path: "/maalinger/:id",
    page: page(() => import("./surveys/WavePage"), "WavePage"),
    title: t.wave,
  },
  {
    path: "/maalinger/:id/ret",
    page: page(() => import("./surveys/EditWavePage"), "EditWavePage"),
    title: t.wave,
  },
  {
    path: "/maalinger/:id/sedler",
    page: page(() => import("./surveys/SlipsPage"), "SlipsPage"),
    title: t.wave,
  },
  {
    path: "/proevehandlinger",
    page: page(() => import("./trial_actions/TrialsPage"), "TrialsPage"),
    title: t.trials,
  },
  {
    path: "/proevehandlinger/:id",
    page: page(() => import("./trial_actions/TrialPage"), "TrialPage"),
    title: t.trial,
  },
  {
    path: "/proevehandlinger/:id/plan",
    page: page(() => import("./trial_actions/EditPlanPage"), "EditPlanPage"),
    title: t.editTrial,
  },
  {
    path: "/afdelinger/:id/ny-proevehandling",
    page: page(() => import("./trial_actions/TrialFormPage"), "TrialFormPage"),
    title: t.newTrial,
  },
  {
    path: "/foelg-op",
    page: page(() => import("./followups/LogPage"), "LogPage"),
    title: t.logFollowUp,
  },
  {
    path: "/afdelinger/:id/ny-opfoelgning",
    page: page(() => import("./followups/PlanFollowUpPage"), "PlanFollowUpPage"),
    title: t.newFollowUp,
  },
  {
    path: "/opfoelgninger/:id",
    page: page(() => import("./followups/FollowUpPage"), "FollowUpPage"),
    title: t.followUp,
  },
  {
    path: "/opfoelgninger/:id/ret",
    page: page(() => import("./followups/EditFollowUpPage"), "EditFollowUpPage"),
    title: t.editFollowUp,
  },
  {
    path: "/afdelinger/:id/ny-aftale",
    page: page(() => import("./followups/NewAgreementPage"), "NewAgreementPage"),
    title: t.newAgreement,
  },
  {
    path: "/aftaler/:id",
    page: page(() => import("./followups/AgreementPage"), "AgreementPage"),
    title: t.agreement,
  },
  {
    path: "/aftaler/:id/ret",
    page: page(() => import("./followups/EditAgreementPage"), "EditAgreementPage"),
    title: t.editAgreement,
  },
  {
    path: "/droeftelser/:id",
    page: page(() => import("./journeys/SessionPage"), "SessionPage"),
    title: t.session,
  },
  {
    path: "/afdelinger/:id/droeftelse/ny",
    page: page(() => import("./journeys/NewSessionPage"), "NewSessionPage"),
    title: t.session,
  },
  {
    path: "/afdelinger/:id/trin/2",
    page: page(() => import("./journeys/AssessmentPage"), "AssessmentPage"),
    title: t.assessment,
  },
  {
    path: "/afdelinger/:id/trin/:number/:act",
    page: page(() => import("./journeys/StepPage"), "StepPage"),
    title: t.step,
  },
  {
    path: "/hmu/moeder",
    page: page(() => import("./meetings/MeetingsPage"), "MeetingsPage"),
    title: t.nav.overview,
  },
  {
    path: "/afdelinger/:id/moeder",
    page: page(() => import("./meetings/MeetingsPage"), "MeetingsPage"),
    title: t.nav.overview,
  },
  {
    path: "/afdelinger/:id/moeder/nyt",
    page: page(() => import("./meetings/NewMeetingPage"), "NewMeetingPage"),
    title: t.nav.overview,
  },
  {
    path: "/moeder/:id",
    page: page(() => import("./meetings/MeetingPage"), "MeetingPage"),
    title: t.nav.overview,
  },
  {
    path: "/moeder/:id/ret",
    page: page(() => import("./meetings/EditMeetingPage"), "EditMeetingPage"),
    title: t.nav.overview,
  },
  {
    path: "/moeder/:id/beslutninger",
    page: page(() => import("./meetings/DecisionsPage"), "DecisionsPage"),
    title: t.nav.overview,
  },
  {
    path: "/moeder/:id/punkter/:item",
    page: page(() => import("./meetings/ItemPage"), "ItemPage"),
    title: t.nav.overview,
  },
  {
    path: "/afdelinger/:id/arbejdsmiljoe",
    page: page(() => import("./meetings/YearlyPage"), "YearlyPage"),
    title: t.nav.overview,
  },
  {
    path: "/afdelinger/:id/arbejdsmiljoe/:year",
    page: page(() => import("./meetings/EditYearlyPage"), "EditYearlyPage"),
    title: t.nav.overview,
  },
  {
    path: "/afdelinger/:id/hjaelp",
    page: page(() => import("./journeys/SupportPage"), "SupportPage"),
    title: t.help,
  },
  {
    path: "/afdelinger/:id/runder",
    page: page(() => import("./journeys/RoundsPage"), "RoundsPage"),
    title: t.rounds,
  },
  {
    path: "/administration",
    page: page(() => import("./departments/AdministrationPage"), "AdministrationPage"),
    title: t.nav.administration,
  },
  {
    path: "/administration/import",
    page: page(() => import("./imports/ImportPage"), "ImportPage"),
    title: t.nav.administration,
  },
  {
    path: "/administration/import/:id",
    page: page(() => import("./imports/ImportRunPage"), "ImportRunPage"),
    title: t.nav.administration,
  },
  {
    path: "/administration/organisation",
    page: page(() => import("./departments/OrganisationPage"), "OrganisationPage"),
    title: t.nav.administration,
  },
  {
    path: "/administration/organisation/ny",
    page: page(() => import("./departments/NewNodePage"), "NewNodePage"),
    title: t.nav.administration,
  },
  {
    path: "/administration/organisation/:id",
    page: page(() => import("./departments/NodePage"), "NodePage"),
    title: t.nav.administration,
  },
  {
    path: "/administration/organisation/:id/:act",
    page: page(() => import("./departments/ActPage"), "ActPage"),
    title: t.nav.administration,
  },
  {
    path: "/soeg",
    page: page(() => import("./library/SearchPage"), "SearchPage"),
    title: t.nav.search,
    open: true,
  },
  {
    path: "/erfaringer",
    page: page(() => import("./experiences/ExperiencesPage"), "ExperiencesPage"),
    title: t.nav.library,
  },
  {
    path: "/erfaringer/ny",
    page: page(() => import("./experiences/NewExperiencePage"), "NewExperiencePage"),
    title: t.nav.library,
  },
  {
    path: "/erfaringer/:id",
    page: page(() => import("./experiences/ExperiencePage"), "ExperiencePage"),
    title: t.nav.library,
  },
  {
    path: "/erfaringer/:id/:act",
    page: page(() => import("./experiences/ExperienceActPage"), "ExperienceActPage"),
    title: t.nav.library,
  },
  {
    path: "/redskaber",
    page: page(() => import("./content/ToolsPage"), "ToolsPage"),
    title: t.nav.library,
    open: true,
  },
  {
    path: "/redskaber/:key",
    page: page(() => import("./content/ToolPage"), "ToolPage"),
    title: t.nav.library,
    open: true,
  },
  {
    path: "/materiale/ny",
    page: page(() => import("./library/materials/NewMaterialPage"), "NewMaterialPage"),
    title: t.nav.library,
  },
  {
    path: "/materiale/:id",
    page: page(() => import("./library/materials/MaterialPage"), "MaterialPage"),
    title: t.nav.library,
    open: true,
  },
  {
    path: "/materiale/:id/ret",
    page: page(() => import("./library/materials/EditMaterialPage"), "EditMaterialPage"),
    title: t.nav.library,
  },
  {
    path: "/materiale/:id/udgaver",
    page: page(() => import("./library/materials/MaterialVersionsPage"), "MaterialVersionsPage"),
    title: t.nav.library,
  },
  {
    path: "/psykologisk-tryghed",
    page: page(() => import("./content/AboutPage"), "AboutPage"),
    title: t.nav.library,
    open: true,
  },
  {
    path: "/maalinger/:wave/resultat/:node",
    page: page(() => import("./surveys/ResultPage"), "ResultPage"),
    title: t.nav.departments,
  },
  {
    path: "/maalinger/:wave/hmu",
    page: page(() => import("./surveys/CommitteePage"), "CommitteePage"),
    title: t.nav.overview,
  },
  {
    path: "/psykologisk-tryghed/dialogkort/moede",
    page: page(() => import("./surveys/MeetingPage"), "MeetingPage"),
    title: t.nav.library,
    open: true,
  },
  {
    path: "/psykologisk-tryghed/dialogkort",
    page: page(() => import("./content/CardsPage"), "CardsPage"),
    title: t.nav.library,
    open: true,
  },
];
