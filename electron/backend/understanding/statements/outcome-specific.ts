import { type Judged, judged, SOURCES } from './assessment.ts';
import { findDeadlines, LOOSE } from './deadline.ts';
import { ABSOLUTE, findMeasures } from './outcome-measurable.ts';
import { findPfaAreas } from './pfa-areas.ts';
import { findContext } from './result-part.ts';
import { findAll, findFirst, type Seen, wordPattern, without } from './word-pattern.ts';

/**
 * Whether an outcome names one result that a person could see, hear or count. A general verb or state with nothing to
 * observe is not specific unless a measure beside it makes it so; nor are several unrelated results in one.
 */
export function judgeSpecific(text: string): Judged {
  const bare = without(text, [...findDeadlines(text), ...findAll(text, LOOSE), ...findContext(text)]);
  const source = `${SOURCES.outcomes}: specific`;
  const measured = findMeasuredBundle(bare);
  if (measured !== null)
    return judged(false, 'measured-bundle', 'Several results stand in one sentence, each with its measure.', source, [
      measured,
    ]);
  const bundle = findBundle(bare);
  if (bundle !== null) return judged(false, 'bundle', 'Several results stand in one sentence.', source, [bundle]);
  const hard = findFirst(bare, HARD);
  if (hard !== null && findFirst(bare, METRIC) === null && !isMadeExact(bare, hard)) {
    return judged(
      false,
      'general-verb',
      'A general change, with nothing that could be seen, heard or counted.',
      source,
      [hard],
    );
  }
  const soft = findFirst(bare, SOFT);
  if (soft !== null && !isMeasured(text) && !isMadeExact(bare, soft)) {
    return judged(false, 'general-state', 'These words leave open what would be seen or heard.', source, [soft]);
  }
  return judged(true, 'observable', 'It names something that could be seen, heard or counted.', source);
}

const ABSTRACT =
  '(?:confidence|self-confidence|self-esteem|esteem|understanding|awareness|resilience|independence|knowledge|concentration|attention(?: span)?|communication|skills|ability|abilities|wellbeing|well-being|motivation|engagement|relationships|friendships|behaviour|attitude|attitudes|tolerance|control|self-control|regulation|self-regulation|vocabulary|language|speech|literacy|numeracy|reading|writing|spelling|handwriting|maths|mathematics|English|coordination|co-ordination|mobility|fitness|health|sleep|habits|diet|sense of|social interaction|interaction|participation|expression|memory|organisation|focus|listening|progress|quality of life|life chances|outcomes|potential|employability|strategies|mood|feelings|emotions|anxiety|stamina|strength|balance|fluency|comprehension|stability|empathy|respect|interest|enjoyment|trust|safety|judgement|decision[- ]making|problem[- ]solving|play|learning|phonics|sensory|attainment|achievement|aspirations?|self-care|hygiene|self-worth|self-image|identity|opportunities|choices|experience|experiences|connections?|links|attendance|punctuality|timekeeping|manners|hearing|posture|grip|eating|toileting|travel|money skills|friends)';
const GAP = "(?:[\\p{L}'/-]+,? ){0,4}?";
const LEAD =
  '(?:be able to |begin to |start to |continue to |learn (?:how )?to |try to |want to |feel able to |know how to |work towards |keep |be |have |have been |also |then |further |consistently |never |gradually |greatly |significantly |really |always )*';

