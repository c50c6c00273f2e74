import './mark.css';

/** The golden thread: one line that runs through four stitches: aspirations, needs, outcomes, provision. */
export function GoldthreadMark() {
  return (
    <svg className="mark" viewBox="0 0 40 24" aria-hidden="true" focusable="false">
      <path className="mark__thread" d="M2 16c5 0 4-9 9-9s4 10 9 10 4-10 9-10 4 9 9 9" />
      <path className="mark__stitch" d="M11 3.5v7M20 13.5v7M29 3.5v7" />
    </svg>
  );
}
