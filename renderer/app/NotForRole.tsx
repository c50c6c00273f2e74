import { Link } from 'wouter';
import type { Role } from '../../shared/contract/meta.ts';
import { ROLE_WORDS } from '../api/field-words.ts';
import { useOpenWorkspace } from '../api/open-workspace.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

/** What stands at an address that is somebody else's: whose it is, in words, and the way back. */
export function NotForRole({ what, roles, isNaming }: { what: string; roles: readonly Role[]; isNaming: boolean }) {
  const { person } = useOpenWorkspace();
  return (
    <div className="page">
      <PageHeader title="Not for your role" />
      <EmptyState title={`${what} is not among what you see here`} action={<Link href="/">Go to Home</Link>}>
        {isNaming ? (
          <p>It names children and families, so it is not shown to the parent carer forum.</p>
        ) : (
          <p>
            It is for: {wordsOf(roles)}. You are here as {person.name}: {wordsOf(person.roles)}.
          </p>
        )}
        <p>Who holds which role stands in Settings; the QA lead changes it there.</p>
      </EmptyState>
    </div>
  );
}

function wordsOf(roles: readonly Role[]): string {
  return roles.map((role) => ROLE_WORDS[role]).join(', ');
}
