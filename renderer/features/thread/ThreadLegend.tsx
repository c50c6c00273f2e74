/** What the lines and the edges of the cards say; the cards say it in words too. */
export function ThreadLegend() {
  return (
    <ul className="list-plain row thread__legend" aria-label="What the picture shows">
      <li>
        <Sample line="thread__line" />
        linked
      </li>
      <li>
        <Sample line="thread__line thread__line--suggested" />
        only suggested
      </li>
      <li>
        <span className="thread__orphan-edge" aria-hidden="true" />
        orphan
      </li>
    </ul>
  );
}

function Sample({ line }: { line: string }) {
  return (
    <svg className="thread__sample" viewBox="0 0 32 10" aria-hidden="true" focusable="false">
      <path className={line} d="M0 5 H32" />
    </svg>
  );
}
