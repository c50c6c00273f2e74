import { assertNever } from '../../../../../shared/domain/assert-never.ts';
import type { Area, Care, PlanContent, Provision } from '../../../../../build/sample/plan-content.ts';

/** One edit, and what a comparison must say of it; null where it makes no difference. */
export interface Edit {
  name: string;
  section: string;
  /** The statement or detail that changed. */
  before: string | null;
  after: string | null;
  /** All that came or went with it. */
  fullBefore: string;
  fullAfter: string;
}

/** Edits to draw from. */
export const EDITS = [
  'change_amount',
  'reword_provision',
  'add_provision',
  'remove_provision',
  'move_provision',
  'reword_outcome',
  'add_outcome',
  'remove_outcome',
  'move_outcome',
  'reword_need',
  'add_need',
  'remove_need',
  'move_need',
  'add_interest',
  'remove_interest',
  'change_health',
  'name_school',
  'add_advice',
  'add_care',
  'change_care',
  'cover',
] as const;
export type EditName = (typeof EDITS)[number];

/** Gives a whole number from 0 to below `limit`. */
export type Pick = (limit: number) => number;

/** Edits a plan; null where the plan has nothing to edit so. `serial` makes what is added unlike anything else. */
export function editPlan(
  content: PlanContent,
  name: EditName,
  pick: Pick,
  serial: number,
): { content: PlanContent; edit: Edit | null } | null {
  const made = (next: PlanContent, section: string, before: string | null, after: string | null, full = ['', '']) => ({
    content: next,
    edit: {
      name,
      section,
      before,
      after,
      fullBefore: full[0] === '' ? (before ?? '') : (full[0] ?? ''),
      fullAfter: full[1] === '' ? (after ?? '') : (full[1] ?? ''),
    },
  });
  const silent = (next: PlanContent) => ({ content: next, edit: null });
  const area = (has: (one: Area) => boolean): number | null => chooseAt(content.areas, has, pick);
  switch (name) {
    case 'change_amount': {
      const at = area((one) => one.provision.some((row) => changedAmount(row.often) !== null));
      const own = at === null ? undefined : content.areas[at];
      const row = own === undefined ? null : chooseAt(own.provision, (one) => changedAmount(one.often) !== null, pick);
      const old = row === null ? undefined : own?.provision[row];
      if (at === null || row === null || own === undefined || old === undefined) return null;
      const next = { ...old, often: changedAmount(old.often) ?? '' };
      const areas = replaceAt(content.areas, at, { ...own, provision: replaceAt(own.provision, row, next) });
      return made({ ...content, areas }, 'F', old.often, next.often, [full(old), full(next)]);
    }
    case 'reword_provision': {
      const at = area((one) => one.provision.some((row) => reworded(row.text, serial) !== null));
      const own = at === null ? undefined : content.areas[at];
      const row =
        own === undefined ? null : chooseAt(own.provision, (one) => reworded(one.text, serial) !== null, pick);
      const old = row === null ? undefined : own?.provision[row];
      if (at === null || row === null || own === undefined || old === undefined) return null;
      const next = { ...old, text: reworded(old.text, serial) ?? '' };
      const areas = replaceAt(content.areas, at, { ...own, provision: replaceAt(own.provision, row, next) });
      return made({ ...content, areas }, 'F', old.text, next.text, [full(old), full(next)]);
    }
    case 'add_provision': {
      const at = area(() => true);
      const own = at === null ? undefined : content.areas[at];
      if (at === null || own === undefined) return null;
      const row = newProvision(serial);
      const provision = insertAt(own.provision, pick(own.provision.length + 1), row);
      const areas = replaceAt(content.areas, at, { ...own, provision });
      return made({ ...content, areas }, 'F', null, row.text, ['', full(row)]);
    }
    case 'remove_provision': {
      const at = area((one) => one.provision.length > 1);
      const own = at === null ? undefined : content.areas[at];
      const row = own === undefined ? 0 : pick(own.provision.length);
      const old = own?.provision[row];
      if (at === null || own === undefined || old === undefined) return null;
      const areas = replaceAt(content.areas, at, { ...own, provision: removeAt(own.provision, row) });
      return made({ ...content, areas }, 'F', old.text, null, [full(old), '']);
    }
    case 'move_provision': {
      const at = area((one) => one.provision.length > 1);
      const own = at === null ? undefined : content.areas[at];
      if (at === null || own === undefined) return null;
      const areas = replaceAt(content.areas, at, { ...own, provision: rotate(own.provision) });
      return silent({ ...content, areas });
    }
    case 'reword_outcome': {
      const at = area((one) => one.outcomes.length > 0);
      const own = at === null ? undefined : content.areas[at];
      const index = own === undefined ? 0 : pick(own.outcomes.length);
      const old = own?.outcomes[index];
      const text = old === undefined ? null : reworded(old.text, serial);
      if (at === null || own === undefined || old === undefined || text === null) return null;
      const outcomes = replaceAt(own.outcomes, index, { ...old, text });
      const rest = [old.byWhen, ...old.steps].join(' ');
      return made({ ...content, areas: replaceAt(content.areas, at, { ...own, outcomes }) }, 'E', old.text, text, [
        `${old.text} ${rest}`,
        `${text} ${rest}`,
      ]);
    }
    case 'add_outcome': {
      const at = area(() => true);
      const own = at === null ? undefined : content.areas[at];
      if (at === null || own === undefined) return null;
      const text = `By July 2028, ${content.child.knownAs} will ${ACTIVITIES[serial % ACTIVITIES.length]} without help, on four days out of five.`;
      const byWhen = content.areas.some((one) => one.outcomes.some((each) => each.byWhen !== '')) ? 'July 2028' : '';
      const outcomes = insertAt(own.outcomes, pick(own.outcomes.length + 1), { text, byWhen, steps: [] });
      const areas = replaceAt(content.areas, at, { ...own, outcomes });
      return made({ ...content, areas }, 'E', null, text, ['', `${text} ${byWhen}`]);
    }
    case 'remove_outcome': {
      const at = area((one) => one.outcomes.length > 1);
      const own = at === null ? undefined : content.areas[at];
      const index = own === undefined ? 0 : pick(own.outcomes.length);
      const old = own?.outcomes[index];
      if (at === null || own === undefined || old === undefined) return null;
      const areas = replaceAt(content.areas, at, { ...own, outcomes: removeAt(own.outcomes, index) });
      return made({ ...content, areas }, 'E', old.text, null, [[old.text, old.byWhen, ...old.steps].join(' '), '']);
    }
    case 'move_outcome': {
      const at = area((one) => one.outcomes.length > 1);
      const own = at === null ? undefined : content.areas[at];
      if (at === null || own === undefined) return null;
      return silent({
        ...content,
        areas: replaceAt(content.areas, at, { ...own, outcomes: rotate(own.outcomes) }),
      });
    }
    case 'reword_need': {
      const at = area((one) => one.needs.some((need) => reworded(need, serial) !== null));
      const own = at === null ? undefined : content.areas[at];
      const index = own === undefined ? null : chooseAt(own.needs, (need) => reworded(need, serial) !== null, pick);
      const old = index === null ? undefined : own?.needs[index];
      if (at === null || own === undefined || index === null || old === undefined) return null;
      const next = reworded(old, serial) ?? '';
      const areas = replaceAt(content.areas, at, { ...own, needs: replaceAt(own.needs, index, next) });
      return made({ ...content, areas }, 'B', old, next);
    }
    case 'add_need': {
      const at = area(() => true);
      const own = at === null ? undefined : content.areas[at];
      if (at === null || own === undefined) return null;
      const text = `${content.child.knownAs} has lately found it hard to ${ACTIVITIES[serial % ACTIVITIES.length]} in the afternoon.`;
      const needs = insertAt(own.needs, pick(own.needs.length + 1), text);
      return made({ ...content, areas: replaceAt(content.areas, at, { ...own, needs }) }, 'B', null, text);
    }
    case 'remove_need': {
      const at = area((one) => one.needs.length > 1);
      const own = at === null ? undefined : content.areas[at];
      const index = own === undefined ? 0 : pick(own.needs.length);
      const old = own?.needs[index];
      if (at === null || own === undefined || old === undefined) return null;
      const areas = replaceAt(content.areas, at, { ...own, needs: removeAt(own.needs, index) });
      return made({ ...content, areas }, 'B', old, null);
    }
    case 'move_need': {
      const at = area((one) => one.needs.length > 1);
      const own = at === null ? undefined : content.areas[at];
      if (at === null || own === undefined) return null;
      return silent({ ...content, areas: replaceAt(content.areas, at, { ...own, needs: rotate(own.needs) }) });
    }
    case 'add_interest':
    case 'remove_interest': {
      const at = chooseAt(content.A, (one) => one.isList && one.paragraphs.length > 1, pick);
      const own = at === null ? undefined : content.A[at];
      if (at === null || own === undefined) return null;
      if (name === 'add_interest') {
        const text = `Watching how people ${ACTIVITIES[serial % ACTIVITIES.length]}`;
        const paragraphs = insertAt(own.paragraphs, pick(own.paragraphs.length + 1), text);
        return made({ ...content, A: replaceAt(content.A, at, { ...own, paragraphs }) }, 'A', null, text);
      }
      const index = pick(own.paragraphs.length);
      const A = replaceAt(content.A, at, { ...own, paragraphs: removeAt(own.paragraphs, index) });
      return made({ ...content, A }, 'A', own.paragraphs[index] ?? '', null);
    }
    case 'change_health': {
      const index = chooseAt(content.C, (one) => reworded(one, serial) !== null, pick);
      const old = index === null ? undefined : content.C[index];
      if (index === null || old === undefined || content.flaws?.without?.includes('C') === true) return null;
      const next = reworded(old, serial) ?? '';
      return made({ ...content, C: replaceAt(content.C, index, next) }, 'C', old, next);
    }
    case 'name_school': {
      const [old] = content.I;
      if (content.I.length !== 1 || old === undefined || content.flaws?.without?.includes('I') === true) return null;
      const next = `Kestrel Mill Academy, a mainstream academy for ages ${2 + (serial % 3)} to 19`;
      return made({ ...content, I: [next] }, 'I', old, next);
    }
    case 'add_advice': {
      const author = `Dr Wilhelmina Orchard-${serial}`;
      const one = { author, role: 'Paediatrician', agency: 'Fernhill NHS Trust', date: '2026-03-11' };
      const K = insertAt(content.K, pick(content.K.length + 1), one);
      return made({ ...content, K }, 'K', null, author, [
        '',
        `${author} ${one.role} ${one.agency} 11 Mar March 2026 11/03/2026 11.03.2026`,
      ]);
    }
    case 'add_care': {
      if (content.flaws?.without?.includes('H2') === true || content.H2.provision.length === 0) return null;
      const row = newProvision(serial);
      const H2: Care = { ...content.H2, provision: [...content.H2.provision, row] };
      return made({ ...content, H2 }, 'H2', null, row.text, ['', full(row)]);
    }
    case 'change_care': {
      const index = chooseAt(content.G.provision, (row) => changedAmount(row.often) !== null, pick);
      const old = index === null ? undefined : content.G.provision[index];
      if (index === null || old === undefined) return null;
      const next = { ...old, often: changedAmount(old.often) ?? '' };
      const G = { ...content.G, provision: replaceAt(content.G.provision, index, next) };
      return made({ ...content, G }, 'G', old.often, next.often, [full(old), full(next)]);
    }
    case 'cover':
      return silent({
        ...content,
        reference: `${content.reference}/${serial}`,
        dates: { ...content.dates, finalIssued: '2026-11-20', reviewBy: '2027-11-19' },
        signedOffBy: 'Annis Thornbury',
      });
    default:
      return assertNever(name);
  }
}

