import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Reply } from '../../../shared/contract/supervision.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { AnswerDialog } from './AnswerDialog.tsx';
import { ReplyWords } from './SheetReplies.tsx';

/** What caseworkers reply, for the chair: second looks that wait come first. */
export function RepliesToAnswer() {
  const replies = useQuery(api.supervision.replies.queryOptions());
  const [answered, setAnswered] = useState<Reply | null>(null);
  return (
    <Asked query={replies} loading="Reading the replies">
      {(all) => {
        const waiting = all.filter(({ state }) => state === 'waiting');
        const done = all.filter(({ state }) => state === 'answered');
        return (
          <div className="stack-loose">
            <section className="stack-tight" aria-labelledby="waiting-heading">
              <h2 id="waiting-heading">Waiting for your answer</h2>
              {waiting.length === 0 ? (
                <EmptyState title="No reply waits">
                  <p>
                    Where a caseworker comments on their sheet, or asks for a second look at a plan, it stands here.
                  </p>
                </EmptyState>
              ) : (
                <ul className="list-plain stack">
                  {waiting.map((reply) => (
                    <li key={reply.id} className="panel supervision__reply">
                      <ReplyWords reply={reply} />
                      <Button
                        onClick={() => {
                          setAnswered(reply);
                        }}
                      >
                        Answer…<span className="visually-hidden"> {reply.caseworker.name}</span>
                      </Button>
                    </li>
                  ))}
                </ul>
              )}
            </section>
            {done.length === 0 ? null : (
              <section className="stack-tight" aria-labelledby="answered-heading">
                <h2 id="answered-heading">Answered</h2>
                <ul className="list-plain stack">
                  {done.map((reply) => (
                    <li key={reply.id} className="panel">
                      <ReplyWords reply={reply} />
                    </li>
                  ))}
                </ul>
              </section>
            )}
            {answered === null ? null : (
              <AnswerDialog
                key={answered.id}
                reply={answered}
                onClose={() => {
                  setAnswered(null);
                }}
              />
            )}
          </div>
        );
      }}
    </Asked>
  );
}
