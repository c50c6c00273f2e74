import { z } from 'zod';
import { queryFor } from './meta.ts';

export const appInfoSchema = z.strictObject({
  version: z.string(),
  host: z.enum(['desktop', 'local']),
  capabilities: z.strictObject({
    /** The host can ask for a workspace file anywhere on the disk. */
    chooseFiles: z.boolean(),
    /** Where new workspaces are made, as shown to the person. */
    dataFolder: z.string(),
  }),
});
export type AppInfo = z.infer<typeof appInfoSchema>;

export const app = {
  info: queryFor('anyone').output(appInfoSchema),
};
