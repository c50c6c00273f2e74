import { create } from 'zustand';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

interface ThemeState {
  theme: Theme;
  setTheme: (theme: Theme) => void;
}

/** Light, dark or as the system has it; app/keep-theme.ts remembers it on this machine, in no workspace. */
export const useTheme = create<ThemeState>()((set) => ({
  theme: 'system',
  setTheme: (theme) => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    set({ theme });
  },
}));
