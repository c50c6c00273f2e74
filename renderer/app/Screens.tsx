import { type ComponentProps, lazy, type ReactNode, Suspense } from 'react';
import { Link, Route, Switch, useLocation } from 'wouter';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Loading } from '../ui/Progress.tsx';
import { useOpenWorkspace } from '../api/open-workspace.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { NotForRole } from './NotForRole.tsx';
import { whyNotTheirs } from './whose-screens.ts';
import { ReportParts } from './ReportParts.tsx';

const HomePage = lazy(async () => ({ default: (await import('../features/home/HomePage.tsx')).HomePage }));
const RoundPage = lazy(async () => ({ default: (await import('../features/round/RoundPage.tsx')).RoundPage }));
const AddDocumentsButton = lazy(async () => ({
  default: (await import('../features/plans/AddDocuments.tsx')).AddDocumentsButton,
}));
const PlansPage = lazy(async () => ({ default: (await import('../features/plans/PlansPage.tsx')).PlansPage }));
const PlanPage = lazy(async () => ({ default: (await import('../features/plans/PlanPage.tsx')).PlanPage }));
const RegisterImportPage = lazy(async () => ({
  default: (await import('../features/plans/RegisterImportPage.tsx')).RegisterImportPage,
}));
const SectionsPage = lazy(async () => ({
  default: (await import('../features/sections/SectionsPage.tsx')).SectionsPage,
}));
const MaskingPage = lazy(async () => ({ default: (await import('../features/masking/MaskingPage.tsx')).MaskingPage }));
const ForumChecks = lazy(async () => ({ default: (await import('../features/masking/ForumChecks.tsx')).ForumChecks }));
const AuditPage = lazy(async () => ({ default: (await import('../features/audit/AuditPage.tsx')).AuditPage }));
const ComparePage = lazy(async () => ({ default: (await import('../features/compare/ComparePage.tsx')).ComparePage }));
const ModeratePage = lazy(async () => ({
  default: (await import('../features/moderate/ModeratePage.tsx')).ModeratePage,
}));
const ModerateDocumentPage = lazy(async () => ({
  default: (await import('../features/moderate/ModerateDocumentPage.tsx')).ModerateDocumentPage,
}));
const ActionsPage = lazy(async () => ({ default: (await import('../features/actions/ActionsPage.tsx')).ActionsPage }));
const MyActions = lazy(async () => ({ default: (await import('../features/actions/MyActions.tsx')).MyActions }));
const PlanActions = lazy(async () => ({ default: (await import('../features/actions/PlanActions.tsx')).PlanActions }));
const EarlierActions = lazy(async () => ({
  default: (await import('../features/actions/EarlierActions.tsx')).EarlierActions,
}));
const AdvicePage = lazy(async () => ({ default: (await import('../features/advice/AdvicePage.tsx')).AdvicePage }));
const CheckPage = lazy(async () => ({ default: (await import('../features/advice/CheckPage.tsx')).CheckPage }));
const ThreadPage = lazy(async () => ({ default: (await import('../features/thread/ThreadPage.tsx')).ThreadPage }));
const AcrossPage = lazy(async () => ({ default: (await import('../features/thread/AcrossPage.tsx')).AcrossPage }));
const SupervisionPage = lazy(async () => ({
  default: (await import('../features/supervision/SupervisionPage.tsx')).SupervisionPage,
}));
const SheetPage = lazy(async () => ({
  default: (await import('../features/supervision/SheetPage.tsx')).SheetPage,
}));
const FamilyPage = lazy(async () => ({ default: (await import('../features/family/FamilyPage.tsx')).FamilyPage }));
const InsightPage = lazy(async () => ({ default: (await import('../features/insight/InsightPage.tsx')).InsightPage }));
const OutletsPage = lazy(async () => ({ default: (await import('../features/outlets/OutletsPage.tsx')).OutletsPage }));
const ReportPage = lazy(async () => ({ default: (await import('../features/report/ReportPage.tsx')).ReportPage }));
const StandardsPage = lazy(async () => ({
  default: (await import('../features/standards/StandardsPage.tsx')).StandardsPage,
}));
const DraftPage = lazy(async () => ({ default: (await import('../features/standards/DraftPage.tsx')).DraftPage }));
const SettingsPage = lazy(async () => ({
  default: (await import('../features/settings/SettingsPage.tsx')).SettingsPage,
}));
const HelpPage = lazy(async () => ({ default: (await import('../features/help/HelpPage.tsx')).HelpPage }));

