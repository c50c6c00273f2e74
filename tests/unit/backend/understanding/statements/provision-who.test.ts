import { describe, expect, it } from 'vitest';
import { assessProvision } from '../../../../../electron/backend/understanding/statements/assess-provision.ts';

const WHO: readonly string[] = [
  'Weekly sessions with a hydrotherapist in the warm pool.',
  'An OT assistant will adjust her chair each half-term.',
  'A paraprofessional will sit beside him in every lesson.',
  'A reading group of four, half an hour on Mondays, taught by the SENCO.',
  'Cookery, one hour a week, taught by a food technology teacher.',
  'Midday staff with Makaton training will play alongside him.',
  'An adult with a counselling diploma will see her weekly.',
  'The same taxi driver will take him each day.',
];

const NOBODY: readonly string[] = [
  'A key adult taught by the physiotherapist will do his stretches.',
  'Staff who have been taught by the dietitian will thicken his drinks.',
  'The school will try to keep the same escort.',
  'The council will recruit the right personal assistant.',
  'Staff with appropriate training will play alongside him.',
  'Aromatherapy oils in the quiet room.',
];

const CONTENT: readonly string[] = [
  'A note-taker in every lecture.',
  'A sign language interpreter at each annual review.',
  'A prompter (a teaching assistant) for all exams.',
  'An escort on the minibus each morning.',
];

const NO_CONTENT: readonly string[] = [
  'A teaching assistant for all lessons.',
  'Part-time support from an adult throughout the school day.',
  'The behaviour team will come in once a week.',
];

describe('who delivers', () => {
  it.each(WHO)('is said in: %s', (text) => {
    expect(assessProvision(text).labels.who).toBe(true);
  });

  it.each(NOBODY)('is not said in: %s', (text) => {
    expect(assessProvision(text).labels.who).toBe(false);
  });
});

describe('what is provided', () => {
  it.each(CONTENT)('is said by who writes, signs or escorts: %s', (text) => {
    expect(assessProvision(text).labels.specific).toBe(true);
  });

  it.each(NO_CONTENT)('is not said by: %s', (text) => {
    expect(assessProvision(text).labels.specific).toBe(false);
  });
});

describe('how often', () => {
  it.each(['Every effort will be made to find a tutor.', 'Every encouragement to join in.'])(
    'is not said by: %s',
    (text) => {
      expect(assessProvision(text).labels.frequency).toBe(false);
    },
  );
});
