import type { Rubric } from '../../rubric/rubric.ts';
import type { CountTable } from '../count-table.ts';

/** What feedback says of one kind of plans. */
export interface FeedbackSeries {
  slug: string;
  label: string;
  definition: string;
  rubric: Rubric;
  /** The standards that the agency leads; null where too few plans are told of for that. */
  standards: CountTable | null;
  /** The same before; null where there is nothing to hold it against. */
  before: CountTable | null;
  /** Criteria of these standards most often not fully met; null where none stands out, or none is told of. */
  missed: CountTable | null;
  /** Whether this is what reports tell, which name few criteria: of others nothing is known. */
  isTold: boolean;
  /** Why plans fell short of all standards together; null where that is said criterion by criterion. */
  causes: CountTable | null;
}
