import type { WorkspaceFile } from '../../../shared/contract/workspaces.ts';
import { Icon } from '../../ui/Icon.tsx';
import { formatBytes, formatDateTime } from '../../ui/dates.ts';

/** The workspace files that this machine knows of, last changed first as the backend gives them. */
export function WorkspaceList({
  files,
  onChoose,
}: {
  files: readonly WorkspaceFile[];
  onChoose: (file: WorkspaceFile) => void;
}) {
  return (
    <ul className="list-plain workspace-list">
      {files.map((file) => (
        <li key={file.id}>
          <button
            type="button"
            className="workspace-list__file"
            onClick={() => {
              onChoose(file);
            }}
          >
            <Icon name="lock" />
            <span className="workspace-list__words">
              <span className="workspace-list__name">{file.fileName.replace(/\.goldthread$/i, '')}</span>
              <span className="workspace-list__detail">
                Last changed {formatDateTime(file.modifiedAt)} · {formatBytes(file.bytes)}
              </span>
            </span>
            <Icon name="chevron" />
          </button>
        </li>
      ))}
    </ul>
  );
}
