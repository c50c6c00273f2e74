/**
 * What a person does in an outcome, verbs by meaning, in the base form; and how the third person of the present is made
 * of them. "Marley eats two foods", "Zips own coat", "Is dry at night": outcomes are as often told in the present, the
 * subject dropped, as with "will".
 */
const BY_MEANING: readonly string[] = [
  // Saying, asking, writing, reading.
  'say|tell|ask|answer|talk|speak|name|greet|thank|explain|describe|retell|recount|repeat|request|report|reply|respond|call|phone|ring|text|email|message|sign|signal|point|wave|nod|gesture|vocalise|babble|communicate|comment|tap|press|read|write|spell|copy|type|draw|trace|label|record|list|sound|blend|segment|pronounce|sing|hum|clap|chat|discuss|argue|negotiate|apologise|refuse|decline|agree|state|express|share|show|present|present|invite|introduce|offer|swap|suggest|initiate|imitate|echo|translate|interpret|summarise|recite|rehearse|quote|volunteer|contribute|confide|complain|compliment',
  // Perceiving, thinking, learning.
  'look|watch|listen|hear|see|notice|track|attend|follow|find|search|choose|select|pick|decide|match|sort|count|add|subtract|multiply|divide|work|solve|measure|estimate|compare|order|sequence|recall|remember|recognise|recognize|identify|know|learn|understand|guess|predict|plan|check|test|revise|research|compose|edit|proofread|underline|highlight|weigh|think|reflect|judge|rate|score|pass|achieve|gain|earn|meet|reach|exceed|improve|develop|increase|build|grow|progress|make|become|complete|finish|start|begin|stop|continue|try|practise|practice|attempt|use|apply|hand|submit|turn|return',
  // Moving, holding, making.
  'sit|stand|walk|run|climb|jump|hop|skip|crawl|roll|cruise|kick|catch|throw|bounce|hold|grasp|grip|reach|lift|carry|push|pull|pedal|ride|cycle|swim|float|kneel|balance|step|march|dance|stretch|lean|bend|transfer|move|turn|steer|propel|wheel|cut|snip|fold|glue|stick|thread|stack|build|mix|stir|spread|squeeze|open|close|unscrew|screw|unlock|lock|switch|plug|load|unload|empty|fill|lay|clear|wipe|sweep|mop|hoover|vacuum|tidy|put|place|take|bring|fetch|collect|pack|unpack|hang|drop|pick|give|pass|post|keep|leave|stay|remain|wait|queue|line|settle|rest|hit|bite|pinch|scratch|spit|shout|scream|swear|hurt|harm|grab|slam',
  // Daily living and health.
  'eat|drink|chew|swallow|bite|taste|sip|feed|pour|cook|bake|boil|grill|fry|peel|chop|prepare|dress|undress|zip|unzip|button|unbutton|fasten|unfasten|tie|lace|wear|change|wash|dry|rinse|brush|comb|shave|shower|bathe|bath|toilet|wee|flush|sleep|wake|nap|doze|breathe|exercise|manage|measure|inject|dose|swallow|rub|apply|self-administer|self-catheterise|self-propel|self-regulate|empty|insert|remove|clean|calm|regulate|cope|tolerate|accept|allow|endure|feel|enjoy|recover|relax|soothe|walk|weigh|gain|lose',
  // Going out, money, work and company.
  'go|come|get|arrive|travel|catch|board|cross|visit|enter|join|attend|meet|play|pay|buy|shop|spend|save|budget|order|book|arrange|organise|set|arrive|drive|live|sleep|host|vote|pray|worship|help|serve|sell|stack|apply|enrol|register|do|have|be|act|behave|engage|participate|interact|access|communicate|cooperate|compete|perform|lead|care|look|deal|handle|resist|block|ignore|delete|avoid|seek|approach|shake|hug|kiss|laugh|smile|log|download|search|print|scan|charge|water|walk|groom|plant|dig|paint|sew|knit|fix|repair|assemble|deliver|greet|top|touch|swipe|show|withdraw|transition|separate|part|queue|concentrate|focus|persevere|persist|sustain|maintain|demonstrate|display|produce|create|generate|present|hang|tell|let|alert|warn|need',
  // Rising and falling, play and sport, hands and tools.
  'fall|rise|slow|lower|raise|reduce|double|halve|shrink|extend|widen|win|beat|lend|borrow|belong|trust|believe|prefer|admit|promise|forgive|forget|tease|fight|punch|slap|poke|knock|blow|suck|lick|sniff|smell|stroke|pat|tear|rip|break|snap|twist|wind|wrap|unwrap|grate|slice|butter|whisk|sieve|drain|soak|scrub|polish|dust|iron|mend|stitch|weave|carve|saw|drill|hammer|sand|weld|mow|rake|weed|saddle|train|coach|bowl|bat|volley|dribble|shoot|tackle|dive|somersault|flex|rotate|bear|weight-bear|stride|jog|sprint|race|hike|row|sail|paddle|skate|scoot|glide|slide|swing|spin|rock|blink|cough|gulp|nibble|munch|recycle|file|staple|photocopy|upload|film|photograph|juggle|drum|conduct|interact|socialise|shadow|wean|rinse|spread|bin|buckle|unbuckle|tuck|untuck|lather|clip|trim|file|peg|iron|rotate|thread|tower|post|rattle|bang|shuffle|pivot|kneel|squat|crouch|tiptoe|wriggle|spot|detect|distinguish|discriminate|classify|group|categorise|predict|infer|deduce|paraphrase|punctuate|capitalise|spell|tally|chart|graph|plot|calculate|round|partition|regroup|halve|skip-count|budget',
];

const BASES: ReadonlySet<string> = new Set(BY_MEANING.flatMap((verbs) => verbs.split('|')));

const IRREGULAR: Readonly<Record<string, string>> = {
  is: 'be',
  are: 'be',
  am: 'be',
  has: 'have',
  does: 'do',
  goes: 'go',
};

/** The base of a verb in the third person ("catches", "tidies", "is"), whether or not it is a verb that is known. */
export function baseOf(word: string): string | null {
  const plain = word.toLowerCase();
  const irregular = IRREGULAR[plain];
  if (irregular !== undefined) return irregular;
  if (!/[^su]s$/u.test(plain) && !plain.endsWith('sses')) return null;
  if (/\p{L}{2}ies$/u.test(plain)) return plain.replace(/ies$/u, 'y');
  if (/(?:ss|x|zz|ch|sh)es$/u.test(plain)) return plain.replace(/es$/u, '');
  return plain.replace(/s$/u, '');
}

export function isResultVerb(base: string): boolean {
  return BASES.has(base);
}

/** "self-catheterises", "pre-measures", "re-reads", "overcomes": the verb within decides. */
export function isKnownThird(word: string): boolean {
  const base = baseOf(word);
  return base !== null && (BASES.has(base) || BASES.has(base.replace(/^(?:self-|pre-|re-?|over)/u, '')));
}
