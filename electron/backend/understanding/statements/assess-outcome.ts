import type { Judged, OutcomeAssessment, Reason } from './assessment.ts';
import { SOURCES } from './assessment.ts';
import { judgeTimebound } from './deadline.ts';
import { inFirstText, inFutureTense } from './future-tense.ts';
import { judgeAchievable } from './outcome-achievable.ts';
import { judgeMeasurable } from './outcome-measurable.ts';
import { judgeOutcome } from './outcome-or-provision.ts';
import { judgeRelevant } from './outcome-relevant.ts';
import { judgeSpecific } from './outcome-specific.ts';
import { findPfaAreas } from './pfa-areas.ts';
import { LONGEST_STATEMENT, plainText } from './word-pattern.ts';

/**
 * Judges one outcome statement by its words alone: each SMART element, whether it is an outcome at all, and its areas
 * of Preparing for Adulthood; each label with the rule and the words seen. Hints for a person, never a verdict.
 */
export function assessOutcome(text: string): OutcomeAssessment {
  const retold = inFutureTense(plainText(text.slice(0, LONGEST_STATEMENT)));
  const plain = retold.text;
  const outcome = judgeOutcome(plain);
  const timebound = judgeTimebound(plain);
  const isOutcome = outcome.value;
  // Without a result there is nothing to be specific, measurable, relevant or unachievable.
  const specific = isOutcome ? judgeSpecific(plain) : noResult(false, outcome);
  const measurable = isOutcome ? measurableUnlessBundle(plain, specific) : noResult(false, outcome);
  const achievable = isOutcome ? judgeAchievable(plain) : noResult(true, outcome);
  const relevant = isOutcome ? judgeRelevant(plain) : noResult(false, outcome);
  const areas = isOutcome ? findPfaAreas(plain) : [];
  const smart = {
    specific: specific.value,
    measurable: measurable.value,
    achievable: achievable.value,
    relevant: relevant.value,
    timebound: timebound.value,
  };
  const own = ({ because }: Judged): Reason => ({ ...because, seen: inFirstText(retold, because.seen, text) });
  return {
    labels: {
      smart,
      overall: isOutcome && Object.values(smart).every(Boolean),
      isOutcomeNotProvision: isOutcome,
      pfaAreas: areas.map(({ area }) => area),
    },
    reasons: {
      specific: own(specific),
      measurable: own(measurable),
      achievable: own(achievable),
      relevant: own(relevant),
      timebound: own(timebound),
      isOutcomeNotProvision: own(outcome),
      pfaAreas: {
        rule: areas.length > 0 ? 'pfa-words' : 'no-pfa-words',
        reason: areas.length > 0 ? 'These words belong to the areas named.' : 'No words of the four areas were seen.',
        source: SOURCES.pfa,
        seen: inFirstText(
          retold,
          areas.flatMap(({ seen }) => seen),
          text,
        ),
      },
    },
  };
}

function noResult(value: boolean, { because }: Judged): Judged {
  return {
    value,
    because: { ...because, rule: 'no-result', reason: 'It reads as provision, so there is no result to judge.' },
  };
}

/** A number beside one of several results does not measure the others. */
function measurableUnlessBundle(text: string, specific: Judged): Judged {
  const judged = judgeMeasurable(text);
  if (!judged.value || specific.because.rule !== 'bundle') return judged;
  return {
    value: false,
    because: { ...specific.because, reason: 'Several results in one sentence; no measure covers them all.' },
  };
}
