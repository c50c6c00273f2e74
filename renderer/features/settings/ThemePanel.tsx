import { RadioGroup } from '../../ui/Field.tsx';
import { THEMES, useTheme } from '../../ui/theme-store.ts';
import type { Theme } from '../../ui/theme-store.ts';

const WORDS: Record<Theme, string> = { system: 'As the system has it', light: 'Light', dark: 'Dark' };

/** How the application looks on this machine. */
export function ThemePanel() {
  const { theme, setTheme } = useTheme();
  return (
    <section className="panel settings__narrow" aria-labelledby="look-heading">
      <h2 id="look-heading" className="visually-hidden">
        The look
      </h2>
      <RadioGroup
        legend="Light or dark"
        hint="Kept on this machine, not in the workspace."
        name="theme"
        choices={THEMES.map((value) => ({ value, label: WORDS[value] }))}
        value={theme}
        onChange={(event) => {
          const chosen = THEMES.find((value) => value === event.target.value);
          if (chosen !== undefined) setTheme(chosen);
        }}
      />
    </section>
  );
}
