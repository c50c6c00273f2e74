import { Refusal } from './refusal.ts';

/**
 * What SQLite and the system say in codes, as refusals that a person can act on; null for anything else.
 * The codes are those of SQLite's result codes with their extensions, and of Node's system errors.
 */
export function refusalOfSystem(error: unknown): Refusal | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const found = REFUSALS.find(({ codes }) => codes.test(code));
  return found ? new Refusal(found.code, found.message, found.advice) : null;
}

const REFUSALS = [
  {
    codes: /^(SQLITE_FULL|ENOSPC|EDQUOT)$/,
    code: 'DISK_FULL',
    message: 'There is no room left on the disk.',
    advice: 'What was saved before is safe; this was not saved. Make room on the disk, then do it again.',
  },
  {
    codes: /^SQLITE_(BUSY|LOCKED)(_|$)/,
    code: 'WORKSPACE_BUSY',
    message: 'Another program is writing to this workspace.',
    advice: 'What was saved before is safe; this was not saved. Wait a moment, then do it again.',
  },
  {
    codes: /^(SQLITE_(READONLY|CANTOPEN|IOERR)(_\w+)?|EACCES|EPERM|EROFS)$/,
    code: 'CANNOT_WRITE',
    message: 'The file, or its folder, cannot be written to.',
    advice: 'Check that the disk is there and that you may write to the folder, or use a folder of your own.',
  },
  {
    codes: /^SQLITE_NOTADB$/,
    code: 'WORKSPACE_DAMAGED',
    message: 'The workspace file can no longer be read: its passphrase was changed elsewhere, or it is damaged.',
    advice: 'Leave the workspace and open it again. If that fails, keep the file as it is and open your latest copy.',
  },
  {
    codes: /^SQLITE_CORRUPT(_|$)/,
    code: 'WORKSPACE_DAMAGED',
    message: 'The workspace file is damaged.',
    advice: 'Keep the file as it is, and open your latest copy of it.',
  },
];
