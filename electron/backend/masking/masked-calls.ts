/**
 * What a call does for somebody who is served masked text:
 * - `open`: it holds nothing of any plan.
 * - `masked`: what it answers is masked on its way out, whatever plans it speaks of.
 * - `checked`: the same, and it is refused until a person has ticked the document that it is about.
 * - `made`: likewise, and what it answers was made from the masked text already.
 * - `empty`: it lists what is no part of a representative's work, so that they are told of none.
 * - `refused`: it gives what cannot be masked, or is no part of a representative's work.
 * A call that is not listed is refused.
 */
export type MaskedCall = 'open' | 'masked' | 'checked' | 'made' | 'empty' | 'refused';

const PARTS: Record<string, Record<string, MaskedCall>> = {
  app: { info: 'open', setTheme: 'open' },
  workspaces: {
    list: 'open',
    current: 'open',
    ratePassphrase: 'open',
    create: 'open',
    unlock: 'open',
    choose: 'open',
    lock: 'open',
    leave: 'open',
    stillHere: 'open',
    setIdleMinutes: 'open',
    makeSample: 'open',
    verify: 'open',
    changePassphrase: 'open',
  },
  partnership: { get: 'open', update: 'open' },
  people: {
    list: 'open',
    atDoor: 'open',
    signIn: 'open',
    signOut: 'open',
    choosePin: 'open',
    resetPin: 'open',
    changePin: 'open',
    add: 'refused',
    update: 'refused',
    setActive: 'refused',
  },
  rounds: { list: 'open', current: 'open', members: 'open' },
  assignments: { mine: 'masked' },
  // The register: names, and a search that would tell a guessed name from a wrong one.
  plans: { page: 'refused', choices: 'refused', queue: 'masked', get: 'masked', cycles: 'refused', create: 'refused' },
  register: { results: 'refused' },
  documents: {
    get: 'made',
    import: 'refused',
    tray: 'empty',
    file: 'refused',
    fileAll: 'refused',
    relabel: 'refused',
    undoRelabel: 'refused',
    confirmSections: 'refused',
    remove: 'refused',
  },
  comparisons: { get: 'made' },
  rubrics: { current: 'open', get: 'open', versions: 'open', export: 'open' },
  audits: {
    list: 'masked',
    open: 'checked',
    get: 'checked',
    saveAnswer: 'checked',
    addEvidence: 'checked',
    removeEvidence: 'checked',
    setFact: 'checked',
    setDevelopmental: 'checked',
    saveNote: 'checked',
    addTime: 'open',
    submit: 'checked',
    reopen: 'open',
  },
  moderation: { list: 'masked', get: 'checked', notes: 'masked' },
  actions: {
    list: 'masked',
    create: 'masked',
    update: 'masked',
    settle: 'masked',
    reopen: 'masked',
    asked: 'checked',
    answer: 'checked',
    done: 'masked',
  },
  // What leaves the panel for services, boards and regions is no part of a representative's work.
  outlets: {
    choices: 'refused',
    feedback: 'refused',
    exportFeedback: 'refused',
    examples: 'refused',
    tickExample: 'refused',
    untickExample: 'refused',
    figures: 'refused',
    exportFigures: 'refused',
    scorecard: 'refused',
    exportScorecard: 'refused',
    combine: 'refused',
    exportCombined: 'refused',
  },
  hints: { list: 'checked', dismiss: 'checked', restore: 'checked' },
  threads: { get: 'checked', link: 'checked', refuse: 'checked', takeBack: 'checked', across: 'refused' },
  phrases: { list: 'masked', add: 'masked', setShared: 'masked', remove: 'masked' },
  // Figures of few plans, and plans by their references: what families ask for is in the report.
  insight: { figures: 'refused', plans: 'refused' },
  flags: {
    list: 'masked',
    owners: 'open',
    raise: 'masked',
    acknowledge: 'masked',
    tellOfficer: 'masked',
    resolve: 'masked',
  },
};

/** The rule of a call by its path in the contract. */
export function maskedCall(path: readonly string[]): MaskedCall {
  const [part = '', call = ''] = path;
  const calls = Object.hasOwn(PARTS, part) ? PARTS[part] : undefined;
  return (calls !== undefined && Object.hasOwn(calls, call) ? calls[call] : undefined) ?? 'refused';
}
