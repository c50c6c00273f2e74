import type { OutletChoices } from '../../../shared/contract/outlets.ts';
import { ADVICE_AGENCIES, adviceAgencyWords } from '../../../shared/domain/advice/advice-log.ts';
import { sameService } from '../../../shared/domain/advice/advice-gaps.ts';
import type { FeedbackFor } from '../../../shared/domain/report/outlets/feedback-for.ts';
import type { FeedbackAction } from '../../../shared/domain/report/outlets/service-feedback.ts';
import type { SettledPlan } from '../../../shared/domain/report/settled-plan.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import type { Caller } from '../caller.ts';
import type { MaskingService } from '../masking/masking-service.ts';
import { Refusal } from '../refusal.ts';
import { digestOf, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { OutletSources } from './outlet-sources.ts';
import {
  plainService,
  selectServiceActions,
  selectServiceAgencies,
  selectServices,
  type ServiceActionRow,
} from './outlets-queries.ts';

const ALL_AGENCIES = 'all';

export type KnownServices = ReturnType<typeof createKnownServices>;

type KnownAgency = OutletChoices['agencies'][number];

/** Agencies and their services, as standards, the advice log and actions know them, and what is asked of each. */
export function createKnownServices({
  db,
  sources,
  masking,
}: {
  db: WorkspaceDb;
  sources: OutletSources;
  masking: Pick<MaskingService, 'redact'>;
}) {
  /** What was asked of services by a day, but for what would tell before its time what an auditor found. */
  async function serviceActions(settled: readonly SettledPlan[], day: string): Promise<ServiceActionRow[]> {
    const open = new Set(settled.map(({ roundId, documentId }) => `${roundId} ${documentId}`));
    return (await selectServiceActions(db, day)).filter(
      // What an auditor puts down while others still grade alone would tell them what was found.
      (row) => row.documentId === null || row.roundId === null || open.has(`${row.roundId} ${row.documentId}`),
    );
  }

  /** Agencies with what they are called: those that lead standards, then whoever else gives advice. */
  async function allAgencies(): Promise<{ id: string; label: string; leads: boolean }[]> {
    const rubric = await sources.currentRubric();
    const own = rubric.leadAgencies.filter(({ id }) => id !== ALL_AGENCIES && leads(rubric, id));
    const others = ADVICE_AGENCIES.filter((id) => !own.some((agency) => agency.id === id));
    return [
      ...own.map(({ id, label }) => ({ id, label, leads: true })),
      ...others.map((id) => ({ id, label: adviceAgencyWords(id), leads: false })),
    ];
  }

  /** Services by agency, and those that actions alone name with whose they were said to be. */
  async function known(): Promise<Pick<OutletChoices, 'agencies' | 'named' | 'allAgencies'>> {
    const settled = await sources.settled();
    const [all, logged, said] = [await allAgencies(), await selectServices(db), await selectServiceAgencies(db)];
    const listed = all.filter(({ id, leads: isLead }) => isLead || logged.some(({ agency }) => agency === id));
    const isKnown = (name: string) =>
      logged.some(({ service }) => sameService(service, name)) || listed.some(({ label }) => sameService(label, name));
    const named = new Map<string, { service: string; agency: string | null }>();
    for (const { service } of await serviceActions(settled, sources.today())) {
      const key = plainService(service);
      if (key === '' || isKnown(service)) continue;
      named.set(key, { service: service.trim(), agency: said.get(key) ?? null });
    }
    const placed = [...named.values()];
    const agencies = all.map(({ id, label, leads: isLead }) => {
      const own = [...logged, ...placed].filter(({ agency }) => agency === id).map(({ service }) => service);
      return { id, label, isLead, services: own.toSorted((a, b) => a.localeCompare(b, 'en-GB')) };
    });
    return {
      agencies: agencies
        .filter(({ isLead, services }) => isLead || services.length > 0)
        .map(({ isLead: _isLead, ...agency }) => agency),
      named: placed.toSorted((a, b) => a.service.localeCompare(b.service, 'en-GB')),
      allAgencies: all.map(({ id, label }) => ({ id, label })),
    };
  }

  return {
    known,

    /** Throws Refusal NO_SUCH_SERVICE where nothing knows it as that agency's. */
    async find({ agency: id, service }: Pick<FeedbackFor, 'agency' | 'service'>): Promise<KnownAgency> {
      const agency = (await known()).agencies.find((one) => one.id === id);
      const isThere = service === null || agency?.services.some((one) => sameService(one, service)) === true;
      if (agency === undefined || !isThere) throw noSuchService();
      return agency;
    },

    /** As they stood at the end of `day`. */
    async actionsFor(agency: KnownAgency, service: string | null, day: string): Promise<FeedbackAction[]> {
      const names = service === null ? [agency.label, ...agency.services] : [service];
      const rows = (await serviceActions(await sources.settled(), day)).filter((row) =>
        names.some((name) => sameService(name, row.service)),
      );
      const actions: FeedbackAction[] = [];
      for (const { words, planId, state, isOverdue, dueOn } of rows) {
        const safe = planId === null ? words : (await masking.redact(planId, words)).words;
        actions.push({ words: safe, state, isOverdue, dueOn });
      }
      return actions;
    },

    /**
     * Keeps whose agency a service is that actions alone name; null takes it back. Throws Refusal NO_SUCH_SERVICE where
     * no action names it, or there is no such agency.
     */
    async place(caller: Caller, { service, agency }: { service: string; agency: string | null }): Promise<null> {
      const { named, allAgencies: all } = await known();
      const isAgency = agency === null || all.some(({ id }) => id === agency);
      if (!isAgency || !named.some((one) => sameService(one.service, service))) throw noSuchService();
      const at = sources.now();
      const key = plainService(service);
      await db.transaction().execute(async (trx) => {
        if (agency === null) await trx.deleteFrom('service_agency').where('service', '=', key).execute();
        else {
          const said = { agency, said_at: at, said_by: caller.id };
          await trx
            .insertInto('service_agency')
            .values({ service: key, ...said })
            .onConflict((conflict) => conflict.column('service').doUpdateSet(said))
            .execute();
        }
        const detail = { service: digestOf(key), agency: agency ?? '' };
        await recordEvent(trx, { at, personId: caller.id, action: 'outlets.placeService', subjectId: null, detail });
      });
      return null;
    },
  };
}

function noSuchService(): Refusal {
  return new Refusal(
    'NO_SUCH_SERVICE',
    'Neither the standards, the advice log nor an action know this service as that agency’s.',
    'Choose one from the list.',
  );
}

function leads({ standards }: Rubric, agency: string): boolean {
  return standards.some(({ leadAgency }) => leadAgency === agency);
}
