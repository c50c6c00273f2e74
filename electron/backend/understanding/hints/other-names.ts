import type { HintContext, Sighting } from './hint-rule.ts';

const SECTIONS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'H1', 'H2', 'I'];

/** A name where a plan names its child: "Ellie will …", "help Ellie to …", "Ellie's needs …". */
const AS_SUBJECT =
  /(?:^|[.!?:;]\s+|\b(?:help|helps|support|supports|enable|encourage|for|ensure that|and|that|when|because|so)\s+)(\p{Lu}\p{Ll}{2,})(?=(?:['’]s)?\s+(?:will|needs?|requires?|has|is|can|finds|struggles|enjoys|likes|benefits|should|does)\b|(?<=\b(?:help|helps|support|supports|enable|encourage|for)\s\p{Lu}\p{Ll}+)\s+to\b)/gu;
const RELATIVE =
  /\b(?:mum|mother|mummy|dad|father|daddy|sister|brother|sibling|twin|cousin|aunt|auntie|uncle|gran|grandma|grandad|grandmother|grandfather|nan|nana|friends?|classmate|partner|stepfather|stepmother|stepdad|carer|dog|cat|pet|rabbit|called|named|Mrs|Mr|Ms|Miss|Dr|Doctor|Professor|Nurse|teacher|assistant|worker|therapist)\s*,?\s*$/iu;
const PRESENTED =
  /^\s*[,(]\s*(?:his|her|their|the|my|an?)?\s*(?:\p{L}+\s)?(?:mum|mother|dad|father|sister|brother|twin|friend|dog|cat|aunt|gran|cousin|teacher|worker|therapist|carer|assistant)/iu;
const TITLED = /\b(?:Mrs?|Ms|Miss|Dr)\.?\s+(?:\p{Lu}\.?\s+)?$/u;

/** Words that begin sentences with a capital and are no names. */
const NO_NAMES = new Set(
  'The This That These Those There Then They She Her His Him Its Our Your All Any Each Every Both Some Most Many Such Other Another Staff Adults Adult School College Nursery Parents Parent Mum Dad Mother Father Teacher Teachers Pupils Pupil Children Child Student Students Provision Support Speech Language Occupational Physiotherapy Therapy Therapist Health Social Care Section Outcome Outcomes Year Key Stage Reception English Maths Mathematics Science Reading Writing Literacy Numeracy Communication Learning Work Access Training Review Reviews Progress Advice Equipment Home Where When What Who How Why With Without From For Not Only Also However Although While Because After Before During Since Until Currently Recently Previously January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Easter Christmas Autumn Spring Summer Winter Annual Local Authority Council Service Services Team Class Lessons Activities Information Attendance Behaviour Anxiety Autism Dyslexia Epilepsy Asthma Makaton Lego Thrive Braille Family Families People Young Person Transport Funding Medication Medicines Sleep Diet Play Toileting Handwriting Movement Sensory Visual Verbal Written Weekly Daily Termly Monthly Small One Two Three Four Five Here Nothing Everyone Everything Someone Something Nobody Early Help Paediatrician Psychologist Nurse Doctor Dietitian Audiology Professionals Practitioners Assistant Placement Setting Education Plan Plans Targets Strategies Instructions Tasks Homework Exam Exams Travel Time Breaks Lunch Break Noise Change Changes Advance Use Using Physical Medical Emotional Special Educational Complex Additional None Letter Letters Referral Report Reports Important Opportunities Hearing Vision Mobility Community Independence Friends Friendship Friendships Attention Memory Concentration Confidence Wellbeing Safety Risk Money Food Eating Music Art Sport Games'.split(
    ' ',
  ),
);
/** A front page and the opening of Section A: where a plan says by which name somebody goes. */
const FRONT_BLOCKS = 120;
const KNOWN_AS =
  /(?:known as|preferred name|likes to be called|prefers? to be called|call me|nickname)\s*:?\s*["“'‘]?(\p{Lu}\p{L}+)/iu;

/** First names that are not the person's own, and of nobody whom the plan presents. Silent where the name is unknown. */
export function otherNames(context: HintContext): Sighting[] {
  const { model } = context;
  const own = ownNames(context);
  if (own.size === 0) return [];
  const whole = model.blocks.map((block) => block.text).join('\n');
  const helpers = new Set(model.advice.flatMap(({ author }) => author?.split(/\s+/) ?? []));
  const place = `${model.cover.authority ?? ''} ${model.cover.setting ?? ''}`;
  const found = new Map<string, Sighting>();
  for (const section of SECTIONS) {
    for (const block of context.blocksOf(section)) {
      for (const match of block.text.matchAll(AS_SUBJECT)) {
        const name = match[1] ?? '';
        const start = match.index + match[0].length - name.length;
        // Words in -ing begin sentences about doings.
        if (name.endsWith('ing') || found.has(name) || NO_NAMES.has(name) || helpers.has(name) || place.includes(name))
          continue;
        if (isSameName(name, own) || isPresented(whole, name)) continue;
        found.set(name, {
          rule: 'other-name',
          section,
          quote: name,
          reason: 'It reads as the name of somebody whom the plan does not present; check whom the passage is about.',
          source: 'UK GDPR Art 5(1)(d), accuracy; SEND Code of Practice 9.61',
          spans: [{ block: block.id, start, end: start + name.length }],
        });
      }
    }
  }
  return [...found.values()];
}

/** The words of the person's own name, with the short form that the plan says is used. */
function ownNames({ model }: HintContext): Set<string> {
  const printed = [model.cover.name ?? ''];
  for (const block of model.blocks.slice(0, FRONT_BLOCKS)) printed.push(KNOWN_AS.exec(block.text)?.[1] ?? '');
  return new Set(printed.flatMap((name) => name.match(/\p{L}[\p{L}’'-]*/gu) ?? []).map((word) => word.toLowerCase()));
}

/** Equal, or a short form by its first three letters: Sam for Samuel. */
function isSameName(word: string, own: ReadonlySet<string>): boolean {
  const plain = word.toLowerCase();
  return [...own].some((name) => name === plain || name.slice(0, 3) === plain.slice(0, 3));
}

/** "his sister Ellie", "Ellie (sister)", "Mrs Ellie …"; or a word that the plan also writes small. */
function isPresented(whole: string, name: string): boolean {
  for (const match of whole.matchAll(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'gu'))) {
    const before = whole.slice(Math.max(0, match.index - 30), match.index);
    const after = whole.slice(match.index + name.length, match.index + name.length + 40);
    if (RELATIVE.test(before) || TITLED.test(before) || PRESENTED.test(after)) return true;
  }
  return new RegExp(`(?<!\\p{L})${name.toLowerCase()}(?!\\p{L})`, 'u').test(whole);
}
