/** Words that begin sentences with a capital and are no names. */
const NO_NAMES = new Set(
  'The This That These Those There Then They She Her His Him Its Our Your All Any Each Every Both Some Most Many Such Other Another Staff Adults Adult School College Nursery Parents Parent Mum Mummy Dad Daddy Mother Father Gran Granny Grandma Grandad Nan Nana Teacher Teachers Pupils Pupil Children Child Student Students Provision Support Speech Language Occupational Physiotherapy Therapy Therapist Health Social Care Section Outcome Outcomes Year Key Stage Reception English Maths Mathematics Science Reading Writing Literacy Numeracy Communication Learning Work Access Training Review Reviews Progress Advice Equipment Home Where When What Who How Why With Without From For Not Only Also However Although While Because After Before During Since Until Currently Recently Previously January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Easter Christmas Autumn Spring Summer Winter Annual Local Authority Council Service Services Team Class Lessons Activities Information Attendance Behaviour Anxiety Autism Dyslexia Epilepsy Asthma Makaton Lego Thrive Braille Numicon Lexia Portage Family Families People Young Person Transport Funding Medication Medicines Sleep Diet Play Toileting Handwriting Movement Sensory Visual Verbal Written Weekly Daily Termly Monthly Small One Two Three Four Five Here Nothing Everyone Everything Someone Something Somebody Nobody Early Help Paediatrician Psychologist Nurse Doctor Dietitian Audiology Professionals Practitioners Assistant Placement Setting Education Plan Plans Targets Strategies Instructions Tasks Homework Exam Exams Travel Time Breaks Lunch Break Noise Change Changes Advance Use Using Physical Medical Emotional Special Educational Complex Additional None Letter Letters Referral Report Reports Important Opportunities Hearing Vision Mobility Community Independence Friends Friendship Friendships Attention Memory Concentration Confidence Wellbeing Safety Risk Money Food Eating Music Art Sport Games Portugal England Wales Scotland Ireland London God Minecraft Pokemon Roblox'.split(
    ' ',
  ),
);
/** Endings of words for doings, qualities, callings and fields, which first names have not. */
const WORD_ENDING =
  /(?:ing|tion|sion|ment|ness|ship|ance|ence|ology|apy|aphy|ically|ities|ists?|ors|ers|[st]ives?|able|ible|ful|less|ous|work|wise|time|lish|nese|hood)$/u;
/** First names that end so all the same. */
const NAMES = /^(?:Flor|Clar|L[ae]w?r|Laur|Terr?|Const|Clem|Prud|V|L)[ae]nce$|^Clement$/u;

/** Whether a capitalised word is surely no first name. */
export function isNoName(word: string): boolean {
  return NO_NAMES.has(word) || (WORD_ENDING.test(word) && !NAMES.test(word));
}