/** Which screen stands at which address. Each is loaded when first gone to, and begins afresh for each address. */
export function Screens() {
  const [location] = useLocation();
  const { person } = useOpenWorkspace();
  const notTheirs = whyNotTheirs(location, person);
  if (notTheirs !== null) return <NotForRole {...notTheirs} />;
  return (
    <ErrorBoundary key={screenOf(location)}>
      <Suspense fallback={<LoadingPage />}>
        <Switch>
          <Route path="/">
            <HomePage
              actions={
                <Part>
                  <MyActions />
                </Part>
              }
            />
          </Route>
          <Route path="/round/:part?/:roundId?">
            {({ part, roundId }) => (
              <RoundPage part={part} roundId={roundId} addDocuments={<AddToRegister />} forumChecks={ForumChecksPart} />
            )}
          </Route>
          <Route path="/plans">
            <PlansPage />
          </Route>
          <Route path="/plans/import">
            <RegisterImportPage />
          </Route>
          <Route path="/plans/:id">
            {({ id }) => (
              <PlanPage
                planId={id}
                actions={
                  <Part>
                    <PlanActions planId={id} />
                  </Part>
                }
              />
            )}
          </Route>
          <Route path="/documents/:id/sections">{({ id }) => <SectionsPage documentId={id} />}</Route>
          <Route path="/documents/:id/masking">{({ id }) => <MaskingPage documentId={id} />}</Route>
          <Route path="/compare/:earlierId/:laterId">
            {({ earlierId, laterId }) => <ComparePage earlierId={earlierId} laterId={laterId} />}
          </Route>
          <Route path="/audits/:id/across/:standardId">
            {({ id, standardId }) => (
              <AuditPage auditId={id} acrossId={standardId} earlierActions={EarlierActionsPart} />
            )}
          </Route>
          <Route path="/audits/:id">{({ id }) => <AuditPage auditId={id} earlierActions={EarlierActionsPart} />}</Route>
          <Route path="/moderate">
            <ModeratePage />
          </Route>
          <Route path="/moderate/:roundId/:documentId">
            {({ roundId, documentId }) => <ModerateDocumentPage roundId={roundId} documentId={documentId} />}
          </Route>
          <Route path="/actions">
            <ActionsPage />
          </Route>
          <Route path="/advice">
            <AdvicePage />
          </Route>
          <Route path="/advice/:agency/:documentId">
            {({ agency, documentId }) => (
              <CheckPage agency={agency === 'social_care' ? 'social_care' : 'health'} documentId={documentId} />
            )}
          </Route>
          <Route path="/thread/:documentId">{({ documentId }) => <ThreadPage documentId={documentId} />}</Route>
          <Route path="/across/:roundId">{({ roundId }) => <AcrossPage roundId={roundId} />}</Route>
          <Route path="/supervision">
            <SupervisionPage />
          </Route>
          <Route path="/supervision/sheet/:openingId">{({ openingId }) => <SheetPage openingId={openingId} />}</Route>
          <Route path="/insight">
            <InsightPage />
          </Route>
          <Route path="/report">
            <ReportParts />
            <ReportPage />
          </Route>
          <Route path="/report/families">
            <ReportParts />
            <FamilyPage />
          </Route>
          <Route path="/report/others">
            <ReportParts />
            <OutletsPage />
          </Route>
          <Route path="/standards/drafts/:id">{({ id }) => <DraftPage draftId={id} />}</Route>
          <Route path="/standards/:part?/:rubricId?">
            {({ part, rubricId }) => <StandardsPage part={part} rubricId={rubricId} />}
          </Route>
          <Route path="/settings">
            <SettingsPage />
          </Route>
          <Route path="/help">
            <HelpPage />
          </Route>
          <Route>
            <NowherePage />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}

/** A part of another screen, loaded after it: meanwhile the screen stays in sight, with the focus where it is. */
function Part({ children }: { children: ReactNode }) {
  return <Suspense fallback={null}>{children}</Suspense>;
}

function ForumChecksPart(props: ComponentProps<typeof ForumChecks>) {
  return (
    <Part>
      <ForumChecks {...props} />
    </Part>
  );
}

function EarlierActionsPart(props: ComponentProps<typeof EarlierActions>) {
  return (
    <Part>
      <EarlierActions {...props} />
    </Part>
  );
}

/** The parts of a round are tabs of one screen, which stays as it is from one to the next. */
function screenOf(location: string): string {
  if (location.startsWith('/standards') && !location.startsWith('/standards/drafts/')) return '/standards';
  return location.startsWith('/round/') ? '/round' : location;
}

/** Adds documents from another screen: they are read and filed in the register. */
function AddToRegister() {
  const [, navigate] = useLocation();
  return (
    <AddDocumentsButton
      look="secondary"
      onStarted={() => {
        navigate('/plans');
      }}
    />
  );
}

function LoadingPage() {
  return (
    <div className="page">
      <Loading />
    </div>
  );
}

function NowherePage() {
  return (
    <div className="page">
      <PageHeader title="Nothing is here" />
      <EmptyState title="This address leads nowhere" action={<Link href="/">Go to Home</Link>}>
        <p>It may belong to another workspace, or to something that has been removed.</p>
      </EmptyState>
    </div>
  );
}
