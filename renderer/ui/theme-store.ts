import { create } from 'zustand';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const STORED_AS = 'goldthread.theme';

interface ThemeState {
  theme: Theme;
  setTheme: (theme: Theme) => void;
}

/** Light, dark or as the system has it; remembered on this machine, in no workspace. */
export const useTheme = create<ThemeState>()((set) => ({
  theme: storedTheme(),
  setTheme: (theme) => {
    localStorage.setItem(STORED_AS, theme);
    showTheme(theme);
    set({ theme });
  },
}));

/** Puts the theme on the page; called once before the first drawing, so that nothing flashes. */
export function showTheme(theme: Theme = storedTheme()): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

function storedTheme(): Theme {
  const stored = localStorage.getItem(STORED_AS);
  return THEMES.find((theme) => theme === stored) ?? 'system';
}
