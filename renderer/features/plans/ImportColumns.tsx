import type { Upload } from '../../../shared/contract/register.ts';
import { importColumns } from '../../../shared/domain/register/register-columns.ts';
import { Table } from '../../ui/Table.tsx';

/** What each column of the file is to ours, to be changed where it was taken wrongly. */
export function ImportColumns({
  upload,
  columns,
  onChange,
}: {
  upload: Upload;
  columns: readonly (string | null)[];
  onChange: (columns: (string | null)[]) => void;
}) {
  const ours = importColumns(upload.kind);
  return (
    <div className="import__columns">
      <Table caption="Columns of the file and what they were taken for" isCaptionHidden>
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col">Its first values</th>
            <th scope="col">In the register</th>
          </tr>
        </thead>
        <tbody>
          {upload.headers.map((header, at) => {
            const name = header === '' ? `Column ${at + 1}` : header;
            return (
              // oxlint-disable-next-line react/no-array-index-key -- a column is its place
              <tr key={at}>
                <th scope="row">{name}</th>
                <td className="soft small">{upload.examples[at]?.join(' · ')}</td>
                <td>
                  <select
                    className="field__control field__control--select"
                    aria-label={`What “${name}” is`}
                    value={columns[at] ?? ''}
                    onChange={({ target }) => {
                      const id = target.value === '' ? null : target.value;
                      const isRepeated = ours.find((column) => column.id === id)?.isRepeated === true;
                      onChange(
                        // A column can be taken once: the one that had it is left out now.
                        columns.map((one, place) => (place === at ? id : one === id && !isRepeated ? null : one)),
                      );
                    }}
                  >
                    <option value="">Leave out</option>
                    {ours.map(({ id, label }) => (
                      <option key={id} value={id}>
                        {label}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </div>
  );
}
