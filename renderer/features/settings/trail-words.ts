const ACTIONS: Record<string, string> = {
  'workspaces.create': 'Made the workspace',
  'workspaces.unlock': 'Unlocked the workspace',
  'workspaces.lock': 'Locked the workspace',
  'workspaces.leave': 'Left the workspace',
  'workspaces.setIdleMinutes': 'Set when it locks by itself',
  'workspaces.changePassphrase': 'Changed the passphrase',
  'partnership.rename': 'Renamed the partnership',
  'rounds.update': 'Changed the round',
  'plans.create': 'Added a plan',
  'plans.update': 'Changed a plan in the register',
  'plans.remove': 'Removed a plan',
  'documents.import': 'Loaded a document',
  'documents.file': 'Filed a document',
  'documents.relabel': 'Corrected a document’s sections',
  'documents.undoRelabel': 'Took a correction back',
  'documents.confirmSections': 'Confirmed a document’s sections',
  'documents.remove': 'Removed a document',
  'audits.open': 'Began an audit',
  'audits.saveAnswer': 'Answered a criterion',
  'audits.addEvidence': 'Added evidence',
  'audits.removeEvidence': 'Took evidence away',
  'audits.setFact': 'Supplied a fact',
  'audits.setDevelopmental': 'Chose what is graded to learn from',
  'audits.submit': 'Submitted an audit',
  'hints.dismiss': 'Dismissed a hint',
  'hints.restore': 'Brought a dismissed hint back',
  'reports.export': 'Exported the report',
};

/** A trail entry's action in words; an action without words stands as its code. */
export function trailWords(action: string): string {
  return Object.hasOwn(ACTIONS, action) ? (ACTIONS[action] ?? action) : action;
}
