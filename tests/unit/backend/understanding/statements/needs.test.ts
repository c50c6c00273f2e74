import { describe, expect, it } from 'vitest';
import { assessOutcome } from '../../../../../electron/backend/understanding/statements/assess-outcome.ts';
import { assessProvision } from '../../../../../electron/backend/understanding/statements/assess-provision.ts';

/** Needs, and hopes, that stand where an outcome or provision should. */
const NEEDS: readonly string[] = [
  'Owain has a severe hearing loss in both ears.',
  'Mari finds sudden noise very difficult.',
  'Because of his dyspraxia Elis cannot fasten his buttons.',
  "Lowri's handwriting is hard to read.",
  'He becomes anxious in crowded places.',
  'She does not understand long sentences.',
  'Her attention span is limited to two minutes.',
  'I am easily distracted.',
];

const HOPES: readonly string[] = [
  'To live on his own near his family.',
  'Mari will make new friends at nursery.',
  'To be more confident in groups.',
];

const PROVISION: readonly string[] = [
  'Owain has a radio aid for every lesson.',
  'Because of his dyspraxia Elis cannot fasten his buttons, so a teaching assistant will do them up before PE.',
  'Mari has 30 minutes of speech and language therapy every week.',
  'Staff is to sit beside her at lunch.',
  'To improve his balance, a physiotherapist will lead riding every Friday.',
  'Lowri will make a scrapbook of her week with the learning mentor.',
];

const OUTCOMES: readonly string[] = [
  'Owain has a part-time job at the garage.',
  'By July 2027 Elis does not hit other children on four days out of five.',
  'Mari sleeps in her own bed all night.',
  'Elis will cope when he is anxious.',
  'Lowri can find her way to the library alone.',
  'She finds her own coat at home time.',
];

describe('needs', () => {
  it.each(NEEDS)('are neither provision nor an outcome: %s', (text) => {
    const { specific, quantified } = assessProvision(text).labels;
    expect({ specific, quantified }).toEqual({ specific: false, quantified: false });
    expect(assessOutcome(text).labels.isOutcomeNotProvision).toBe(false);
  });

  it.each(HOPES)('nor are hopes provision: %s', (text) => {
    const { specific, quantified } = assessProvision(text).labels;
    expect({ specific, quantified }).toEqual({ specific: false, quantified: false });
  });

  it.each(PROVISION)('are not seen where something is provided: %s', (text) => {
    expect(assessProvision(text).labels.specific).toBe(true);
  });

  it.each(OUTCOMES)('are not seen where something changes: %s', (text) => {
    expect(assessOutcome(text).labels.isOutcomeNotProvision).toBe(true);
  });
});
