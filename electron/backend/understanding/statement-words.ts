/** Phrases shared by the readers of outcomes and of provision. */

const NIL: readonly RegExp[] = [
  /^(?:none|nil|n\/?a|not (?:applicable|required|requested|known|needed|identified|currently)|nothing)\b/i,
  /^(?:there (?:is|are) )?(?:currently )?no (?:[\p{L}’'/-]+ ){0,8}?(?:provisions?|outcomes?|needs?|support|services?|budget|payments?)\b.{0,110}$/iu,
  /^(?:no|none of) .{0,80}\b(?:identified|required|requested|agreed|under this section|at (?:this|the present) time)\b/i,
  /\b(?:no longer applies|does not apply|do not apply|is not applicable)\b/i,
  /\b(?:identified|found|reported|assessed) no (?:other |further )?(?:needs?|provision)\b/i,
  /\bno (?:other |further )?.{0,50}\b(?:was|were) (?:found|identified|reported|needed)\b/i,
  /^(?:[\p{Lu}][\p{L}’'-]+ )?(?:does not|do not|is not|has no|has not)\b.{0,60}\b(?:require|need|known|eligible|identified)\b/u,
];

/** "None", "Not applicable", "No provision under this section": an honest nil, not a statement. */
export function isNil(text: string): boolean {
  const plain = text.trim();
  return plain.split(/\s+/).length <= 30 && NIL.some((pattern) => pattern.test(plain));
}

const AREA =
  /^(?:\d+[.)]\s*|[A-Z]\d*[.)]\s*)?(?:area of need\s*[:–-]?\s*)?(?:speech,? language (?:and|&) communication(?: needs)?|communication(?: (?:and|&) (?:interaction|language))?(?: needs)?|cognition(?: (?:and|&) learning)?(?: needs)?|social,? emotional,?(?: (?:and|&))? (?:mental health|wellbeing|development)(?: .{0,30})?|semh|emotional (?:health|wellbeing|and .*)|sensory(?:,? and\/or|,? and| or|\/|,| &) ?physical.*|sensory(?: needs| processing)?|physical(?:,? and\/or| and| or|\/|,| &) ?(?:sensory|medical).*|physical(?: needs| development| health)?|independence(?: (?:and|&) .*| skills)?|self[- ]?(?:care|help)(?: (?:and|&) .*)?|prepar(?:ing|ation) for adulthood.*|employment(?:,? .*)?|independent living|community inclusion|friends,? relationships.*|(?:good |physical |mental )?health|general(?: arrangements| provision)?|other(?: needs| provision)?|medical(?: needs)?|transition(?: .{0,20})?|education(?: and (?:training|learning|employment))?|training|hearing impairment|visual? impairment)$/i;

/** The four broad areas of need (Code 6.28–6.35) and the like, as headings inside sections. */
export function isAreaHeading(text: string): boolean {
  const plain = text.trim().replace(/[:.]$/, '');
  if (plain.split(/\s+/).length > 9) return false;
  if (/[.!?;,]$/.test(text.trim())) return false;
  return AREA.test(plain);
}

const ASIDE: readonly RegExp[] = [
  /:$/,
  /^(?:(?:this|the) (?:section|provision|health provision|plan) (?:was|has been|is) )?agreed (?:by|with)\b/i,
  /\b(?:commissioner|commissioning body|integrated care board|icb)\b.{0,40}\bagreed (?:this|the|to this|that)\b/i,
  /\bprovision was agreed by\b/i,
  /^(?:this section|these (?:outcomes|sections?)|the (?:following|outcomes? (?:below|in this section)|provision (?:below|in this section|set out)))\b/i,
  // Signposting: the family is told where to ask, nothing is promised.
  /\b(?:family|parents?|carers?|mother|father|you|they)\b.{0,30}\b(?:may|can|could)\b.{0,12}\b(?:contact|apply|refer|request|self-refer)\b/i,
  /^(?:please|see (?:also )?sections?|see |refer to |note:|in this section|below )/i,
];

/** Text that introduces or explains what follows, points elsewhere, or says who agreed it. */
export function isIntroduction(text: string): boolean {
  const plain = text.trim();
  return ASIDE.some((pattern) => pattern.test(plain));
}

/** A date or a term alone: when something is due, not what it is. */
export function isTimeOnly(text: string): boolean {
  return (
    text.split(/\s+/).length <= 8 &&
    /^(?:by )?(?:the )?(?:end of )?(?:(?:each|every|next|this) )?(?:(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?(?: \d{2,4}| before .*)?|(?:autumn|spring|summer)(?: term)?(?: \d{2,4})?|(?:academic |school )?year(?: \d{1,4})?(?:\/\d+)?|term(?:ly)?|annual(?:ly)?(?: review)?|(?:end of )?(?:key stage|ks) ?\d|half[- ]term(?:ly)?|\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|within .*|\d+ (?:months?|weeks?|years?)|ongoing)\.?$/i.test(
      text.trim(),
    )
  );
}
