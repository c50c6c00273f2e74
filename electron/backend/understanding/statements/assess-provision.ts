import type { ProvisionAssessment, Reason } from './assessment.ts';
import { SOURCES } from './assessment.ts';
import { judgeContent } from './provision-content.ts';
import { findDurations, findFrequencies } from './provision-times.ts';
import { judgeQuantified } from './provision-quantified.ts';
import { findWho } from './provision-who.ts';
import { findVaguePhrases } from './vague-phrases.ts';
import { inOwnWords, LONGEST_STATEMENT, plainText, type Seen } from './word-pattern.ts';

/**
 * Judges one statement of provision by its words alone: what, who, how often, how long, how much, and what hedges it;
 * each label with the rule and the words seen. Hints for a person, never a verdict.
 */
export function assessProvision(text: string): ProvisionAssessment {
  const plain = plainText(text.slice(0, LONGEST_STATEMENT));
  const who = findWho(plain);
  const frequency = findFrequencies(plain);
  const duration = findDurations(plain);
  const vague = findVaguePhrases(plain, { frequency, duration, who });
  const content = judgeContent(plain, vague);
  const quantified = judgeQuantified(plain, { frequency, duration, vague });
  const own = (seen: readonly Seen[]): Seen[] => inOwnWords(text, seen);
  const part = (name: string, seen: readonly Seen[], yes: string, no: string): Reason => ({
    rule: seen.length > 0 ? `${name}-given` : `${name}-missing`,
    reason: seen.length > 0 ? yes : no,
    source: SOURCES.provision,
    seen: own(seen),
  });
  return {
    labels: {
      specific: content.value,
      quantified: quantified.value,
      vaguePhrases: own(vague).map((seen) => seen.text),
      who: who.length > 0,
      frequency: frequency.length > 0,
      duration: duration.length > 0,
    },
    reasons: {
      specific: { ...content.because, seen: own(content.because.seen) },
      quantified: { ...quantified.because, seen: own(quantified.because.seen) },
      vaguePhrases: {
        rule: vague.length > 0 ? 'hedge' : 'no-hedge',
        reason: vague.length > 0 ? 'These words leave room for doubt.' : 'No hedging words were seen.',
        source: SOURCES.vague,
        seen: own(vague),
      },
      who: part('who', who, 'It names a role or the expertise of who delivers it.', 'No role or expertise was seen.'),
      frequency: part('frequency', frequency, 'It says how often.', 'Nothing says how often.'),
      duration: part('duration', duration, 'It says how long.', 'Nothing says how long each time, or how much in all.'),
    },
  };
}
