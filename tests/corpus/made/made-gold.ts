import type { PlanContent, Provision } from '../../../build/sample/plan-content.ts';
import type { TextRole } from '../../../build/sample/layout.ts';
import { printDate } from '../../../build/sample/printed-dates.ts';
import { KEY_DATES } from '../../../shared/domain/document-model.ts';
import type { KeyDateId } from '../../../shared/domain/document-model.ts';
import type { Gold } from '../scorer.ts';
import { textsOf } from './paper.ts';
import type { Paper } from './paper.ts';

/** What a perfect reader finds in a made plan: sections off the very paper that is drawn, the rest off its content. */
export function goldOf(content: PlanContent, paper: Paper, printed: readonly KeyDateId[]): Gold {
  const parts: Record<string, [TextRole, string][]> = {};
  for (const text of textsOf(paper.nodes)) {
    for (const id of text.section === null ? [] : text.section.split('+')) {
      parts[id] ??= [];
      for (const { role, words } of text.phrases) parts[id].push([role, words]);
    }
  }
  const outcomes = content.areas.flatMap((area) => area.outcomes);
  return {
    sections: Object.fromEntries(
      Object.entries(parts).map(([id, list]) => [
        id,
        list
          .filter(([role]) => role === 'body' || role === 'sub')
          .map(([, words]) => words)
          .join('\n'),
      ]),
    ),
    sectionParts: parts,
    outcomes: outcomes.map((outcome) => outcome.text),
    outcomesOptional: outcomes.flatMap((outcome) => outcome.steps),
    provisions: provisionsOf(content),
    keyDates: Object.fromEntries(
      KEY_DATES.flatMap((id) => {
        const iso = content.dates[id];
        return iso === undefined || !printed.includes(id) ? [] : [[id, { iso, printed: printDate(iso, 'long') }]];
      }),
    ),
    advice: content.K.map(({ author, role, agency, date }) => ({ author, role, agency, date })),
  };
}

function provisionsOf(content: PlanContent): Gold['provisions'] {
  const without = content.flaws?.without ?? [];
  const isMerged = content.flaws?.hasMergedH === true;
  const rows: [string, readonly Provision[]][] = [
    ['F', [...content.areas.flatMap((area) => area.provision), ...content.generalProvision]],
    ['G', content.G.provision],
    ['H1', without.includes('H1') ? [] : content.H1.provision],
    [isMerged ? 'H1' : 'H2', without.includes('H2') ? [] : content.H2.provision],
  ];
  return rows.flatMap(([section, list]) =>
    list.map(({ text, who, often, review }) => ({ section, text, who, frequency: often, review })),
  );
}
