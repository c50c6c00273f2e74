import { Link } from 'wouter';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { LockedFile } from './LockedFile.tsx';
import { asksForPassword, dismissImport, useImports } from './imports-store.ts';
import type { ImportJob, ImportProgress } from './imports-store.ts';

const STAGE_WORDS: Record<ImportProgress['stage'], string> = {
  queued: 'Waiting for the reader',
  reading: 'Reading',
  understanding: 'Finding the sections',
  saving: 'Keeping it',
};

/** Every file on its way in, with how far it is or what became of it. Those read well move on to the tray by themselves. */
export function ImportList() {
  const jobs = useImports((state) => state.jobs);
  const shown = jobs.filter((job) => job.status.kind !== 'done' || job.status.wasHere);
  const read = jobs.filter((job) => job.status.kind === 'done').length;
  return (
    <>
      <output className="visually-hidden">
        {jobs.length === 0 ? '' : `${read} of ${jobs.length} documents read.`}
      </output>
      {shown.length === 0 ? null : (
        <section className="panel stack" aria-labelledby="imports-heading">
          <h2 id="imports-heading">Being read</h2>
          <ul className="list-plain stack">
            {shown.map((job) => (
              <li key={job.id}>
                <ImportLine job={job} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function ImportLine({ job }: { job: ImportJob }) {
  const dismiss = () => {
    dismissImport(job.id);
  };
  const { status } = job;
  if (status.kind === 'failed' && asksForPassword(status.error)) {
    return <LockedFile key={job.tries} job={job} error={status.error} onDismiss={dismiss} />;
  }
  if (status.kind === 'failed') {
    return (
      <Notice
        tone="error"
        title={`${job.fileName}: ${status.error.message}`}
        advice={status.error.advice}
        code={status.error.code}
        action={
          <Button size="small" onClick={dismiss}>
            Dismiss<span className="visually-hidden"> {job.fileName}</span>
          </Button>
        }
      />
    );
  }
  if (status.kind === 'done') {
    const { planId } = status.document;
    return (
      <Notice
        tone="info"
        title={`${job.fileName} is here already.`}
        advice={planId === null ? 'It waits below to be filed.' : undefined}
        action={
          <div className="row">
            {planId === null ? null : <Link href={`/plans/${planId}`}>Go to its plan</Link>}
            <Button size="small" onClick={dismiss}>
              Dismiss<span className="visually-hidden"> {job.fileName}</span>
            </Button>
          </div>
        }
      />
    );
  }
  if (status.kind === 'waiting') {
    return <Progress label={job.fileName} detail="Waiting" done={0} of={1} onCancel={dismiss} />;
  }
  const { progress } = status;
  const pages = progress?.pages;
  const page = progress?.page;
  const isCounting = progress?.stage === 'reading' && page !== undefined && pages !== undefined;
  return (
    <Progress
      label={job.fileName}
      detail={isCounting ? `Page ${page} of ${pages}` : progress === null ? 'Starting' : STAGE_WORDS[progress.stage]}
      done={isCounting ? page : 0}
      of={isCounting ? pages : null}
      onCancel={dismiss}
    />
  );
}
