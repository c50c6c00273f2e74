import { IconButton } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useTheme } from '../ui/theme-store.ts';
import { useIsDark } from '../ui/use-is-dark.ts';

/** Light to dark and back, for a room whose lights go down; Settings gives the choice back to the system. */
export function ThemeButton() {
  const isDark = useIsDark();
  const setTheme = useTheme((state) => state.setTheme);
  return (
    <IconButton
      label={isDark ? 'Switch to light' : 'Switch to dark'}
      onClick={() => {
        setTheme(isDark ? 'light' : 'dark');
      }}
    >
      <Icon name={isDark ? 'sun' : 'moon'} />
    </IconButton>
  );
}
