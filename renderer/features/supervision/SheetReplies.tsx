import type { Reply, Sheet } from '../../../shared/contract/supervision.ts';
import { formatDateTime } from '../../ui/dates.ts';
import { enteredWords, replyKindWords, replyStateWords } from './supervision-words.ts';

/** The caseworker's own view, and the chair's answers to it. */
export function SheetReplies({ sheet }: { sheet: Sheet }) {
  return (
    <section className="panel stack-tight" aria-labelledby="replies-heading">
      <h2 id="replies-heading">The caseworker’s own view</h2>
      {sheet.replies.length === 0 ? (
        <p className="soft">
          {sheet.isOwn
            ? 'You can comment on what was found, or ask for a second look at a plan. The chair answers.'
            : 'They can comment, or ask for a second look at a plan. The chair answers.'}
        </p>
      ) : (
        <ul className="list-plain stack">
          {sheet.replies.map((reply) => (
            <li key={reply.id}>
              <ReplyWords reply={reply} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** One reply with how it stands and what the chair answered. */
export function ReplyWords({ reply }: { reply: Reply }) {
  const { kind, about, words, answer, enteredAt } = reply;
  return (
    <div className="stack-tight">
      <p className="small soft">
        {replyKindWords(kind)}
        {about === null ? '' : ` · ${about.plan}`} · {enteredWords(reply)}, {formatDateTime(enteredAt)}
      </p>
      <p>{words}</p>
      <p className="supervision__state">{replyStateWords(reply)}</p>
      {answer === null ? null : (
        <p className="supervision__excerpt">
          {answer.words}{' '}
          <span className="small soft">
            {answer.by}, {formatDateTime(answer.at)}
          </span>
        </p>
      )}
    </div>
  );
}
