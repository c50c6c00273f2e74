import { useState } from 'react';
import { useHasRole } from '../../api/open-workspace.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { CalendarPanel } from './CalendarPanel.tsx';
import { IntegrityPanel } from './IntegrityPanel.tsx';
import { MeasuresPanel } from './MeasuresPanel.tsx';
import { PartnershipPanel } from './PartnershipPanel.tsx';
import { PeoplePanel } from './PeoplePanel.tsx';
import { SecurityPanel } from './SecurityPanel.tsx';
import { ThemePanel } from './ThemePanel.tsx';
import { TrailPanel } from './TrailPanel.tsx';
import { WhatProtects } from './WhatProtects.tsx';
import './settings.css';

type Place = 'partnership' | 'measures' | 'people' | 'security' | 'trail' | 'screen';

/** What is set once and seldom changed: whose workspace it is, its calendar, the people, the locks, the look. */
export function SettingsPage() {
  const [place, setPlace] = useState<Place>('partnership');
  const maySeeTrail = useHasRole('qa_lead', 'chair');
  const maySeeMeasures = useHasRole('qa_lead', 'chair');
  const tabs: { id: Place; label: string }[] = [
    { id: 'partnership', label: 'Partnership and calendar' },
    ...(maySeeMeasures ? [{ id: 'measures' as const, label: 'Measures' }] : []),
    { id: 'people', label: 'People' },
    { id: 'security', label: 'Security' },
    ...(maySeeTrail ? [{ id: 'trail' as const, label: 'The trail' }] : []),
    { id: 'screen', label: 'This screen' },
  ];
  return (
    <div className="page">
      <PageHeader title="Settings" />
      <Tabs
        label="Settings"
        tabs={tabs}
        selected={place}
        onSelect={(id) => {
          const chosen = tabs.find((tab) => tab.id === id);
          if (chosen !== undefined) setPlace(chosen.id);
        }}
      >
        {place === 'partnership' ? (
          <div className="settings__calendar">
            <PartnershipPanel />
            <CalendarPanel />
          </div>
        ) : null}
        {place === 'measures' ? <MeasuresPanel /> : null}
        {place === 'people' ? <PeoplePanel /> : null}
        {place === 'security' ? (
          <div className="settings__grid">
            <SecurityPanel />
            <IntegrityPanel />
            <WhatProtects />
          </div>
        ) : null}
        {place === 'trail' ? <TrailPanel /> : null}
        {place === 'screen' ? <ThemePanel /> : null}
      </Tabs>
    </div>
  );
}
