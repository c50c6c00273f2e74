/**
 * What a passage is about, for suggesting links: the stems of its words, and the broad ideas that different words share.
 * Only ever a suggestion; people draw or confirm the links.
 */
export function topicsOf(text: string, names: ReadonlySet<string>): Set<string> {
  return new Set(topicWords(text, names).keys());
}

/** The same, each with the words of the passage that stand for it, as it prints them and in their order. */
export function topicWords(text: string, names: ReadonlySet<string>): Map<string, string[]> {
  const topics = new Map<string, string[]>();
  const add = (topic: string, word: string): void => {
    const words = topics.get(topic);
    if (words === undefined) topics.set(topic, [word]);
    else if (!words.includes(word)) words.push(word);
  };
  for (const [printed] of text.matchAll(/\p{L}{3,}/gu)) {
    const word = printed.toLowerCase();
    if (!STOP.has(word) && !names.has(word)) add(stem(word), printed);
  }
  for (const [idea, pattern] of IDEAS) {
    const seen = pattern.exec(text)?.[0];
    if (seen !== undefined) add(idea, seen);
  }
  return topics;
}

export function shareTopics(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((topic) => b.has(topic));
}

function stem(word: string): string {
  return word.replace(/(?:ically|ations?|ities|ings?|ness|ment|edly|ers?|ies|ed|es|ly|s|e)$/u, '').slice(0, STEM);
}

/** Letters of a stem that tell words apart well enough. */
const STEM = 7;

const IDEAS: readonly (readonly [string, RegExp])[] = [
  [
    '#language',
    /\b(?:speech|languag|communicat|breath|voice|clarity|vocabular|word|sentence|talk|speak|sign|Makaton|instruction|listen|understand|convers|express|symbol|spoken|verbal)\w*/iu,
  ],
  ['#literacy', /\b(?:English|read|note-taking|litera|phonic|spell|writ|dyslex|text|book|record)\w*/iu],
  [
    '#number',
    /\b(?:number|math|numera|count|money|price|coin|cost|how much|change is right|shop|sell|arithmet|calculat|dyscalcul)\w*/iu,
  ],
  [
    '#feeling',
    /\b(?:anx|emotion|feel|calm|thoughts|exit pass|time out|leav(?:e|es|ing) the (?:room|class)|trust|regulat|ang(?:er|ry)|worr|mood|wellbeing|self-esteem|confiden|trauma|attachment|mental|upset|stress|counsel|resilien|behav|overwhelm)\w*/iu,
  ],
  [
    '#social',
    /\b(?:friend|peer|social|play|turn|disagree|argu|conflict|bull(?:y|ied)|group|classmate|relationship|interact|club|communit|leisure|isolat)\w*/iu,
  ],
  [
    '#movement',
    /\b(?:mov|mobil|walk|physio|motor|posture|balance|wheelchair|stand|muscle|stair|fall|strength|coordinat|fatigue|tire)\w*/iu,
  ],
  [
    '#hands',
    /\b(?:fine motor|pencil|scissor|handwrit|cutlery|button|grip|hand|laptop|keyboard|typing|occupational)\w*/iu,
  ],
  ['#senses', /\b(?:sensor|noise|light|touch|texture|smell|ear defender|sound|overload|fidget|proprio)\w*/iu],
  ['#hearing', /\b(?:hear|deaf|radio aid|audiolog|cochlear)\w*/iu],
  ['#sight', /\b(?:vision|visually impair|sight|eye|braille|large[- ]print|enlarg|glasses|nystag)\w*/iu],
  ['#attention', /\b(?:attent|concentrat|focus|distract|ADHD|impuls|on task|task|organis|memor|remember|process)\w*/iu],
  [
    '#independence',
    /\b(?:independen|self-care|toilet|dress|wash|cook|travel|bus|route|money|shop|personal care|eat|feed|teeth|hygiene|routine)\w*/iu,
  ],
  [
    '#health',
    /\b(?:medic|epilep|surg|orthop|shunt|hospital|clinic|seizure|asthma|diabet|insulin|nurse|inhaler|allerg|pain|sleep|bowel|contin|gastro|feed|diet|weight|splint|health)\w*/iu,
  ],
  [
    '#change',
    /\b(?:change|transition|transfer|routine|timetable|predict|(?:un)?familiar|absen[ct]|away|arriv|new (?:adult|staff|teacher|school|college))\w*/iu,
  ],
  [
    '#work',
    /\b(?:work experience|placement|enterprise|stall|market|career|job|employ|college|vocation|apprentic|internship|volunteer|adulthood)\w*/iu,
  ],
  ['#safety', /\b(?:safe|danger|risk|road|stranger|online|supervis|abscond|run off)\w*/iu],
  ['#eating', /\b(?:food|snack|eat|lunch|meal|dinner|hungr|diet|feed|swallow|drink)\w*/iu],
  [
    '#adults',
    /\b(?:(?:familiar|named|key|trusted|known) adults?|adult (?:is|who) (?:absent|away|leaves)|attachment|come back|safe place)\b/iu,
  ],
  ['#home', /\b(?:short break|respite|carer|famil|sibling|parent)\w*/iu],
];

/** Words that every plan has everywhere. */
const STOP = new Set(
  'the and that this with for from has have had was were are been being will would can could should may might not but all any each every some his her him she they them their who which when where while what how why than then into onto over under after before during within without also very more most less such other another own out about because needs need needed support supported supporting help helps helped helping able ability difficulty difficulties difficult finds find finding make makes making use uses used using work works working time times day days week weeks term terms year years school lesson lessons class classroom staff adult adults child children young person people pupil provide provided provision receive per one two three four five six seven eight nine ten minutes hours once twice end start key stage plan outcome section least set give given take takes'.split(
    ' ',
  ),
);
