import { useState } from 'react';
import { checkName, type OfficerAgency } from '../../../shared/domain/advice/advice-log.ts';
import { SelectField } from '../../ui/Field.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { DraftQueue } from './DraftQueue.tsx';
import { GapsPart } from './GapsPart.tsx';
import { OFFICER_CHOICES, useOfficer } from './officer.ts';
import './advice.css';

const TABS = [
  { id: 'drafts', label: 'Drafts' },
  { id: 'services', label: 'Services and gaps' },
];

/** The officer's own screen: drafts to check before they go final, and what recurs in services' advice. */
export function AdvicePage() {
  const { own, mayCheck, mayChoose } = useOfficer();
  const [agency, setAgency] = useState<OfficerAgency>(own);
  const [tab, setTab] = useState('drafts');
  return (
    <div className="page">
      <PageHeader
        title={checkName(agency)}
        actions={
          mayChoose ? (
            <SelectField
              label="Whose check"
              choices={OFFICER_CHOICES}
              value={agency}
              onChange={({ target }) => {
                setAgency(target.value === 'social_care' ? 'social_care' : 'health');
              }}
            />
          ) : undefined
        }
      >
        <p>
          Hold each draft against the advice that was sent for it, in time for corrections before the final is due.
          {mayCheck(agency) ? '' : ' You can look; the designated officer of the agency makes the check.'}
        </p>
      </PageHeader>
      <Tabs label="Parts of the check" tabs={TABS} selected={tab} onSelect={setTab}>
        {tab === 'drafts' ? <DraftQueue agency={agency} /> : <GapsPart agency={agency} mayWrite={mayCheck(agency)} />}
      </Tabs>
    </div>
  );
}