/** General changes: a number of times does not make them visible, only a metric does (a reading age, a weight, a score). */
const HARD = wordPattern(
  [
    `(?:will|can|to|shall|should|and|is able to|may|,) ${LEAD}(?:improv(?:e|es|ed|ing)|develop(?:s|ed|ing)?|increas(?:e|es|ed|ing)|enhanc(?:e|es|ed|ing)|strengthen(?:s|ed|ing)?|extend(?:s|ed|ing)?|build(?:ing)?(?: up| on)?|built(?: up)?|boost(?:ed|ing)?|expand(?:s|ed|ing)?|broaden(?:s|ed|ing)?|widen(?:s|ed|ing)?|maximis(?:e|es|ed|ing)|optimis(?:e|ed)|deepen(?:ed)?|grow(?:n|ing)?(?: in)?|progress(?:es|ed|ing)?|advance|mature|flourish|thrive|succeed|excel|blossom)`,
    `(?:improved|increased|better|enhanced|greater|more(?! than)|raised|stronger|growing|positive|healthier|improving|increasing|developing|reduced|less(?! than)) ${GAP}${ABSTRACT}`,
    `(?:good|steady|expected|rapid|accelerated|further|continued|faster) progress`,
    `(?:will|to) ${LEAD}(?:reduc|decreas|lessen|lower|overcom|eas)(?:e|ed|ing)? ${GAP}${ABSTRACT}`,
    `${ABSTRACT} (?:will |has |have )*(?:improv(?:es?|ed)|increas(?:es?|ed)|develops?|grows?)`,
    `mak(?:e|es|ing) (?:[\\p{L}'-]+ ){0,4}?(?:progress|improvements?|gains|strides|headway)|made (?:[\\p{L}'-]+ ){0,3}?progress|(?:clos(?:e|es|ed|ing)|narrow(?:s|ed|ing)?) the gap`,
    `(?:achieve|reach|fulfil|realise|meet|maximise) (?:[\\p{L}'-]+ ){0,3}?(?:potential|targets|aspirations|goals|ambitions|dreams)`,
    `(?:achieve|experience|enjoy|feel) (?:[\\p{L}'-]+ ){0,2}?(?:success|more (?:success|control)|a sense of [\\p{L}]+)`,
    `(?:be|become|becomes|becoming|feel|feels|get|is|being|grow|seem|remain|stay)(?: (?:able to be|to be))? (?:(?:much |far |a lot |a little |even )?(?:more|better|less|increasingly|as)|(?:calmer|happier|healthier|fitter|safer|kinder|braver|stronger|tidier|neater|stabler|closer|older and wiser|quieter|steadier))`,
    `(?<!(?:strangers?|listeners?|visitors?|person|people|somebody|someone|adults?|teachers?) (?:who do(?:es)? not know (?:him|her) )?(?:can |will |to )?)(?:understand|understands|understood|appreciate|realise)(?! (?:and follow|and carry out|\\p{N}))`,
    `(?:be|become|is|are|being|stay|feel|remain) (?:(?:fully|very|well|really|generally|self-|better|socially|emotionally|physically|adequately|properly|suitably) ?)*(?:aware|prepared|ready|resilient|confident|equipped|motivated|included|valued|respected|fulfilled|well-rounded|successful)`,
    `(?:lead|live|have|enjoy) (?:an? |as |his |her )?(?:[\\p{L}-]+(?:,| and)? ){0,5}?(?:life|lives|lifestyle|adulthood|childhood)`,
    `live (?:happily|well|safely|independently and safely|fulfilled)`,
    `in (?:all|every) areas? of (?:life|learning|school)`,
    `with (?:growing|increasing|greater|more) (?:confidence|independence|ease|fluency|accuracy|skill)`,
  ].join('|'),
);

