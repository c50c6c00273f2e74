import { useSyncExternalStore } from 'react';

/**
 * The address's path, kept in its hash; what follows a question mark there is the screen's own (how a list is narrowed),
 * and no other place. The library's own way puts the query before the hash, where going back then changes nothing.
 */
export function useHashLocation(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, currentPath), navigate];
}

useHashLocation.hrefs = (href: string): string => `#${href}`;

function navigate(to: string, { replace = false, state = null }: { replace?: boolean; state?: unknown } = {}): void {
  const oldURL = window.location.href;
  const address = `#/${to.replace(/^#?\/?/, '')}`;
  if (replace) window.history.replaceState(state, '', address);
  else window.history.pushState(state, '', address);
  window.dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL: window.location.href }));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => {
    window.removeEventListener('hashchange', listener);
  };
}

function currentPath(): string {
  return `/${window.location.hash.replace(/^#?\/?/, '').split('?', 1)[0] ?? ''}`;
}
