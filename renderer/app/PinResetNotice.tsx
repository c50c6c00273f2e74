import { useState } from 'react';
import { useOpenWorkspace } from '../api/open-workspace.ts';
import { Button } from '../ui/Button.tsx';
import { formatDateTime } from '../ui/dates.ts';
import { Notice } from '../ui/Notice.tsx';

/** Tells whoever has just come in that somebody gave them a new PIN, until they have read it. */
export function PinResetNotice() {
  const { pinReset } = useOpenWorkspace();
  const [isRead, setIsRead] = useState(false);
  if (pinReset === null || isRead) return null;
  const by = pinReset.by === null ? 'by someone who had not signed in' : `while ${pinReset.by} was signed in`;
  return (
    <div className="frame__notice">
      <Notice
        tone="warning"
        title={`Your PIN was reset with the passphrase on ${formatDateTime(pinReset.at)}, ${by}.`}
        advice="If that was not you, choose another PIN in Settings, under People, and tell the QA lead. The trail keeps it."
        action={
          <Button
            size="small"
            onClick={() => {
              setIsRead(true);
              document.querySelector<HTMLElement>('#content')?.focus();
            }}
          >
            I have read this
          </Button>
        }
      />
    </div>
  );
}
