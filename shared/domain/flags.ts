/** What cannot wait for the panel: it is acted on the same day (domain §6, step 9). */
export const FLAG_KINDS = ['safeguarding', 'another_childs_data', 'unlawful_plan', 'other'] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];

export const FLAG_WORDS: Readonly<Record<FlagKind, string>> = {
  safeguarding: 'Safeguarding',
  another_childs_data: 'Another child’s data',
  unlawful_plan: 'Unlawful plan',
  other: 'Something else that cannot wait',
};

/** Hours in which a breach of personal data is reported, from when it was noticed (UK GDPR, article 33(1)). */
export const BREACH_HOURS = 72;

/** By when a breach would have to be reported; null for what is none. Times are UTC ISO strings. */
export function breachDue(kind: FlagKind, raisedAt: string): string | null {
  if (kind !== 'another_childs_data') return null;
  return new Date(Date.parse(raisedAt) + BREACH_HOURS * 3_600_000).toISOString();
}

/** What to do at once, beside telling the owner. */
export function flagAdvice(kind: FlagKind): string {
  switch (kind) {
    case 'safeguarding':
      return 'If a child may be at risk now, do not wait for anyone here: follow your own agency’s safeguarding procedure.';
    case 'another_childs_data':
      return 'Tell the data protection officer today. A breach is reported to the Information Commissioner within 72 hours of being noticed, unless it is unlikely to be a risk to anyone.';
    case 'unlawful_plan':
      return 'Say which part of the law is not met, so that the plan can be put right before it is relied on.';
    case 'other':
      return 'Say what has to happen today, and why it cannot wait for the panel.';
    default:
      return kind satisfies never;
  }
}
