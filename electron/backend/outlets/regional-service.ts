import { regionalRows, REGIONAL_COLUMNS } from '../../../shared/domain/report/regional-form.ts';
import { RegionalError } from '../../../shared/domain/report/regional-read.ts';
import { combineFiles, type Regional } from '../../../shared/domain/report/regional.ts';
import type { Caller, Clock } from '../caller.ts';
import { Refusal } from '../refusal.ts';
import { csvOf } from '../reports/to-csv.ts';
import { digestOf, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import { dictionaryOf, fileOf } from './outlet-files.ts';
import { renderRegionalXlsx } from './regional-xlsx.ts';

export type RegionalService = ReturnType<typeof createRegionalService>;

/** A report's CSV has some thousands of lines; more than this is something else. */
const LARGEST_BYTES = 20_000_000;

/** Several partnerships' reports taken together. Nothing of the files is kept in the workspace. */
export function createRegionalService({ db, clock }: { db: WorkspaceDb; clock: Clock }) {
  return {
    /** Throws Refusal NOT_COMBINED with every problem of every file. */
    combine,

    async exportCombined(caller: Caller, files: readonly File[], format: 'csv' | 'xlsx' | 'dictionary'): Promise<File> {
      if (format === 'dictionary')
        return fileOf(dictionaryOf(REGIONAL_COLUMNS), 'regional-view.columns.csv', 'text/csv');
      const regional = await combine(files);
      const head = REGIONAL_COLUMNS.map(({ id }) => id);
      const content = format === 'csv' ? csvOf(head, regionalRows(regional)) : await renderRegionalXlsx(regional);
      await db.transaction().execute(async (trx) => {
        await recordEvent(trx, {
          at: clock().toISOString(),
          personId: caller.id,
          action: 'outlets.exportCombined',
          subjectId: null,
          detail: { format, reports: regional.areas.length, figures: digestOf(JSON.stringify(regional)) },
        });
      });
      return fileOf(content, `regional-view.${format}`, format === 'csv' ? 'text/csv' : XLSX);
    },
  };
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function combine(files: readonly File[]): Promise<Regional> {
  const large = files.find(({ size }) => size > LARGEST_BYTES);
  if (large !== undefined) throw notCombined([`${large.name} is too large to be the CSV of a report.`]);
  try {
    return combineFiles(await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() }))));
  } catch (error) {
    throw error instanceof RegionalError ? notCombined(error.problems) : error;
  }
}

function notCombined(problems: readonly string[]): Refusal {
  return new Refusal(
    'NOT_COMBINED',
    problems.join(' '),
    'Choose the CSV of each partnership’s report, one for each half-term.',
  );
}
