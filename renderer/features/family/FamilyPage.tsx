import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FamilyFigures } from '../../../shared/contract/family-feedback.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Table } from '../../ui/Table.tsx';
import { AnswerList } from './AnswerList.tsx';
import { EnterAnswer } from './EnterAnswer.tsx';
import { countedWords, halfTermWords } from './family-words.ts';
import { ImportAnswers } from './ImportAnswers.tsx';
import { ScaleDialog } from './ScaleDialog.tsx';

/**
 * How satisfied families say they are. It stands beside the report, since its figures are read with the report's, by the
 * same people; not on the plan's page, where a family's words would sway auditors who have yet to grade alone.
 */
export function FamilyPage() {
  const mayCount = useHasRole('qa_lead', 'chair', 'board_reader');
  const mayRead = useHasRole('qa_lead', 'chair');
  const mayEnter = useHasRole('qa_lead');
  const [dialog, setDialog] = useState<'enter' | 'import' | 'scale' | null>(null);
  const figures = useQuery(api.familyFeedback.figures.queryOptions({ enabled: mayCount }));
  const close = () => {
    setDialog(null);
  };
  if (!mayCount) {
    return (
      <div className="page">
        <PageHeader title="What families say" />
        <EmptyState title="This is for the QA lead, the chair and the board">
          <p>A family’s answer is not shown to those who grade the plan.</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="page stack-loose">
      <PageHeader
        title="What families say"
        actions={
          mayEnter ? (
            <>
              <Button
                onClick={() => {
                  setDialog('import');
                }}
              >
                Import a survey…
              </Button>
              <Button
                look="primary"
                onClick={() => {
                  setDialog('enter');
                }}
              >
                Enter an answer…
              </Button>
            </>
          ) : undefined
        }
      />
      <Asked query={figures} loading="Counting the answers">
        {(counted) => (
          <>
            <Satisfied figures={counted} />
            <div className="row">
              <p className="soft">{countedWords(counted.scale)}</p>
              {mayEnter ? (
                <Button
                  size="small"
                  look="quiet"
                  onClick={() => {
                    setDialog('scale');
                  }}
                >
                  Change the scale…
                </Button>
              ) : null}
            </div>
            {mayRead && counted.total > 0 ? <AnswerList scale={counted.scale} mayRemove={mayEnter} /> : null}
            {dialog === 'enter' ? <EnterAnswer scale={counted.scale} onClose={close} /> : null}
            {dialog === 'import' ? <ImportAnswers onClose={close} /> : null}
            {dialog === 'scale' ? <ScaleDialog scale={counted.scale} onClose={close} /> : null}
          </>
        )}
      </Asked>
    </div>
  );
}

function Satisfied({ figures: { halfTerms, total } }: { figures: FamilyFigures }) {
  if (total === 0) {
    return (
      <EmptyState title="No family has answered yet">
        <p>Enter answers one by one, or import the table of a survey. Satisfaction then stands here by half-term.</p>
      </EmptyState>
    );
  }
  return (
    <Table caption="Satisfied or very satisfied, by half-term">
      <thead>
        <tr>
          <th scope="col">Half-term</th>
          <th scope="col">Answers</th>
          <th scope="col">Satisfied or very satisfied</th>
        </tr>
      </thead>
      <tbody>
        {halfTerms.map(({ halfTerm, satisfied }) => (
          <tr key={halfTerm?.id ?? ''}>
            <th scope="row">{halfTermWords(halfTerm)}</th>
            <td>{satisfied.of}</td>
            <td>{satisfied.words}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
