import type { Migration } from 'kysely/migration';
import { migration0001 } from './0001-initial.ts';
import { migration0002 } from './0002-document-password.ts';
import { migration0003 } from './0003-dismissed-hints.ts';
import { migration0004 } from './0004-people-pins.ts';
import { migration0005 } from './0005-register.ts';
import { migration0006 } from './0006-round-sample.ts';
import { migration0007 } from './0007-grading-alone.ts';
import { migration0008 } from './0008-moderation.ts';
import { migration0009 } from './0009-actions.ts';
import { migration0010 } from './0010-advice.ts';
import { migration0011 } from './0011-supervision.ts';
import { migration0012 } from './0012-golden-thread.ts';
import { migration0013 } from './0013-family-feedback.ts';
import { migration0014 } from './0014-standards.ts';
import { migration0015 } from './0015-masking.ts';
import { migration0016 } from './0016-passage-digests.ts';
import { migration0017 } from './0017-answers-seen.ts';
import { migration0018 } from './0018-pin-reset.ts';
import { migration0021 } from './0021-results.ts';
import { migration0022 } from './0022-measures.ts';
import { migration0023 } from './0023-reports.ts';
import { migration0024 } from './0024-outlets.ts';
import { migration0025 } from './0025-mask-identities.ts';
import { migration0026 } from './0026-service-agencies.ts';
import { migration0027 } from './0027-left-out.ts';
import { migration0028 } from './0028-told-plans.ts';

/** Every migration in order, by hand: reading a folder dies in a bundle. Only ever appended to. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-initial': migration0001,
  '0002-document-password': migration0002,
  '0003-dismissed-hints': migration0003,
  '0004-people-pins': migration0004,
  '0005-register': migration0005,
  '0006-round-sample': migration0006,
  '0007-grading-alone': migration0007,
  '0008-moderation': migration0008,
  '0009-actions': migration0009,
  '0010-advice': migration0010,
  '0011-supervision': migration0011,
  '0012-golden-thread': migration0012,
  '0013-family-feedback': migration0013,
  '0014-standards': migration0014,
  '0015-masking': migration0015,
  '0016-passage-digests': migration0016,
  '0017-answers-seen': migration0017,
  '0018-pin-reset': migration0018,
  '0021-results': migration0021,
  '0022-measures': migration0022,
  '0023-reports': migration0023,
  '0024-outlets': migration0024,
  '0025-mask-identities': migration0025,
  '0026-service-agencies': migration0026,
  '0027-left-out': migration0027,
  '0028-told-plans': migration0028,
};
