import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { WorkspaceFile } from '../../../shared/contract/workspaces.ts';
import { writeFileAtomically } from '../files/atomic-write.ts';

export const WORKSPACE_EXTENSION = '.goldthread';
export const SAMPLE_NAME = 'Sample partnership';

const MAKING = '.making-';
/** Making the sample takes minutes on the slowest machine. */
const OLDEST_MAKING_MS = 60 * 60 * 1000;

const knownFilesSchema = z.array(z.string());

/**
 * The workspace files of this machine: those in the data folder, and those elsewhere that a person has chosen.
 * The renderer names them by an id made of their path.
 */
export function createWorkspaceFiles(dataFolder: string) {
  const knownFile = path.join(dataFolder, 'known-workspaces.json');

  function chosenElsewhere(): string[] {
    if (!existsSync(knownFile)) return [];
    try {
      return knownFilesSchema.parse(JSON.parse(readFileSync(knownFile, 'utf8')));
    } catch {
      // A list that cannot be read is only a convenience lost: the files can be chosen again.
      return [];
    }
  }

  function paths(): string[] {
    mkdirSync(dataFolder, { recursive: true });
    const here = readdirSync(dataFolder)
      .filter((name) => name.endsWith(WORKSPACE_EXTENSION) && !name.startsWith('.'))
      .map((name) => path.join(dataFolder, name));
    return [...new Set([...here, ...chosenElsewhere().filter((file) => existsSync(file))])];
  }

  return {
    /** Latest used first. */
    list(): WorkspaceFile[] {
      return paths()
        .map(describeWorkspaceFile)
        .sort((one, other) => other.modifiedAt.localeCompare(one.modifiedAt));
    },

    pathOf(workspaceId: string): string | null {
      return paths().find((file) => workspaceIdOf(file) === workspaceId) ?? null;
    },

    /** Puts a file elsewhere on the list. Where that cannot be done only a convenience is lost. */
    remember(file: string): void {
      if (path.dirname(file) === path.resolve(dataFolder)) return;
      const known = [path.resolve(file), ...chosenElsewhere().filter((other) => other !== path.resolve(file))];
      try {
        mkdirSync(dataFolder, { recursive: true });
        writeFileAtomically(knownFile, JSON.stringify(known.slice(0, 20), null, 2));
      } catch {
        // A data folder that cannot be written must not keep anyone from a workspace elsewhere.
      }
    },

    /** A free path in the data folder for a new workspace, from the partnership's name. */
    newPath(name: string): string {
      mkdirSync(dataFolder, { recursive: true });
      return path.join(dataFolder, `${fileNameFrom(name)}${WORKSPACE_EXTENSION}`);
    },

    /**
     * A path for a workspace that is still being made: not listed, and gone if the making is broken off. It lies beside
     * `target`, since a file cannot be renamed from one disk to another.
     */
    pathInTheMaking(target: string): string {
      const folder = path.dirname(path.resolve(target));
      mkdirSync(folder, { recursive: true });
      return path.join(folder, `${MAKING}${randomUUID()}${WORKSPACE_EXTENSION}`);
    },

    /** Removes from the data folder what a making left that ended with its process; one under way is never so old. */
    clearBrokenOff(now: Date): void {
      if (!existsSync(dataFolder)) return;
      for (const name of readdirSync(dataFolder).filter((candidate) => candidate.startsWith(MAKING))) {
        const file = path.join(dataFolder, name);
        const age = now.getTime() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
        if (age > OLDEST_MAKING_MS) rmSync(file, { force: true });
      }
    },
  };
}

/** Describes the file where it is still there. */
export function findWorkspaceFile(file: string): WorkspaceFile | null {
  return existsSync(file) ? describeWorkspaceFile(file) : null;
}

export function describeWorkspaceFile(file: string): WorkspaceFile {
  const { mtime, size } = statSync(file);
  const fileName = path.basename(file);
  return {
    id: workspaceIdOf(file),
    fileName,
    folder: path.dirname(file),
    modifiedAt: mtime.toISOString(),
    bytes: size,
    isSample: fileName.startsWith(SAMPLE_NAME),
  };
}

function workspaceIdOf(file: string): string {
  return createHash('sha256').update(path.resolve(file)).digest('hex').slice(0, 16);
}

/** Letters, digits, spaces and a few signs that every file system takes. */
function fileNameFrom(name: string): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N} ()'&-]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, 80)
    .trim();
  return plain === '' ? 'Workspace' : plain;
}
