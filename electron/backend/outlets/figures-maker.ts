import { hiddenWords } from '../../../shared/domain/report/edition-words.ts';
import { type RunInput, runFigures, toldRunFigures } from '../../../shared/domain/report/outlets/run-figures.ts';
import { periodsOfRun } from '../../../shared/domain/report/outlets/told-figures.ts';
import type { PartnershipReport } from '../../../shared/domain/report/report-model.ts';
import type { Caller } from '../caller.ts';
import type { GivesOut, Made } from './given-out.ts';
import type { OutletSources, RunChoice } from './outlet-sources.ts';
import type { createToldReports } from './told-reports.ts';

/** Makes figures over a run: for the panel from its results, and to be given out from what reports have told. */
export function createFiguresMaker({
  sources,
  givesOut,
  toldOf,
}: {
  sources: OutletSources;
  givesOut: GivesOut;
  toldOf: ReturnType<typeof createToldReports>;
}) {
  /** `isAnything` is false where there is nothing to give out. Throws Refusal NO_SUCH_RUN. */
  return async function makeFigures(
    caller: Caller,
    { run: { from, to }, ...choice }: RunChoice,
  ): Promise<Made<PartnershipReport> & { isAnything: boolean }> {
    const { run } = await sources.findRun({ from, to });
    const { name, areaCode } = await sources.partnership();
    const at = sources.now();
    const given = await givesOut(choice);
    const input: Omit<RunInput, 'plans' | 'rubrics'> = {
      ...choice,
      partnership: { name, areaCode },
      run,
      currentRubric: await sources.currentRubric(),
      author: caller.name,
      madeAt: at,
    };
    if (choice.edition === 'internal') {
      const plans = await sources.plansIn(run);
      const report = runFigures(
        { ...input, plans, rubrics: await sources.rubricsOf(plans) },
        hiddenWords(choice.edition, choice),
      );
      return { thing: report, plans, given, at, isPublished: true, isAnything: true };
    }
    const { told, standing, rulesOf, isPublished } = await toldOf(caller, run, choice);
    const periods = periodsOfRun(told, run);
    const plans = await sources.plansIn(run, ...periods);
    const kinds = await sources.kindsIn(run, ...periods);
    const rules = rulesOf(periods);
    const report = toldRunFigures(
      { ...input, ...rules, plans: kinds, rubrics: await sources.rubricsOf(kinds) },
      told,
      standing,
      hiddenWords(choice.edition, rules),
    );
    return { thing: report, plans, given, at, isPublished, isAnything: periods.length > 0 };
  };
}
