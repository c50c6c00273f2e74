import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Stands in place of freezing where a half-term is out already, together with later ones. */
export function OutWithLater({
  onEarlier,
}: {
  /** Leads to the earlier reports; left out where they stand below. */
  onEarlier?: (() => void) | undefined;
}) {
  return (
    <div className="stack-tight">
      <Notice
        tone="info"
        title="This half-term was published together with later ones."
        advice="It is not published alone: beside that report, its own figures would give small counts away. The report it is in stands under Earlier reports."
      />
      {onEarlier === undefined ? null : (
        <div className="row">
          <Button look="secondary" onClick={onEarlier}>
            To the earlier reports
          </Button>
        </div>
      )}
    </div>
  );
}
