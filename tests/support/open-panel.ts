import { addAuditor, addPlan, type Client, LEADS_PIN, PANEL_PIN, type PanelAuditor } from './prepared-moderation.ts';
import { newWorkspace } from './new-workspace.ts';

export interface Panel {
  client: Client;
  lead: { id: string; pin: string };
  auditor: PanelAuditor;
  of: { roundId: string; documentId: string };
  /** Assigns the document to somebody; all standards where none are named, this round where none is. */
  ask: (auditorId: string, standards?: string[] | null, round?: string) => Promise<unknown>;
  signIn: (personId: string) => Promise<unknown>;
}

/** A QA lead, an auditor and one document that nobody is asked to audit yet; the lead is signed in. */
export async function openPanel(): Promise<Panel> {
  const { client } = await newWorkspace('2026-11-20T09:00:00Z');
  const { id } = await client.people.changePin({ current: '', next: LEADS_PIN });
  const lead = { id, pin: LEADS_PIN };
  const auditor = await addAuditor(client, 'Briar Tolland', 'health', lead);
  const { id: roundId } = await client.rounds.current();
  const { documentId } = await addPlan(client, 's02-willowshire-jasper', 'FM-1');
  const of = { roundId, documentId };
  return {
    client,
    lead,
    auditor,
    of,
    ask: (auditorId: string, standards: string[] | null = null, round = roundId) =>
      client.assignments.assign({ roundId: round, documentId, auditorId, standards, dueOn: null }),
    signIn: (personId: string) => client.people.signIn({ personId, pin: personId === id ? LEADS_PIN : PANEL_PIN }),
  };
}
