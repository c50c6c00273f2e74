/** Phrases shared by the readers of outcomes and of provision. */

const NIL: readonly RegExp[] = [
  /^(?:none|nil|n\/?a|not (?:applicable|required|requested|known|needed|identified|currently)|nothing)\b/i,
  /^(?:there (?:is|are) )?(?:currently )?no (?:[\p{L}’'/-]+ ){0,8}?(?:provisions?|outcomes?|needs?|support|services?|budget|payments?)\b.{0,110}$/iu,
  /^(?:no|none of) .{0,80}\b(?:identified|required|requested|agreed|under this section|at (?:this|the present) time)\b/i,
  /^no (?:changes?|amendments?)\b(?: (?:has|have|is|are|was|were|at|since|to|made|needed|required|following)\b.{0,60})?[.]?$/i,
  /\b(?:no longer applies|does not apply|do not apply|is not applicable)\b/i,
  /\b(?:identified|found|reported|assessed) no (?:other |further )?(?:needs?|provision)\b/i,
  /\bno (?:other |further )?.{0,50}\b(?:was|were) (?:found|identified|reported|needed|assessed)\b/i,
  /^(?:[\p{Lu}][\p{L}’'-]+ )?(?:does not|do not|is not|has no|has not)\b.{0,60}\b(?:require|need|known|eligible|identified)\b/u,
  /\b(?:there (?:is|was|are)|has|have|found) (?:therefore |currently |at present )?(?:nothing|none)\b/i,
  /^there (?:is|are) (?:currently )?no .{0,60}\b(?:provision|support|services?)\b.{0,20}\bto (?:record|report|make|specify)\b/i,
  /^to be (?:confirmed|agreed|advised|determined|decided|completed|considered|named|discussed)\b.{0,80}$/i,
  /^(?:tbc|awaiting|pending|left blank|blank|deleted|removed|paragraph deleted|not in use|no entry|as above)\b.{0,60}$/i,
  /\b(?:found|decided|concluded|agreed|considers?|wrote|written|said|says|stated|advised|confirmed)\b.{0,40}? that (?:there (?:is|was|are|were) )?(?:no (?:[\p{L}-]+ ){0,3}(?:provision|support|services?|needs?)|nothing)\b.{0,60}$/iu,
  // "A carer’s assessment was offered on 3 May. No other provision is required (Jo Bell, 4 May)."
  /^(?!.*\b(?:will|shall|must|hours?|minutes|weekly|termly|sessions?)\b).*\b(?:was|were|has been|have been) [^.;]*[.;] No (?:other |further |additional )?(?:[\p{L}-]+ ){0,3}(?:provision|support|services?|help) (?:is|was|are|were) (?:currently |therefore )?(?:required|needed|identified|specified|sought)\b/u,
  // "No. The social worker did not think that anything else was needed": the answer to a heading that asks.
  /^no[.,;:]\s+(?![\d#])(?!.*\b(?:but|however|instead)\b)/i,
  /^no (?:further |other |new )?(?:information|entry|entries|details?) (?:is |was |were |has been |have been )?(?:recorded|given|held|available|entered|provided)\b/i,
  // "Short breaks were considered and were not agreed. No other provision is specified."
  /^[^.;]*\b(?:was|were|has been|have been) (?:considered|discussed|requested|asked for|looked at)\b[^.;]*\b(?:not|never) (?:agreed|needed|required|awarded|approved|made)\b[^.;]*\.?(?: No (?:other|further) [^.;]*\.?)?$/i,
  /^(?:this|the) (?:part|section|paragraph) (?:is (?:only|not) for|(?:has been |is |was )?(?:deleted|removed|left blank|empty))\b/i,
];

/** "Value:", "Details:": a field's name in front of what it holds; "Sections H1 and H2.", "Under Part H2,": where it stands. */
const IN_FRONT =
  /^(?:(?:value|details?|description|text|comments?|summary|provision|outcome|support)\s*:\s+|(?:also |in |under )*(?:section|part)s? [A-K][12]?(?:(?:,| and| &|\/) ?[A-K][12]?)*\s*[.:,–—-]\s*|[A-K][12]?\s*(?:\([^()]{3,90}\)\s*)?:\s+|see (?:also )?(?:section |part |row )?[A-K]?[12]?(?: (?:above|below))?\.\s+|(?:as (?:to|for|regards)|in respect of|with regard to) [^:.;]{3,110}:\s+)/i;

/** "None", "Not applicable", "No provision under this section": an honest nil, not a statement. */
export function isNil(text: string): boolean {
  let plain = text.trim().replace(/^[[(]+\s*/, '');
  if (!/[\p{L}\p{N}]/u.test(plain)) return true;
  if (plain.split(/\s+/).length > NIL_MAX_WORDS) return false;
  for (let front = IN_FRONT.exec(plain); front !== null; front = IN_FRONT.exec(plain)) {
    if (front[0].length >= plain.length) break;
    plain = plain.slice(front[0].length);
  }
  return NIL.some((pattern) => pattern.test(plain));
}

const NIL_MAX_WORDS = 34;

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
  /^(?:(?:this|the) (?:section|provision|health provision|plan) (?:was|has been|is) )?agreed (?:by|with|on behalf of)\b/i,
  /\b(?:commissioner|commissioning body|integrated care board|icb)\b.{0,40}\bagreed (?:this|the|to this|that)\b/i,
  /\bprovision was agreed by\b/i,
  /^(?:this section|these (?:outcomes|sections?)|the (?:following|outcomes? (?:below|in this section)|provision (?:below|in this section|set out)))\b/i,
  // Signposting: the family is told where to ask, nothing is promised.
  /\b(?:family|parents?|carers?|mother|father|you|they)\b.{0,30}\b(?:may|can|could)\b.{0,12}\b(?:contact|apply|refer|request|self-refer)\b/i,
  /^(?:please|see (?:also )?sections?|see |refer to |note:|in this section|below )/i,
  /^(?:the|these|those|all|our|your|each of the|agreed|long[- ]term)? ?(?:[\p{L}’'-]+ )?outcomes? (?:in this plan |here |that follow )?(?:are|is|run|runs|have|were|was|cover|follow|apply|set|should|must|need|last|replace|relate)\b/iu,
  // "What I will be able to do": the head of a column.
  /^what (?:i|we|you|he|she|they|[\p{L}’'-]+) (?:will|shall|can|could|should|wants?|would|hopes?|needs?|aims?)\b[^.;]{0,50}$/iu,
  // Of the outcomes, or of how far they are reached: how they are followed up.
  /^(?:the |these |those |all |our |each of the |progress (?:towards?|against|with|on) (?:the |these |all |each |his |her |their |my )?)(?:of these |of the )?(?:[\p{L}’'-]+ )?outcomes?(?: (?:above|below|here|in this (?:plan|section)|set out .{1,30}?))? (?:will|shall|are to|is to) (?:be|each be|all be) (?:looked at|reviewed|discussed|monitored|checked|considered|measured|tracked|updated|talked about|evaluated|assessed|reported)\b/iu,
  // "The school will make the following provision from its own resources": what it makes comes next.
  /\b(?:will|shall|must|is to|are to|agrees? to)\b.{0,40}\b(?:the following\b|the (?:special educational )?provision (?:that follows|below|set out (?:below|here)))[^:;]*$/i,
  /^(?:these|here) are (?:my|the|our|his|her|their|[\p{Lu}][\p{L}’'-]+) outcomes?\b/u,
  /^(?:these|this|they|it) (?:was|were|is|are|has been|have been) agreed (?:on behalf of|by|with|between)\b/i,
  /^(?:we|i|everyone|(?:the )?(?:council|family)) (?:all )?(?:hopes?|expects?|intends?|wants?|plans?)\b.{0,80}\b(?:reach|achieve|meet|met)\w* (?:all )?(?:of )?(?:these|the|my|our|his|her|their) (?:aims|outcomes|goals)\b/i,
  // Of all that stands here at once: where it happens, how long it lasts.
  /^all (?:of )?(?:this|these)\b/i,
  /^(?:everything|all)(?: that is| set out| listed| named| described| provided)? (?:in|under) (?:this |the )?(?:section|part)\b/i,
  /^all (?:of the |the )?(?:provision|support) (?:is|applies|runs|lasts)\b/i,
  /\b(?:must|will|shall) (?:make sure|ensure|see to it) that (?:all (?:of )?)?(?:this|the|these) (?:help|support|provision|things)\b/i,
  /^as (?:set out|described|listed|shown|explained|recorded|specified) in (?:section|part) [A-K]\b/i,
  /^applies (?:only )?to\b/i,
  /\b(?:a )?copy of this (?:part|section|plan|page)\b/i,
  // A form's own question over its boxes: "Is there any provision under this section?"
  /^(?:is|are|was|were|does|do|has|have) (?:there |any |the |this |[\p{Lu}][\p{L}’'-]+ )[^.?!]{0,90}\?$/iu,
  // Boxes to tick, and nothing beside them.
  /^[^☐☒☑]{0,30}[☐☒☑][^☐☒☑]{1,30}[☐☒☑][^☐☒☑]{1,30}$/u,
  // What whoever fills the form in is told: "Number each outcome. Steps go below it.", "Give each item a letter."
  /^(?:please )?(?:number|give|list|state|set out|describe|record|enter|write|use|complete|continue|insert|add|show|name|copy)\b(?: [\p{L}’'-]+){0,4} (?:items?|outcomes?|box(?:es)?|rows?|lines?|entr(?:y|ies)|sections?|sheets?|columns?|pages?|own words)\b.{0,90}$/iu,
  /^(?:continue|complete|attach|tick|delete)\b.{0,40}\b(?:boxes|box|sheet|page|if needed|if necessary|as (?:necessary|appropriate)|as appendices)\b/i,
  // How the template is to be read.
  /^(?:under|below|beneath|beside|after|behind|next to|with) (?:each|every)(?: one| of (?:them|these))?(?: (?:outcome|aim|goal|target))? (?:is|are|stands?|comes?|(?:you|we|there) )/i,
  /\b(?:the|this|each) (?:table|grid|chart)(?: (?:below|above|opposite|here))? (?:shows?|gives?|lists?|sets? out|says|tells)\b/i,
  /^(?:all|both|the) (?:(?:two|three|four|five) )?(?:tiers?|levels?|waves?|bands?|columns?|rows?|parts?|tables?) (?:are|is|make up|form|count as|together)\b/i,
  /^(?:each|every|all|the|these|my|our) outcomes?(?: \([A-K]\))? (?:is|are) (?:followed|numbered|listed|set out|shown|given|grouped|printed|above|below)\b/i,
  /^for (?:each|every|all)(?: one)? of (?:the|my|our|these)\b.{0,70}\bis (?:followed|shown|given|listed|set out)\b/i,
  /^(?:these|here) (?:are|is) (?:the|some of the|my|our)? ?(?:[\p{L}-]+ )?(?:things|goals|aims|targets|results|steps|changes)\b/iu,
  // The section's own title again, beneath a plainer one: "(Section F – special educational provision)".
  /^\((?:section|part) [A-K][12]?\b[^.()]{0,90}(?:\([^()]*\))?[^.()]{0,20}\)\.?$/i,
  /^(?:each|every) (?:block|row|box|grid|card|table|line|item|paragraph|entry|sheet) (?:is|has|shows|gives|says|stands|holds|describes|names|sets)\b/i,
  /^there (?:is|are) (?:one|a|an|separate) (?:block|row|box|grid|card|table|page|sheet|entry)\b.{0,12}\b(?:for|per)\b/i,
  /[‘'“"][\p{L} -]{2,30}[’'”"] means\b/u,
  // Who signed it off: "Approved by the board on 8 December 2025."
  /^(?:approved|agreed|signed off|authorised|endorsed) (?:by|on behalf of|at)\b[^.:;]{0,70}\.?$/i,
  // A case system's own record of who changed what, and when.
  /^(?:last )?(?:edited|saved|updated|changed|created|modified|printed|exported)\b.{0,8}\d/i,
  /^\d{4}-\d{2}-\d{2},? \d{1,2}:\d{2}\b|^\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}\b/,
  // What a version says of itself.
  /^\W*(?:amended|reviewed|updated|revised|unchanged|confirmed)\b.{0,24}\breviews?\b.{0,30}$/i,
  // How it all is followed up, and who is to have read it.
  /^(?:(?:the|all|his|her|their|my|our|[\p{L}]+[’']s) )?progress (?:will|shall|is to) be (?:looked at|reviewed|discussed|monitored|checked|measured|tracked)\b[^;]{0,70}$/iu,
  /\b(?:must|will|shall|should|is to|are to) (?:all )?(?:have )?read this (?:section|part|plan|page)\b/i,
  /\bthe (?:ehc )?plan (?:will|shall|is to|must) be reviewed\b/i,
  /^(?:[\p{L}’'-]+ ){0,4}(?:short[- ]term )?(?:targets|(?:small(?:er)? )?steps) (?:will|shall|are to|should) be (?:set|agreed|written|reviewed|drawn up)\b/iu,
  /\b(?:will|shall|is to|should) (?:set|agree|write|draw up) (?:short[- ]term |small(?:er)? )(?:targets|steps)\b/i,
  /\b(?:as follows|(?:are|is) these|are listed|set out (?:below|here)|listed below|the following)\.?$/i,
  /^(?:in |under )?(?:this |the )?(?:section|part)s? (?:[A-K][12]? )?(?:we |it |is |are |sets? out|lists?|describes?|records?|says?|must|should|contains?)/i,
  /\bin (?:section|part) [A-K][12]? we (?:set out|list|describe|record|say)\b/i,
  // "The provision required is that listed in Annex 1, which forms part of this plan."
  /^(?:this|these|it|they|details|(?:[\p{L}’'-]+ ){0,4}(?:provision|support|needs?|outcomes?|help|views|arrangements)(?: [\p{L}’'-]+){0,5}) (?:is|are) (?:that |those |which (?:is|are) )?(?:(?:listed|set out|specified|described|contained|detailed|given|found|shown|recorded|stated) (?:[a-z]+ )?)?(?:in|at|by) (?:the )?(?:attached )?(?:annexe?|appendix|schedule|attachment)\b[^.]{0,90}\.?$/iu,
  /\(see (?:the )?(?:row|table|page|paragraph)?\s?(?:below|above|overleaf)\)\.?$/i,
  /^(?:this|the|all|above)(?: above)? provision (?:will|is to|should|must|shall)(?: also)? be (?:reviewed|monitored|funded|evaluated)\b/i,
  /\b(?:delegated|top-?up|notional|high needs|element (?:1|2|3|one|two|three)) (?:budget|funding)\b/i,
  /^(?:linked?|links|relates?|related|supports?|contributes?|helps?|serves?|works?|towards?|for)(?: to| with| towards)? outcomes?(?: (?:no|number)s?\.?)? [\d,;&. and]+$/i,
  /^(?:[\p{L}’' -]{1,30} )?aspirations?\b.{0,20}\b(?:is|are)\b/iu,
  // The template's own words of what the law wants here.
  /^(?:any|all|other|the)? ?(?:other )?(?:(?:special )?educational|health(?: care)?|social care) (?:provision|services?|needs?) (?:reasonably required|which must|that must|must|should|needed for)\b/i,
  /^(?:provision|outcomes?|needs?) (?:must|should) (?:be|include|describe|specify|say|show|relate|follow)\b/i,
  /^(?:services?|support|provision) assessed as\b/i,
  /\b(?:the|this|an?|each) (?:EHC )?plan (?:must|should) (?:include|specify|set out|contain|describe)\b/i,
  /^(?:for example|e\.g\.|such as|guidance|officer guidance|note to|notes? for|key to)\b/i,
];

/** Text that introduces or explains what follows, points elsewhere, or says who agreed it. */
export function isIntroduction(text: string): boolean {
  const plain = text.trim();
  return ASIDE.some((pattern) => pattern.test(plain)) || isGlossary(plain);
}

const MEANING = /^\p{Lu}[\p{L}’' -]{1,30}: (?=\p{Ll})[^:]{4,}$/u;

/** "Makaton: signs used with speech. Portage: teaching at home.": words explained, a sentence each, and one of them all. */
function isGlossary(text: string): boolean {
  const sentences = text.split(/(?<=[.;])\s+(?=\p{Lu})/u);
  const meanings = sentences.filter((sentence) => MEANING.test(sentence)).length;
  if (meanings < 2) return false;
  return meanings === sentences.length || (meanings === sentences.length - 1 && isIntroduction(sentences.at(-1) ?? ''));
}

/** A date or a term alone: when something is due, not what it is. */
export function isTimeOnly(text: string): boolean {
  // "By the end of Year 11 (unless a later time is stated)"
  const plain = text.trim().replace(/\s*\([^()]*\)$/, '');
  if (plain.split(/\s+/).length > TIME_MAX_WORDS) return false;
  return TIME_ALONE.test(plain) || (TIME_PHRASE.test(plain) && HOLDS_TIME.test(plain) && !SAYS_MORE.test(plain));
}

const TIME_MAX_WORDS = 11;
const TIME_ALONE =
  /^(?:by )?(?:the )?(?:end of )?(?:(?:each|every|next|this) )?(?:(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?(?:[ -]\d{2,4}| before .*)?|(?:autumn|spring|summer)(?: term)?(?: \d{2,4})?|(?:academic |school )?year(?: \d{1,4})?(?:\/\d+)?|term(?:ly)?|annual(?:ly)?(?: review)?|(?:end of )?(?:key stage|ks) ?\d|half[- ]term(?:ly)?|\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|within .*|\d+ (?:months?|weeks?|years?)|ongoing)\.?$/i;
/** "By my fifth birthday", "At the end of Reception, reviewed termly". */
const TIME_PHRASE =
  /^(?:to be (?:achieved|met|completed|reviewed) )?(?:by(?!\s*:)|before|until|(?:at )?(?:the )?end of)\b/i;
const HOLDS_TIME =
  /\b(?:birthday|years?|terms?|reception|key stage|ks ?\d|months?|weeks?|date|review|easter|christmas|summer|autumn|spring|winter|transition|transfer|age(?:d)?|phase|school|college|nursery|\d{2,4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*)\b/i;
const SAYS_MORE =
  /\b(?:will|shall|can|could|to|is|are|has|have|able|be|do|does|with|who|that)\b(?! be (?:achieved|met))/i;
