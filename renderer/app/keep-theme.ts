import { client } from '../api/client.ts';
import { useTheme } from '../ui/theme-store.ts';

/**
 * Puts the remembered theme on the page, and remembers each later choice. Called once before the first drawing, so that
 * nothing flashes; a backend that does not answer must not keep the screens from showing, and theirs is the error then.
 */
export async function keepTheme(): Promise<void> {
  try {
    const { theme } = await client.app.info();
    useTheme.getState().setTheme(theme);
  } catch {
    return;
  }
  useTheme.subscribe(({ theme }, { theme: before }) => {
    // A wish about colours that could not be kept is not worth a message: it holds until the window is closed.
    if (theme !== before) client.app.setTheme({ theme }).catch(() => undefined);
  });
}
