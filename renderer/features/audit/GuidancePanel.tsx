import type { Criterion } from '../../../shared/domain/rubric/rubric.ts';

/** What helps to answer a criterion: guidance, what good looks like, examples, the law. */
export function GuidancePanel({ criterion }: { criterion: Criterion }) {
  const { guidance, whatGoodLooksLike, examples, legalBasis } = criterion;
  const rows = [
    { title: 'Guidance', text: guidance },
    { title: 'What good looks like', text: whatGoodLooksLike },
    { title: 'An example that meets it', text: examples.positive },
    { title: 'An example that does not', text: examples.negative },
    { title: 'In law', text: legalBasis.join('; ') },
  ].filter(({ text }) => text.trim() !== '');
  if (rows.length === 0) return <p className="soft">These standards give no guidance on this criterion.</p>;
  return (
    <dl className="guidance">
      {rows.map(({ title, text }) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
