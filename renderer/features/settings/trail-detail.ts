import type { TrailEntry } from '../../../shared/contract/trail.ts';

type Value = TrailEntry['detail'][string];

/** What a key and its value say together, where they say more than their names. */
const TOLD: Readonly<Record<string, (value: Value) => string>> = {
  threshold: (value) => `counts under ${String(value)} hidden`,
  hideZero: (value) => (value === true ? 'counts of 0 hidden as well' : 'counts of 0 shown'),
};

/** 'criterion S12.C3, response met': the detail's own codes, ids without their "Id", what is empty left out. */
export function detailWords(detail: TrailEntry['detail']): string {
  return Object.entries(detail)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => TOLD[key]?.(value) ?? `${keyWords(key)} ${shortened(String(value))}`)
    .join(', ');
}

function keyWords(key: string): string {
  return key
    .replace(/Id$/, '')
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/^(comment|quote)$/, '$1 with digest');
}

/** Ids and digests by their first letters, enough to tell them apart; a code of several words without its joints. */
function shortened(value: string): string {
  return /^[0-9a-f-]{32,}$/.test(value) ? `${value.slice(0, 8)}…` : value.replaceAll('_', ' ');
}
