import { useSyncExternalStore } from 'react';
import { useTheme } from './theme-store.ts';

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');

/** True while the page is dark, by choice or by the system. For drawings, whose colours are in their data. */
export function useIsDark(): boolean {
  const theme = useTheme((state) => state.theme);
  const isSystemDark = useSyncExternalStore(subscribe, () => systemIsDark.matches);
  return theme === 'system' ? isSystemDark : theme === 'dark';
}

function subscribe(onChange: () => void): () => void {
  systemIsDark.addEventListener('change', onChange);
  return () => {
    systemIsDark.removeEventListener('change', onChange);
  };
}
