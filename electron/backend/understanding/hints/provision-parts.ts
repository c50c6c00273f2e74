import type { Provision } from '../../../../shared/domain/document-model.ts';
import type { ProvisionLabels } from '../statements/assessment.ts';
import { isCountedByOccasion } from '../statements/provision-quantified.ts';

/** Which parts a provision lacks, where a plan's own fields are known and the words alone are not enough. */

/** "School", "Staff", "School staff to arrange", "NHS", "TBC": nobody in particular. */
const GENERAL =
  /^(?:the |all |any |relevant |appropriate |trained |key |named |a )*(?:school|setting|college|nursery|placement|nhs|health|education|social care|local authority|la|adults?|staff|professionals?|people|someone|provider|tb[ac]|to be (?:agreed|confirmed|arranged|named)|both|and|or|,|\/|&|\s|(?:school|college|nursery|setting|support|class) (?:staff|adults?|team)|settings)+(?: to (?:provide|arrange|organise|deliver|lead))?\.?$/iu;

/** A field says who ("Short breaks provider"), says it in general ("School"), or there are no words for it. */
export function missingWho({ who }: Pick<Provision, 'who'>, whole: string): 'general' | 'absent' | null {
  if (who !== null) return GENERAL.test(who.trim()) ? 'general' : null;
  const after = AFTER_STATEMENT.exec(whole);
  const field = WHO_FIELD.exec(whole)?.[1] ?? after?.[1] ?? after?.[2];
  if (field === undefined) return 'absent';
  return GENERAL.test(field.trim()) ? 'absent' : null;
}

/** A labelled field inside the same cell. */
const WHO_FIELD =
  /(?:^|[\s(])(?:By|By whom|Who|Delivered by|Provided by|To be provided by|Who will (?:do|provide) this)\s*[:–-]?\s*(\p{Lu}[^|;:]{2,80}?)(?=\s*(?:[|;:(]|\.\s|[–-]\s|$)|\s+(?:When|How|Frequency|Review|Reviewed|Monitoring)\b)/u;
/** "…, shared with home. Class team | 30 minutes daily", "Eye clinic. (Low vision clinic; Every six months)" */
const AFTER_STATEMENT = /\.\s+(?:(\p{Lu}[^|.]{2,60}?)\s*\||\((\p{Lu}[^;)]{2,60})[;)])/u;

const NUMBER = '(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half)';
/** "Two interviews", "three meetings", "six weekends": how often, by number. */
const OCCASIONS = new RegExp(
  `\\b${NUMBER} (?:\\p{L}+ )?(?:meetings?|interviews?|visits?|sessions?|appointments?|placements?|weekends?|workshops?|reviews?|lessons|blocks?|courses?)\\b`,
  'iu',
);
/** "One day a week", "two weekends": how long, in days. */
const DAYS = new RegExp(
  `\\b${NUMBER}[- ](?:days?|weekends?|nights?|weeks?|mornings?|afternoons?|evenings?)\\b|\\bthroughout the\\b|\\bovernight\\b`,
  'iu',
);
/** What is there or happens as a whole: its length is its own matter, its times are not. */
const EVENT =
  /\b(?:clinics?|reviews?|assessments?|checks?|catheteri[sz]ation|protocol|health ?care plan|medication|inhaler|appointments?|equipment|placements?|social stor(?:y|ies)|writing frames|word lists|visual|timetable|key points|photographs?|a plan for|(?:transfer|transition) plan|safe place|named adults?|meetings?|interview)\b/iu;

/** "how often" and "how long", or "how many or when" for what is counted by number, size or occasion. */
export function missingAmount(
  labels: ProvisionLabels,
  { howOften, howLong }: Pick<Provision, 'howOften' | 'howLong'>,
  whole: string,
): string[] {
  if (labels.quantified) return [];
  const isOften = labels.frequency || OCCASIONS.test(whole);
  if (isCountedByOccasion(whole)) return isOften ? [] : ['how many or when'];
  const said = [howOften, howLong].filter((part) => part !== null).join('; ');
  const isLong = labels.duration || DAYS.test(said === '' ? whole : said) || (isOften && EVENT.test(whole));
  return [...(isOften ? [] : ['how often']), ...(isLong ? [] : ['how long'])];
}
