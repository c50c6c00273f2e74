import { z } from 'zod';
import { idSchema, isoTimeSchema } from './ids.ts';
import { ROLES } from './meta.ts';

export const AGENCIES = ['education', 'health', 'social_care', 'parent_carer_forum'] as const;
export const agencySchema = z.enum(AGENCIES);
export type Agency = z.infer<typeof agencySchema>;

export const personSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  agency: agencySchema,
  /** The team or locality they belong to; empty where none is kept. */
  team: z.string(),
  roles: z.array(z.enum(ROLES)),
  /** False once a person no longer takes part; what they did stays. */
  isActive: z.boolean(),
  signsIn: z.boolean(),
  hasPin: z.boolean(),
});
export type Person = z.infer<typeof personSchema>;

/** That somebody gave a person a new PIN with the passphrase; `by` is null where nobody had signed in. */
export const pinResetSchema = z.strictObject({ at: isoTimeSchema, by: z.string().nullable() });
export type PinReset = z.infer<typeof pinResetSchema>;