const ACTIVITIES = [
  'fold a paper boat',
  'water the classroom plants',
  'measure flour for a cake',
  'find a bus stop on a map',
  'tune a guitar string',
  'sort coins into stacks',
  'describe a picture to a friend',
  'plan a short walk',
  'butter a slice of toast',
  'thread a sewing needle',
  'read a train timetable',
];

function newProvision(serial: number): Provision {
  return {
    text: `Coaching sessions in which an adult shows how to ${ACTIVITIES[serial % ACTIVITIES.length]}, with photographs of each step.`,
    who: 'Learning mentor',
    often: `${25 + serial} minutes, twice a week`,
    review: 'Every six weeks',
  };
}

function full(row: Provision): string {
  return [row.text, row.who, row.often, row.review].join(' ');
}

const NUMBER_WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** The same words with another number; null where there is none, or where it may be a date or a year group. */
function changedAmount(text: string): string | null {
  if (/20\d\d|year \d|september|july/i.test(text)) return null;
  const words = new RegExp(`\\b(${NUMBER_WORDS.join('|')})\\b`, 'i');
  const digits = text.replace(/\b\d+\b/, (number) => String(Number(number) + 7));
  if (digits !== text) return digits;
  const changed = text.replace(
    words,
    (word) => NUMBER_WORDS[(NUMBER_WORDS.indexOf(word.toLowerCase()) + 3) % 10] ?? '',
  );
  return changed === text ? null : changed;
}

/** Two words in the middle put otherwise; null for a text too short to stay itself. */
function reworded(text: string, serial: number): string | null {
  const words = text.split(' ');
  if (words.length < 10) return null;
  const at = 3 + (serial % (words.length - 6));
  return [...words.slice(0, at), 'gladly', 'and', 'patiently', ...words.slice(at + 1)].join(' ');
}

function chooseAt<T>(list: readonly T[], has: (item: T) => boolean, pick: Pick): number | null {
  const fit = list.flatMap((item, index) => (has(item) ? [index] : []));
  return fit.length === 0 ? null : (fit[pick(fit.length)] ?? null);
}

function replaceAt<T>(list: readonly T[], at: number, item: T): T[] {
  return list.map((each, index) => (index === at ? item : each));
}

function insertAt<T>(list: readonly T[], at: number, item: T): T[] {
  return [...list.slice(0, at), item, ...list.slice(at)];
}

function removeAt<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, index) => index !== at);
}

function rotate<T>(list: readonly T[]): T[] {
  return [...list.slice(1), ...list.slice(0, 1)];
}
