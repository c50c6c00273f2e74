/** How plans label outcomes, the steps towards them and what belongs to them. */

/** A label with nothing behind it: "Outcome 2", "E1". */
export const LABEL_ONLY =
  /^(?:E[.:)]\s+)?(?:(?:long[- ]term|agreed|overall|main|key|pfa|education|health|social care)\s+)*outcome\s*(?:no\.?|number)?\s*(?:[A-Z]?\d+(?:\.\d+)*[a-z]?)?\s*(?:\([^)]{1,40}\))?\s*[:.)–-]?$|^(?:E|O|OC|LTO|(?:aim|goal)(?= ))[- ]?\d{1,2}[.:)]?$|^(?:all|each|every) (?:of the )?outcomes?$/i;

/** A label and the outcome that it labels. */
export const LABELLED =
  /^((?:(?:long[- ]term|agreed|overall|main|key)\s+)*outcome\s*(?:no\.?|number)?\s*(?:[A-Z]?\d+(?:\.\d+)*[a-z]?)?\s*[:.)–—-]+|(?:E|O|OC|LTO)[- ]?\d{1,2}(?:[.:)]|(?=\s+\p{Lu}))|E:(?=\s)|(?:outcome|aim|goal)\s+\d+(?=\s+\p{Lu})|(?:aim|goal)\s+\d{1,2}\s*[:.)–—-]+)\s*(.+)$/isu;

/** A step with its label: "Step 1: …", "To work towards this: …". */
export const STEP =
  /^(?:(?:small(?:er)? |key )?steps?|short[- ]term (?:target|outcome|goal|objective)s?|smaller steps?|milestones?|targets?|objectives?|first steps?|next steps?|(?:first(?:ly)?|next|then|to begin with)(?=\s*:)|(?:working )?towards (?:this|it)|(?:and )?on the way|to (?:work towards|achieve|reach|get to) (?:this|it|there))(?:\s+(?:to|towards|for)\b[^:]{0,50}(?=:))?\s*\d*\s*[:.)–—-]+\s*(.+)$/isu;

/** A line that introduces steps. */
export const STEPS_INTRO =
  /^(?:(?:small(?:er)? |little |first |next )?steps?\b.*|short[- ]?er?[- ]term .*|milestones?\b.*|targets?\b.*|objectives?\b.*|to (?:achieve|reach|work towards) this\b.*|working towards\b.*|how (?:i|we|.{2,20}) will get there.*|.{0,30}\bsteps (?:towards|to)\b.*)$/i;

/** Heads what the Code asks for beside the outcomes (paragraph 9.69): how they are followed up, and none themselves. */
export const FOLLOW_UP =
  /^(?:the )?(?:arrangements? for|(?:how|when) (?:we|they|it|this|progress|.{0,12}outcomes?) (?:will|is|are|shall)\b.{0,30}\b(?:monitored|reviewed|checked)|monitoring|review(?:ing)?|checking)\b.{0,20}\b(?:setting|monitor(?:ing|ed)?|review(?:ing|ed)?|checking|checked|targets|progress|arrangements)\b/i;

/** When, who, how it is measured: a detail of an outcome. */
export const DETAIL =
  /^(?:by(?: when)?|when|timescales?|target date|date|to be achieved(?: by)?|achieved by|review(?:ed|s)?(?: date| by)?|who|how often|links? to(?: .{1,30})?|aspiration|(?:what )?success[^:]{0,28}|(?:what )?evidence[^:]{0,28}|measures?(?: of success)?|how (?:we will|will we|we'll) know.*|measured by|monitoring|baseline|area(?: of need)?|pfa(?: area| outcome)?|section)\s*(?::|\d?[–-] )/i;

/** Of all outcomes at once, or of the last: when they are due, not what they are. */
export const DUE =
  /^(?:(?:all|each) )?(?:to be|(?:should|must|will) be) (?:achieved|met|completed|reached|reviewed)\b/i;

/** "step Sam will …": a step whose tag stands before it without a mark. */
export const TAGGED_STEP = /^(?:[Ss]mall )?(?:[Ss]tep|STEP|[Mm]ilestone|[Tt]arget) \d{0,2}\s*(?=\p{Lu})/u;

/** Words of a result: what somebody will do or be able to do. */
export const SAYS_RESULT =
  /\b(?:will|shall|can|could|is able|are able|be able|to (?:be|have|develop|improve|achieve|use|make|increase|learn|become|attend|access|manage|feel|understand|know|enjoy|communicate|gain|continue|live|work|take|share|read|write))\b|^(?:to|by|for|i|my)\b/i;

/** A numbered label, which is no head of a column. */
export const LABEL_ONLY_NUMBERED = /^(?:E\d?[.:)]?\s*)?outcome\s*(?:no\.?\s*)?[A-Z]?\d+/i;

/** The label of what stands beside an outcome and is none: why it matters, how it will be known. */
export function isAsideLabel(label: string): boolean {
  const plain = label.trim().replace(/[:?.]+$/, '');
  return (
    /^(?:why\b|reasons?\b|rationale\b|because\b|background\b|context\b|what (?:it|this) (?:will )?(?:mean|do|change)s?\b)/i.test(
      plain,
    ) || DETAIL.test(`${plain}: `)
  );
}

/** "This will help Sam to join the club": why, or what comes of the outcome before it. */
export const SAYS_WHY = /^(?:this|that|these|it) (?:will|would|should|is|means?|helps?|supports?|links?)\b/i;
