import { z } from 'zod';
import { idSchema } from './ids.ts';
import { query, type Role, ROLES } from './meta.ts';

export const AGENCIES = ['education', 'health', 'social_care', 'parent_carer_forum'] as const;
export const agencySchema = z.enum(AGENCIES);
export type Agency = z.infer<typeof agencySchema>;

export const personSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  agency: agencySchema,
  roles: z.array(z.enum(ROLES)),
});
export type Person = z.infer<typeof personSchema>;

/** Who may see plans and their text; a board reader reads the report, not the plans it rests on. */
export const MAY_READ_PLANS: readonly Role[] = ['qa_lead', 'chair', 'auditor', 'designated_officer'];

export const people = {
  list: query.output(z.array(personSchema)),
};