/** States and doings that a measure can make visible (engaged for ten minutes; copes in four lessons out of five). */
const SOFT = wordPattern(
  [
    `(?:will|can|to|shall|and|should|may|,) ${LEAD}(?:engag(?:e|es|ed|ing)|access(?:es|ed|ing)?|cop(?:e|es|ed|ing)|manag(?:e|es|ed|ing)(?! (?:a |his own |her own )?(?:weekly |monthly )?(?:budget|money|bank|pocket money|insulin|medicines?|medication|feeds?|tablets|inhaler|catheter|stoma|to ))|regulat(?:e|es|ed|ing)|self-regulat(?:e|es)|communicat(?:e|es|ed|ing)|interact(?:s|ed|ing)?|sociali[sz](?:e|es|ed|ing)|behav(?:e|es|ed|ing)|express (?:him|her|them)sel(?:f|ves)|express (?:his|her|their) (?:[\\p{L}]+ )?(?:emotions?|feelings|needs|views|wishes|opinions|self)|work(?:s|ing)? (?:more |as |to |towards )?(?:independently|hard|well|at|his|her|to (?:the best|full)|towards)|organis(?:e|es|ed|ing) (?:him|her|them)sel(?:f|ves)|look after|take (?:care of|responsibility for|control of|ownership of|pride in)|keep (?:him|her|them)sel(?:f|ves)|be (?:him|her|them)self|respond (?:appropriately|positively|well)|adapt|adjust|transition|focus|concentrate|listen|learn(?!t)|pay attention|participate|integrate|belong|contribute|be part of|be involved|be engaged|get on|think|know (?:that|how|about|what|when|where|why|who|more)|recogni[sz]e (?:his|her|their|when|emotions|feelings|danger|risks?)|identify (?:with|as)|appreciate|overcome|deal with|handle|tolerate|settle|enjoy|experience|try (?:his|her) best|feel|trust|respect|relate|be sociable|maintain|sustain|make (?:good |safe |safer |the right |positive |informed |healthy |healthier |sensible |appropriate |better |more |his own |her own |their own )*(?:choices|decisions|friendships|relationships)|form|use (?:\\p{L}+ )?(?:strategies|skills|language|communication)(?! (?:books?|aids?|boards?|devices?|apps?|cards?|passports?|tablets?|mats?|folders?|keyrings?))|(?:follow|obey|keep to|comply with|abide by|stick to|respect) (?:all )?(?:of )?(?:the |his |her |school |class(?:room)? |behaviour |adult )*(?:rules?|expectations|polic(?:y|ies)|codes?|boundaries|agreement)|(?:like|love)(?! to)|stay safe|keep safe|stay calm|remain calm|reflect on|have a say|fit in|be on track|have (?:an? |some |proper |real |good |true |nice |best |more |lots of )*(?:friends?|mates?|pals?)(?= *(?:[.,;]|and|like|at|in|$))|eat (?:well|healthily|better|a (?:balanced|healthy|varied|better) diet)|sleep (?:well|better)|do (?:well|better|his best|her best))`,
    `(?:be|is|are|become|becoming|feel|feels|stay|remain|feeling|seem) (?:(?:a|an|as|so|very|quite|fully|well|properly|really|generally|socially|emotionally|physically|mentally|financially) )*(?:confident|happy|independent|safe|settled|calm|secure|healthy|fit|well|organised|polite|sociable|literate|numerate|fluent|supported|content|comfortable|relaxed|positive|responsible|included|engaged|focused|attentive|connected|active|busy|stable|emotionally|independent adult|successful learner|confident learner|member of|part of|kind|respectful|sensible|good at|well[- ]\\p{L}+|integrated|in control|involved|at ease|free from worry|able to cope|popular|well liked|liked|accepted|befriended|loved|respected|valued)`,
    `(?:\\p{L}+) (?:[\\p{L}'-]+ ){0,4}?(?:appropriately|effectively|successfully|positively|sensibly|nicely|confidently|properly|meaningfully|adequately|maturely|happily|healthily|safely|purposefully|well|better|neatly)(?= *(?:[.,;]|and|with|in|at|by|when|across|$))`,
    `(?:have|has|gain|gains|develop|show|shows|showing|possess|acquire|maintain|retain|demonstrate|gained|shown|sustain) (?:an? |the |some |his |her |their |good |positive |enough |greater |increased |improved |the necessary |more |lots of |a lot of |full |high |appropriate |age-appropriate |healthy |strong |meaningful |secure |sound |basic |social |life |new |growing |wider |close |full range of |range of )*(?:${ABSTRACT})(?! (?:age|routine|diary|chart|test|book|score|plan))`,
    `^[\\s,]*(?:(?:happier|calmer|safer|healthier|kinder|fitter|stronger|braver|progress|improvements?|success|closing the gap|more (?!than)\\p{L}+(?! (?:than|on))|(?:good|positive|better|improved) (?:[\\p{L}-]+ ){0,2}?(?:health|relationships|attendance|behaviour|attitude|choices|wellbeing|habits|manners))(?!\\p{L}))`,
    `^\\s*(?:to )?(?:access|engage|cope|participate|communicate|interact|socialise|manage|regulate|behave|attend|independence|confidence|resilience|self-esteem|communication|social skills|behaviour)`,
    `(?:meaningful|successful|fulfilling|suitable|rewarding|good|bright) (?:employment|career|job|work|future|friendships?)`,
    `(?:career|job|life) of (?:his|her|their) dreams|dream (?:job|career)|more (?:independently|fluently|effectively|confidently|appropriately|calmly|safely|successfully|easily|accurately|positively|fully|deeply|smoothly|maturely|sensibly)`,
    `(?:skills|strategies|tools) (?:to|for|needed|necessary|in)`,
    `(?:as|to) (?:[\\p{L}]+ )?(?:independent(?:ly)?|much|well|far) as (?:possible|he can|she can|they can)`,
    `have (?:[\\p{L}'-]+ )*?(?:table manners|manners|skills|strategies|friendships|relationships|life|a voice|choice|hygiene|routines?)`,
  ].join('|'),
);

