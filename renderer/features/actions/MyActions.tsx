import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { count } from '../../../shared/domain/calendar-date.ts';
import { isOverdue } from '../../../shared/domain/actions.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { ActionList } from './ActionList.tsx';

const MINE = { level: null, planId: null, service: null, state: 'open', isMine: true } as const;
/** Home shows what is due first; the page has the rest. */
const SHOWN = 5;

/** My open actions on Home, what is overdue first. Nothing where there are none. */
export function MyActions() {
  const list = useQuery(api.actions.list.queryOptions({ input: { filter: MINE, limit: SHOWN, isGlance: true } }));
  if (list.isError) return <Failed error={list.error} />;
  if (list.data === undefined || list.data.actions.length === 0) return null;
  const { actions, today, matching } = list.data;
  const overdue = actions.filter((action) => isOverdue(action, today)).length;
  return (
    <section className="stack" aria-labelledby="my-actions-heading">
      <div className="row row--apart">
        <h2 id="my-actions-heading">My actions{overdue === 0 ? '' : `, ${overdue} overdue`}</h2>
        <Link href="/actions">{matching > SHOWN ? `All ${count(matching, 'action')}` : 'All actions'}</Link>
      </div>
      <ActionList actions={actions} today={today} label="My open actions" />
    </section>
  );
}
