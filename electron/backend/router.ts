import type { Router } from '@orpc/server';
import type { Contract } from '../../shared/contract/contract.ts';
import { adviceCalls } from './calls/advice-calls.ts';
import { actionsCalls } from './calls/actions-calls.ts';
import { type AppService, appCalls } from './calls/app-calls.ts';
import { assignmentsCalls } from './calls/assignments-calls.ts';
import { auditsCalls } from './calls/audits-calls.ts';
import { createCallBuilders } from './calls/call-builders.ts';
import { comparisonsCalls } from './calls/comparisons-calls.ts';
import { documentsCalls } from './calls/documents-calls.ts';
import { familyFeedbackCalls } from './calls/family-feedback-calls.ts';
import { flagsCalls } from './calls/flags-calls.ts';
import { hintsCalls } from './calls/hints-calls.ts';
import { insightCalls } from './calls/insight-calls.ts';
import { maskingCalls } from './calls/masking-calls.ts';
import { measuresCalls } from './calls/measures-calls.ts';
import { moderationCalls } from './calls/moderation-calls.ts';
import { outletsCalls } from './calls/outlets-calls.ts';
import { partnershipCalls } from './calls/partnership-calls.ts';
import { peopleCalls } from './calls/people-calls.ts';
import { phrasesCalls } from './calls/phrases-calls.ts';
import { plansCalls } from './calls/plans-calls.ts';
import { registerCalls } from './calls/register-calls.ts';
import { reportsCalls } from './calls/reports-calls.ts';
import { roundsCalls } from './calls/rounds-calls.ts';
import { rubricsCalls } from './calls/rubrics-calls.ts';
import { samplesCalls } from './calls/samples-calls.ts';
import { threadsCalls } from './calls/threads-calls.ts';
import { supervisionCalls } from './calls/supervision-calls.ts';
import { trailCalls } from './calls/trail-calls.ts';
import { type SampleMaker, workspacesCalls } from './calls/workspaces-calls.ts';
import type { CallContext } from './session.ts';
import type { WorkspacesService } from './workspace/workspaces-service.ts';

export type AppRouter = Router<Contract, CallContext>;

/** The contract, served: one file of calls for each of its parts, each call one line into a service. */
export function createRouter({
  app,
  workspaces,
  makeSample,
  log,
}: {
  app: AppService;
  workspaces: WorkspacesService;
  makeSample: SampleMaker;
  log: (line: string) => void;
}): AppRouter {
  const builders = createCallBuilders(log);
  return {
    app: appCalls(builders, app),
    workspaces: workspacesCalls(builders, { workspaces, makeSample }),
    partnership: partnershipCalls(builders),
    people: peopleCalls(builders, workspaces),
    rounds: roundsCalls(builders),
    samples: samplesCalls(builders),
    assignments: assignmentsCalls(builders),
    plans: plansCalls(builders),
    register: registerCalls(builders),
    documents: documentsCalls(builders),
    comparisons: comparisonsCalls(builders),
    rubrics: rubricsCalls(builders),
    audits: auditsCalls(builders),
    moderation: moderationCalls(builders),
    masking: maskingCalls(builders),
    actions: actionsCalls(builders),
    advice: adviceCalls(builders),
    supervision: supervisionCalls(builders),
    hints: hintsCalls(builders),
    threads: threadsCalls(builders),
    phrases: phrasesCalls(builders),
    familyFeedback: familyFeedbackCalls(builders),
    flags: flagsCalls(builders),
    measures: measuresCalls(builders),
    insight: insightCalls(builders),
    reports: reportsCalls(builders),
    outlets: outletsCalls(builders),
    trail: trailCalls(builders),
  };
}
