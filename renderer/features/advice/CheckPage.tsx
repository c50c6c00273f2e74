import { useQuery } from '@tanstack/react-query';
import { checkName, type OfficerAgency } from '../../../shared/domain/advice/advice-log.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { CheckScreen } from './CheckScreen.tsx';
import './advice.css';

/** One draft against the advice that was sent for it. */
export function CheckPage({ agency, documentId }: { agency: OfficerAgency; documentId: string }) {
  const file = useQuery(api.advice.get.queryOptions({ input: { agency, documentId } }));
  const document = useQuery(api.documents.get.queryOptions({ input: { documentId } }));
  const rubric = useQuery(api.rubrics.current.queryOptions());
  return (
    <Asked query={file} loading={`Opening the ${checkName(agency).toLowerCase()}`}>
      {(opened) => (
        <Asked query={document} loading="Opening the plan">
          {({ model }) => (
            <Asked query={rubric} loading="Opening the standards">
              {(stored) => <CheckScreen file={opened} model={model} sections={stored.rubric.sections} />}
            </Asked>
          )}
        </Asked>
      )}
    </Asked>
  );
}
