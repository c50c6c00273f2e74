import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OutletExample } from '../../../shared/contract/outlets.ts';
import { formatTime } from '../../../shared/domain/report/report-words.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/Field.tsx';
import type { RunChoice } from './outlet-choice.ts';

/** Quotes of what was met, to be read and ticked one by one before a service sees them. */
export function Examples({ agency, run }: { agency: string; run: RunChoice }) {
  const [isOpen, setIsOpen] = useState(false);
  const list = useQuery(
    api.outlets.examples.queryOptions({ input: { agency, run }, enabled: isOpen && agency !== '' }),
  );
  return (
    <section className="stack" aria-label="Examples of good">
      <div className="row">
        <Button
          aria-expanded={isOpen}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          {isOpen ? 'Close the examples' : 'Choose examples of good'}
        </Button>
      </div>
      {isOpen ? (
        <Asked query={list} loading="Looking for quotes">
          {({ examples, more }) =>
            examples.length === 0 ? (
              <p className="soft">
                No quote is behind a criterion that was met in these half-terms. Auditors add them while they grade.
              </p>
            ) : (
              <div className="stack">
                <p className="soft outlets__words">
                  Names, dates of birth, settings and places are masked by rule. Read each quote for anything else that
                  would let someone be recognised, leave it out, then tick. Only what is ticked is shown to a service.
                </p>
                <ul className="list-plain stack">
                  {examples.map((example) => (
                    <li key={example.evidenceId}>
                      <Example example={example} />
                    </li>
                  ))}
                </ul>
                {more > 0 ? <p className="soft">{more} more are not listed.</p> : null}
              </div>
            )
          }
        </Asked>
      ) : null}
    </section>
  );
}

function Example({ example }: { example: OutletExample }) {
  const { evidenceId, planReference, criterionId, criterion, masked, tick } = example;
  const [words, setWords] = useState(example.words);
  const ticking = useMutation(api.outlets.tickExample.mutationOptions());
  const unticking = useMutation(api.outlets.untickExample.mutationOptions());
  const name = `${criterionId}, plan ${planReference}`;
  return (
    <div className="outlets__example stack-tight">
      <p>
        <strong>{criterionId}</strong> {criterion} <span className="soft outlets__whole">Plan {planReference}</span>
      </p>
      {tick === null ? (
        <>
          <TextArea
            label={`Words to show: ${name}`}
            value={words}
            rows={3}
            onChange={({ currentTarget: { value } }) => {
              setWords(value);
            }}
          />
          <div className="row">
            <Button
              size="small"
              isBusy={ticking.isPending}
              aria-label={`I have read it, tick: ${name}`}
              onClick={() => {
                ticking.mutate({ evidenceId, masked, words });
              }}
            >
              I have read it: tick
            </Button>
          </div>
          {ticking.isError ? <Failed error={ticking.error} /> : null}
        </>
      ) : (
        <>
          <blockquote className="outlets__quote">{example.words}</blockquote>
          <div className="row">
            <p className="soft small">
              Ticked by {tick.by}, {formatTime(tick.at)}
            </p>
            <Button
              size="small"
              look="quiet"
              isBusy={unticking.isPending}
              aria-label={`Take the tick back: ${name}`}
              onClick={() => {
                unticking.mutate({ evidenceId });
              }}
            >
              Take the tick back
            </Button>
          </div>
          {unticking.isError ? <Failed error={unticking.error} /> : null}
        </>
      )}
    </div>
  );
}
