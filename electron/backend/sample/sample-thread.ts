import { type SampleWorld } from './sample-world.ts';

/** As many suggested links as an auditor goes through. */
const LINKS = 7;

/** Goes through a plan's golden thread in the name of who is signed in: most of what is suggested holds, the last does not. */
export async function drawThread({ client }: SampleWorld, documentId: string): Promise<void> {
  const { passages, suggestions } = await client.threads.get({ documentId });
  const chosen = suggestions.slice(0, LINKS);
  for (const [at, { fromId, toId }] of chosen.entries()) {
    const ends = [fromId, toId].flatMap((id) => passages.filter((passage) => passage.id === id));
    const [from, to] = ends.map(({ part, anchor }) => ({ part, anchor }));
    if (from === undefined || to === undefined) continue;
    if (at === chosen.length - 1) await client.threads.refuse({ documentId, from, to });
    else await client.threads.link({ documentId, from, to, isConfirmed: true });
  }
}
