import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { Failed } from '../../api/Asked.tsx';
import { savePaper } from '../../api/save-paper.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';

/** Makes a file in one of several forms and gives it to the person to keep. */
export function SaveButtons<Format extends string>({
  label,
  formats,
  make,
  whyNot = null,
}: {
  /** What the buttons export: "Export the scorecard". */
  label: string;
  formats: readonly { format: Format; label: string }[];
  make: (format: Format) => Promise<File>;
  /** Why there is nothing to export; null where there is. */
  whyNot?: string | null;
}) {
  const reasonId = useId();
  const save = useMutation({
    mutationFn: make,
    onSuccess: savePaper,
  });
  return (
    <div className="stack-tight">
      <fieldset
        className="row outlets__buttons"
        aria-label={label}
        aria-describedby={whyNot === null ? undefined : reasonId}
      >
        {formats.map(({ format, label: words }, at) => (
          <Button
            key={format}
            look={at === 0 ? 'primary' : 'secondary'}
            icon={<Icon name="download" />}
            isBusy={save.isPending && save.variables === format}
            disabled={whyNot !== null}
            onClick={() => {
              if (!save.isPending) save.mutate(format);
            }}
          >
            {words}
          </Button>
        ))}
      </fieldset>
      {whyNot === null ? null : (
        <p id={reasonId} className="soft">
          {whyNot}
        </p>
      )}
      {save.isError ? <Failed error={save.error} /> : null}
    </div>
  );
}
