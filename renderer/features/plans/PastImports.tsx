import { useMutation, useQuery } from '@tanstack/react-query';
import type { PastImport } from '../../../shared/contract/register.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { formatDateTime } from '../../ui/dates.ts';
import { Table } from '../../ui/Table.tsx';
import { showToast } from '../../ui/toast-store.ts';

/** What was imported before; each can be taken back as long as nothing was built on it. */
export function PastImports() {
  const imports = useQuery(api.register.imports.queryOptions());
  const undo = useMutation(
    api.register.undo.mutationOptions({
      onSuccess: () => {
        showToast('The import is taken back.');
      },
    }),
  );
  return (
    <Asked query={imports}>
      {(list) =>
        list.length === 0 ? null : (
          <section className="stack" aria-labelledby="past-heading">
            <h2 id="past-heading">Earlier imports</h2>
            {undo.isError ? <Failed error={undo.error} /> : null}
            <Table caption="Earlier imports" isCaptionHidden>
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">What</th>
                  <th scope="col">By</th>
                  <th scope="col">Outcome</th>
                  <th scope="col">
                    <span className="visually-hidden">Take back</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {list.map((one) => (
                  <tr key={one.id}>
                    <th scope="row">{formatDateTime(one.at)}</th>
                    <td>{one.kind === 'register' ? 'Register' : 'Past results'}</td>
                    <td>{one.personName}</td>
                    <td>{outcomeWords(one)}</td>
                    <td>
                      {one.undoneAt === null ? (
                        <Button
                          size="small"
                          isBusy={undo.isPending && undo.variables.importId === one.id}
                          onClick={() => {
                            undo.mutate({ importId: one.id });
                          }}
                        >
                          Take back<span className="visually-hidden"> the import of {formatDateTime(one.at)}</span>
                        </Button>
                      ) : (
                        <span className="soft">Taken back</span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </section>
        )
      }
    </Asked>
  );
}

function outcomeWords({ added, updated, skipped }: PastImport): string {
  return `${added} added, ${updated} updated, ${skipped} left as they were`;
}
