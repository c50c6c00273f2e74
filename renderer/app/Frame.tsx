import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { seesMasked } from '../../shared/contract/masked-view.ts';
import type { Role } from '../../shared/contract/meta.ts';
import { checkName } from '../../shared/domain/advice/advice-log.ts';
import { shortHalfTermName } from '../../shared/domain/half-term.ts';
import { api } from '../api/client.ts';
import { useOpenWorkspace } from '../api/open-workspace.ts';
import { KeyboardHelp } from '../features/help/KeyboardHelp.tsx';
import { Button } from '../ui/Button.tsx';
import { GoldthreadMark } from '../ui/GoldthreadMark.tsx';
import { Icon } from '../ui/Icon.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { PinResetNotice } from './PinResetNotice.tsx';
import { ThemeButton } from './ThemeButton.tsx';
import { Screens } from './Screens.tsx';
import { useStillHere } from './use-still-here.ts';
import './frame.css';

/** `roles` where a place is for some alone; the backend decides what they are served there. */
const PLACES: readonly { path: string; label: string; roles?: readonly Role[] }[] = [
  { path: '/', label: 'Home' },
  { path: '/round', label: 'Round' },
  { path: '/plans', label: 'Plans' },
  { path: '/moderate', label: 'Moderate', roles: ['chair', 'qa_lead', 'auditor'] },
  { path: '/actions', label: 'Actions' },
  { path: '/advice', label: checkName('health'), roles: ['designated_officer', 'qa_lead'] },
  { path: '/supervision', label: 'Supervision', roles: ['locality_manager', 'caseworker', 'chair', 'qa_lead'] },
  { path: '/insight', label: 'Insight', roles: ['qa_lead', 'chair', 'locality_manager', 'board_reader'] },
  { path: '/report', label: 'Report' },
  { path: '/standards', label: 'Standards' },
  { path: '/settings', label: 'Settings' },
  { path: '/help', label: 'Help' },
];

/** What stays around every screen while a workspace is open: whose it is, where one can go, and the lock. */
export function Frame() {
  const { partnership, person } = useOpenWorkspace();
  const isMasked = seesMasked(person);
  const places = PLACES.filter(
    ({ path, roles }) =>
      (roles === undefined || roles.some((role) => person.roles.includes(role))) &&
      // The register is a list of children, and figures lead to it.
      !(isMasked && (path === '/plans' || path === '/insight')),
  );
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
                  {path === '/advice' && person.agency === 'social_care' ? checkName('social_care') : label}
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
  if (path === '/plans' && /^\/(documents|audits|compare)\//.test(location)) return true;
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
