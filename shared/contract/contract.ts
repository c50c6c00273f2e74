import { advice } from './advice.ts';
import { actions } from './actions.ts';
import { app } from './app.ts';
import { assignments } from './assignments.ts';
import { audits } from './audits.ts';
import { comparisons } from './comparisons.ts';
import { documents } from './documents.ts';
import { familyFeedback } from './family-feedback.ts';
import { flags } from './flags.ts';
import { hints } from './hints.ts';
import { insight } from './insight.ts';
import { masking } from './masking.ts';
import { measures } from './measures.ts';
import { moderation } from './moderation.ts';
import { outlets } from './outlets.ts';
import { partnership } from './partnership.ts';
import { people } from './people.ts';
import { phrases } from './phrases.ts';
import { plans } from './plans.ts';
import { register } from './register.ts';
import { reports } from './reports.ts';
import { rounds } from './rounds.ts';
import { rubrics } from './rubrics.ts';
import { samples } from './samples.ts';
import { threads } from './threads.ts';
import { supervision } from './supervision.ts';
import { trail } from './trail.ts';
import { workspaces } from './workspaces.ts';

/** By name, since the whole type written out is more than the compiler puts into one declaration. */
export type Contract = {
  app: typeof app;
  workspaces: typeof workspaces;
  partnership: typeof partnership;
  people: typeof people;
  rounds: typeof rounds;
  samples: typeof samples;
  assignments: typeof assignments;
  plans: typeof plans;
  register: typeof register;
  documents: typeof documents;
  comparisons: typeof comparisons;
  rubrics: typeof rubrics;
  audits: typeof audits;
  moderation: typeof moderation;
  masking: typeof masking;
  advice: typeof advice;
  actions: typeof actions;
  supervision: typeof supervision;
  hints: typeof hints;
  threads: typeof threads;
  phrases: typeof phrases;
  familyFeedback: typeof familyFeedback;
  flags: typeof flags;
  measures: typeof measures;
  insight: typeof insight;
  reports: typeof reports;
  outlets: typeof outlets;
  trail: typeof trail;
};

/** Every call there is. Each host serves it whole; no other road leads from a screen or a command to a service. */
export const contract: Contract = {
  app,
  workspaces,
  partnership,
  people,
  rounds,
  samples,
  assignments,
  plans,
  register,
  documents,
  comparisons,
  rubrics,
  audits,
  moderation,
  masking,
  advice,
  actions,
  supervision,
  hints,
  threads,
  phrases,
  familyFeedback,
  flags,
  measures,
  insight,
  reports,
  outlets,
  trail,
};
