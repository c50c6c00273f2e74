import { type RawBuilder, sql } from 'kysely';
import { STAGE_ORDER } from '../../../shared/domain/register/version-order.ts';

const STAGE_RANK = sql.raw(
  `case document.stage ${STAGE_ORDER.map((stage, rank) => `when '${stage}' then ${rank}`).join(' ')} else -1 end`,
);

/**
 * The terms of an `order by` that puts the versions of one plan from the earliest to the latest, as `compareVersions`
 * does; for a query that holds `document` and its `cycle`. Two that were read in the same instant stand by their id.
 */
export const EARLIEST_VERSION_FIRST: RawBuilder<unknown> = sql`cycle.sequence, ${STAGE_RANK},
  coalesce(document.issued_on, ''), document.imported_at, document.id`;

/** The same from the latest to the earliest. */
export const LATEST_VERSION_FIRST: RawBuilder<unknown> = sql`cycle.sequence desc, ${STAGE_RANK} desc,
  coalesce(document.issued_on, '') desc, document.imported_at desc, document.id desc`;
