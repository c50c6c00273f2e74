import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Round } from '../../../shared/contract/rounds.ts';
import type { Sample } from '../../../shared/contract/samples.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { formatDateTime } from '../../ui/dates.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { howDrawn } from './sample-words.ts';

/** How the sample was drawn, to be copied into a report, and the proof that it can be drawn again. */
export function HowDrawn({ round, sample }: { round: Round; sample: Sample }) {
  const [isProving, setIsProving] = useState(false);
  return (
    <Disclosure summary="How this sample was drawn">
      <div className="stack">
        <Words
          text={howDrawn(sample, round, sample.draw === null ? '' : `on ${formatDateTime(sample.draw.drawnAt)}`)}
        />
        {sample.draw === null ? null : (
          <>
            <Button
              onClick={() => {
                setIsProving(true);
              }}
            >
              Draw it again, as a check
            </Button>
            {isProving ? <Proof key={sample.draw.drawnAt} roundId={round.id} /> : null}
          </>
        )}
      </div>
    </Disclosure>
  );
}

function Words({ text }: { text: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => {
    area.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied.');
    } catch {
      // Where the window may not write to the clipboard, the person still may.
      area.current?.focus();
      setSaid('It is selected: press Ctrl+C to copy it.');
    }
  };
  return (
    <>
      <TextArea label="For the report" readOnly rows={7} value={text} ref={area} />
      <div className="row">
        <Button
          onClick={() => {
            void copy();
          }}
        >
          Copy the words
        </Button>
        <output className="soft">{said}</output>
      </div>
    </>
  );
}

function Proof({ roundId }: { roundId: string }) {
  const proof = useQuery(api.samples.drawAgain.queryOptions({ input: { roundId } }));
  return (
    <Asked query={proof} loading="Drawing again">
      {({ isSame, isFrameWhole }) =>
        isSame && isFrameWhole ? (
          <Notice
            tone="success"
            title="Drawn again from the kept frame and seed, the same plans came out, in the same order."
            advice="The frame is as it was: its digest agrees."
          />
        ) : (
          <Notice
            tone="error"
            title={isSame ? 'The same plans came out, but the frame is not as it was.' : 'Other plans came out.'}
            advice={
              isFrameWhole
                ? 'The frame is as it was, so the sample was changed beside the application. Verify the workspace in Settings, Security.'
                : 'The kept frame no longer agrees with its digest. Verify the workspace in Settings, Security.'
            }
          />
        )
      }
    </Asked>
  );
}
