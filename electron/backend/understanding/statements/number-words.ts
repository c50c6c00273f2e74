/** Numbers as plans write them, in figures or words. Sources of patterns, to be put into `wordPattern`. */

const ONES = 'two|three|four|five|six|seven|eight|nine';
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const TENS = `(?:twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|${ONES}))?`;

/** Two or more, in figures or words; figures may be 1 as well. */
export const MANY = `(?:\\d+(?:[.,]\\d+)?(?:[½¼¾])?(?:(?: to |-| or | and )\\d+(?:[.,]\\d+)?)?|(?:(?:${ONES}|one|a) )?hundred(?: and (?:${TENS}|${TEENS}|${ONES}|one))?|${TENS}|${TEENS}|${ONES}|a dozen|half a dozen)`;

/** Any number, one included. */
export const NUMBER = `(?:${MANY}|one)`;

/** Any number, "a" and "an" and halves included: for what is counted in units of time. */
export const AMOUNT = `(?:${MANY}(?: and a half| and three quarters)?|one and a half|one|half an?|a half|three quarters of an|a quarter of an|an?|another)`;

/** Units of time up to an hour, with the slips that typing makes of them ("mintues"). */
export const MINUTES = '(?:min(?:ute|tue|iute|iuet|uet|te|ite|ut|eut)s?|mins?)';
export const HOURS = '(?:(?:hour|huor|horu)s?|hous|hrs?)';

export const ORDINAL =
  '(?:\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-(?:first|second|third|fourth|fifth))';
