import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { shortHalfTermName } from '../../shared/domain/half-term.ts';
import { api } from '../api/client.ts';
import { useOpenWorkspace } from '../api/open-workspace.ts';
import { KeyboardHelp } from '../features/help/KeyboardHelp.tsx';
import { Button } from '../ui/Button.tsx';
import { GoldthreadMark } from '../ui/GoldthreadMark.tsx';
import { Icon } from '../ui/Icon.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { placesOf } from './places.ts';
import { PinResetNotice } from './PinResetNotice.tsx';
import { ThemeButton } from './ThemeButton.tsx';
import { Screens } from './Screens.tsx';
import { useStillHere } from './use-still-here.ts';
import './frame.css';

/** What stays around every screen while a workspace is open: whose it is, where one can go, and the lock. */
export function Frame() {
  const { partnership, person } = useOpenWorkspace();
  const places = placesOf(person);
  const [location] = useLocation();
  const round = useQuery(api.rounds.current.queryOptions());
  const lock = useMutation(api.workspaces.lock.mutationOptions());
  const [isShowingKeys, setIsShowingKeys] = useState(false);
  useStillHere();
  useFrameKeys({
    onLock: () => {
      lock.mutate(undefined);
    },
    onHelp: () => {
      setIsShowingKeys(true);
    },
  });
  return (
    <div className="frame">
      <a
        className="skip-link"
        href="#content"
        onClick={(event) => {
          // The hash is the route: jump by hand.
          event.preventDefault();
          document.querySelector<HTMLElement>('#content')?.focus();
        }}
      >
        Skip to the content
      </a>
      <header className="frame__header">
        <div className="frame__who">
          <GoldthreadMark />
          <div className="frame__names">
            <span className="frame__partnership">{partnership.name}</span>
            {round.data === undefined ? null : (
              <span className="frame__half-term">{shortHalfTermName(round.data.halfTerm)}</span>
            )}
          </div>
        </div>
        <nav className="frame__nav" aria-label="Main">
          <ul className="list-plain frame__places">
            {places.map(({ path, label }) => (
              <li key={path}>
                <Link href={path} className="frame__place" aria-current={isAt(location, path) ? 'page' : undefined}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <ThemeButton />
        <PersonMenu />
        <Button
          size="small"
          icon={<Icon name="lock" />}
          title="Lock the workspace (Ctrl+L)"
          aria-keyshortcuts="Control+L"
          isBusy={lock.isPending}
          onClick={() => {
            lock.mutate(undefined);
          }}
        >
          Lock
        </Button>
      </header>
      <main id="content" tabIndex={-1} className="frame__main">
        <PinResetNotice />
        <Screens />
      </main>
      <KeyboardHelp
        isOpen={isShowingKeys}
        onClose={() => {
          setIsShowingKeys(false);
        }}
      />
    </div>
  );
}

/** A plan, its documents and its audits are reached through the register, so they stand under Plans. */
function isAt(location: string, path: string): boolean {
  if (path === '/') return location === '/';
  if (path === '/plans' && /^\/(documents|audits|compare|thread)\//.test(location)) return true;
  return location === path || location.startsWith(`${path}/`);
}

function useFrameKeys({ onLock, onHelp }: { onLock: () => void; onHelp: () => void }) {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key.toLowerCase() === 'l' && event.ctrlKey && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        onLock();
      } else if (event.key === '?' && !isTyping(event.target) && document.querySelector('dialog[open]') === null) {
        event.preventDefault();
        onHelp();
      }
    }
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}