const METRIC = wordPattern(
  'reading age|spelling age|standardised score|raw score|from \\d+(?:[.,]\\d+)? ?(?:%|per ?cent|kg|words|minutes|\\p{L}+)? ?(?:a \\p{L}+ )?to \\d+|from (?:an? )?\\p{L}+ (?:of \\p{N}+ )?to (?:an? )?(?:two|three|four|five|six|seven|eight|nine|ten|\\d+)|(?:attendance|weight|BMI|vocabulary|stamina|score|accuracy|speed) .{0,20}?(?:to|by|of) (?:at least )?\\d|(?:by|to) \\d+(?:[.,]\\d+)? ?(?:%|per ?cent|words|kg|points|marks|metres|minutes|levels?|sub-levels?|months)|grade \\d|level \\d|from (?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty) (?:\\p{L}+ )?to (?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)',
);

const EXACT_MEANS =
  /\b(?:by|through) (?!(?:the|a|an|his|her|their|improv|develop|increas|enhanc|us(?:ing|e) (?:strategies|his skills)|being|having)\w*\b)\w+ing\b/iu;
const SHOWN = wordPattern(
  '(?:as )?(?:shown|evidenced|demonstrated|measured|seen|judged|observed) (?:by|when|in|through)|so that \\p{L}+ (?:can|will) (?:say|name|write|count|walk|tell|choose|ask)',
);

/** An absolute ("at all times") measures, but makes nothing visible. */
function isMeasured(text: string): boolean {
  return findMeasures(text).some((seen) => !ABSOLUTE.test(seen.text));
}

/** "… by asking for a break": what follows makes the general verb visible. */
function isMadeExact(text: string, seen: Seen): boolean {
  const rest = text.slice(seen.end);
  if (EXACT_MEANS.test(rest) && !/\b(?:by|through) (?:improv|develop|build|gain|learn)/i.test(rest)) return true;
  return new RegExp(SHOWN.source, 'iu').test(rest);
}

const VERB_START =
  /^(?:will |to |can |able to |be able to )?(?:be|have|read|write|sleep|eat|travel|make|walk|talk|speak|use|sit|play|behave|organise|manage|improve|develop|cope|attend|join|keep|no longer|get|go|do|know|understand|show|follow|wash|dress|cook|brush|swim|ride|count|spell|learn|listen|stop|stay|feel|gain|become|increase|complete|finish|take|share|help|look|work|find|choose|tell|ask|name|pass|achieve|engage|join|enjoy|tidy|respect|settle|control|remember|express|concentrate|interact|access|regulate|trust|tie|ride|earn|save|shop|visit|meet|live|move|start|form|communicate|participate|score|hold|see|phone|text|drink|draw|play|pay|order|pick|say)\b/i;

/** The results that a sentence names, each with its own verb and object, joined by commas and "and"; and their place. */
function findResults(text: string): { results: string[]; span: Seen } | null {
  const start = /\b(?:will|to|can|is able to)\b/i.exec(text);
  if (start === null) return null;
  const predicate = text.slice(start.index + start[0].length);
  const parts = predicate.split(/\s*(?:;|,(?: and)?|\band\b)\s*/i).map((part) => part.trim());
  const results = parts.filter((part) => VERB_START.test(part) && part.split(/\s+/).length >= 2);
  return { results, span: { start: start.index, end: text.trimEnd().length, text: text.slice(start.index).trimEnd() } };
}

/** Three results with a measure each, from different parts of life: three outcomes, though all can be measured. */
function findMeasuredBundle(text: string): Seen | null {
  const found = findResults(text);
  if (found === null || found.results.length < 3) return null;
  const areasOf = (part: string): string =>
    findPfaAreas(part)
      .map(({ area }) => area)
      .join();
  const isApart = new Set(found.results.map(areasOf)).size > 1;
  return isApart && found.results.every((part) => findMeasures(part).length > 0) ? found.span : null;
}

/** Three results or more in one sentence, or four with a measure somewhere among them. */
function findBundle(text: string): Seen | null {
  const found = findResults(text);
  if (found === null) return null;
  const { results, span } = found;
  const isMeasured = findMeasures(text).length > 0;
  if (results.length >= (isMeasured ? 4 : 3)) return span;
  if (results.length < 2 || isMeasured) return null;
  // Two results that have nothing in common: in different parts of life.
  const areas = results.map((part) => findPfaAreas(part).map(({ area }) => area));
  const [first = [], second = []] = areas;
  const isApart = first.length > 0 && second.length > 0 && first.every((area) => !second.includes(area));
  return isApart && results.every((part) => part.split(/\s+/).length >= 3) ? span : null;
}
