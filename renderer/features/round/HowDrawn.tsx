import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Round } from '../../../shared/contract/rounds.ts';
import type { Sample } from '../../../shared/contract/samples.ts';
import { leftOutInAll, leftOutReasonWords } from '../../../shared/domain/rounds/frame-words.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { formatDateTime } from '../../ui/dates.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Table } from '../../ui/Table.tsx';
import { howDrawn, leftOutOfDraw } from './sample-words.ts';

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
            <LeftOut draw={sample.draw} />
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

/** Why plans of the register could not be drawn, each counted once. */
function LeftOut({ draw }: { draw: NonNullable<Sample['draw']> }) {
  const { leftOut, frameSize } = draw;
  if (leftOut === null || leftOut.length === 0) return <p className="soft">{leftOutOfDraw(draw)}</p>;
  const without = leftOutInAll(leftOut);
  return (
    <Table caption="The register when the sample was drawn">
      <thead>
        <tr>
          <th scope="col">In the frame, or why not: the first thing that it was not as asked for</th>
          <th scope="col" className="table__number">
            Plans
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">In the frame: could be drawn</th>
          <td className="table__number">{frameSize.toLocaleString('en-GB')}</td>
        </tr>
        {leftOut.map(({ reason, count }) => (
          <tr key={reason}>
            <th scope="row">Left out: {leftOutReasonWords(reason)}</th>
            <td className="table__number">{count.toLocaleString('en-GB')}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">All plans of the register</th>
          <td className="table__number">{(frameSize + without).toLocaleString('en-GB')}</td>
        </tr>
      </tbody>
    </Table>
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
      <TextArea label="For the report" readOnly rows={8} value={text} ref={area} />
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
