import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { type SampleInput, sampleInputSchema } from '../../../shared/contract/samples.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Table } from '../../ui/Table.tsx';
import { leftOutWords } from './round-words.ts';
import { Scrolled } from './Scrolled.tsx';

/** A pause in typing after which the frame is read. */
const PAUSE_MS = 200;

/** What would be drawn from: the frame by stratum, with its places, and who is left out and why; `children` draws. */
export function SamplePreview({ input, children }: { input: SampleInput | null; children: ReactNode }) {
  const asked = useAfterPause(input);
  return (
    <section className="panel stack sample__preview" aria-labelledby="preview-heading">
      <h2 id="preview-heading">What would be drawn</h2>
      {asked === null ? (
        <p className="soft">Put right what is marked, and it shows here.</p>
      ) : (
        <Preview input={asked} />
      )}
      {children}
    </section>
  );
}

function Preview({ input }: { input: SampleInput }) {
  const preview = useQuery(api.samples.preview.queryOptions({ input, placeholderData: keepPreviousData }));
  return (
    <Asked query={preview} loading="Reading the register">
      {({ frameSize, strata, leftOut }) => {
        const drawn = strata.reduce((sum, stratum) => sum + stratum.drawn, 0);
        const without = leftOut.reduce((sum, { count: number }) => sum + number, 0);
        if (frameSize === 0) {
          return (
            <EmptyState
              title={without === 0 ? 'The register is empty' : 'No plan is like that'}
              action={without === 0 ? <Link href="/plans/import">Import a register</Link> : undefined}
            >
              <p>
                {without === 0
                  ? 'Bring plans into the register first; then a sample can be drawn.'
                  : `All ${without} plans of the register are left out: ask for less.`}
              </p>
            </EmptyState>
          );
        }
        return (
          <>
            <output className="round__said">
              <strong>{drawn}</strong> of {count(frameSize, 'plan')} that may be drawn
              {drawn < input.size ? `: there are no more than ${frameSize}.` : '.'}
            </output>
            <Scrolled label="The frame by stratum, scrollable">
              <Table caption="The frame by stratum" isCaptionHidden>
                <thead>
                  <tr>
                    <th scope="col">Stratum</th>
                    <th scope="col" className="table__number">
                      Plans
                    </th>
                    <th scope="col" className="table__number">
                      Places
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {strata.map(({ stratum, size, drawn: places }) => (
                    <tr key={stratum}>
                      <th scope="row">{stratum === '' ? 'All plans' : stratum}</th>
                      <td className="table__number">{size.toLocaleString('en-GB')}</td>
                      <td className="table__number">{places === 0 ? 'none' : places}</td>
                    </tr>
                  ))}
                </tbody>
              </Table>
            </Scrolled>
            {input.method === 'stratified' ? (
              <p className="soft small">
                Where places do not come out whole, the draw decides by chance who gets one: a stratum may get one more
                or one fewer than shown.
              </p>
            ) : null}
            {leftOut.length === 0 ? (
              <p className="soft">No plan of the register is left out.</p>
            ) : (
              <Disclosure summary={`Left out: ${count(without, 'plan')}`}>
                <ul className="list">
                  {leftOut.map((each) => (
                    <li key={each.reason}>
                      {leftOutWords(each)}
                      <span className="soft small sample__references">
                        {each.references.join(', ')}
                        {each.count > each.references.length ? ' …' : ''}
                      </span>
                    </li>
                  ))}
                </ul>
              </Disclosure>
            )}
          </>
        );
      }}
    </Asked>
  );
}

/** The last value once it has stood still; what is equal in content does not ask again. */
function useAfterPause(input: SampleInput | null): SampleInput | null {
  const [settled, setSettled] = useState(input);
  const text = JSON.stringify(input);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(sampleInputSchema.nullable().parse(JSON.parse(text)));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return settled;
}
