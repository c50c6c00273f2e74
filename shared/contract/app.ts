import { z } from 'zod';
import { commandFor, queryFor } from './meta.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export const themeSchema = z.enum(THEMES);
export type Theme = z.infer<typeof themeSchema>;

export const appInfoSchema = z.strictObject({
  version: z.string(),
  host: z.enum(['desktop', 'local']),
  /** How the person wants the screens on this machine; kept beside the workspaces, in none of them. */
  theme: themeSchema,
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
  setTheme: commandFor('anyone', ['app'])
    .input(z.strictObject({ theme: themeSchema }))
    .output(appInfoSchema),
};
