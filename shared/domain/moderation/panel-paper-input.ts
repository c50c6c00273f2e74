/** What the panel day's two papers are made of. */

export interface PanelPaperInput {
  kind: 'agenda' | 'minutes';
  partnership: string;
  /** "Autumn 2 2026/27" */
  period: string;
  /** ISO date. */
  panelDate: string;
  standards: string;
  author: string;
  /** ISO time. */
  madeAt: string;
  members: readonly { name: string; agency: string; attended: boolean | null }[];
  /** In the order of the panel. */
  documents: readonly PaperDocument[];
  /** What the panel asked for: plans first, then services, then the whole system. In the minutes alone. */
  actions: readonly PaperAction[];
  agreement: {
    words: string;
    kappa: number | null;
    disputed: readonly { criterion: string; different: number; pairs: number }[];
  };
}

export interface PaperDocument {
  /** "FM-001, final" */
  name: string;
  state: 'waiting' | 'alone' | 'ready' | 'open' | 'agreed';
  submitted: number;
  /** In words, by auditor; grades only once it is open. */
  auditors: readonly { who: string; grade: string | null }[];
  reasons: readonly { text: string; detail: string }[];
  /** Differing criteria and those decided, in the rubric's order. */
  criteria: readonly PaperCriterion[];
  /** The grade that stands, and the one that the answers give. */
  grade: string | null;
  computedGrade: string | null;
  override: { reason: string } | null;
  dissents: readonly { who: string; text: string }[];
}

export interface PaperCriterion {
  /** "S06.C1 Each need has provision" */
  text: string;
  /** "Briar Tolland: met; Corin Vale: not met" */
  given: string;
  agreed: string;
  /** Null where nobody talked about it. */
  why: string | null;
}

export interface PaperAction {
  /** "FM-001, final", a service, or "The whole system" */
  about: string;
  words: string;
  owner: string;
  /** "Due 26 May 2026" */
  standing: string;
}
