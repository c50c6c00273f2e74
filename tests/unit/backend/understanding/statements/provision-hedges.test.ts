import { describe, expect, it } from 'vitest';
import { assessProvision } from '../../../../../electron/backend/understanding/statements/assess-provision.ts';

/** Hedges by trait, beside sentences in which the same words are exact. */
const HEDGES: readonly (readonly [phrases: readonly string[], text: string])[] = [
  // How far the content goes is no limit of the amount.
  [[], 'Adding coins up to £10, fifteen minutes a day, with the learning mentor.'],
  [[], 'Ordering numbers up to 50 for ten minutes each morning.'],
  [[], 'Reading words of up to five letters for ten minutes each morning.'],
  [[], 'Counting in 5s up to 50 for ten minutes each morning.'],
  [['up to'], 'Reading with a teaching assistant, up to three times a week.'],
  [['Up to'], 'Up to 20 minutes of counting every day.'],
  // As long as the plan is in force is for good, as the plan goes.
  [[], 'For as long as his plan remains in force, a taxi to school every day.'],
  [['for as long as'], 'A taxi to school every day for as long as funds last.'],
  // Left to whoever is there.
  [['whichever adult is free'], 'Ten minutes of reading each day with whichever adult is free.'],
  [['whatever works best'], 'Half an hour a week with the mentor on whatever works best.'],
  [['however it suits'], 'The table will be placed however it suits the class.'],
  [[], 'A radio aid worn by whoever is teaching her.'],
  [['whoever is on duty'], 'A meal fed to him by whoever is on duty.'],
  [[], 'A walk around the field every morning, whatever the weather.'],
  [['any adult who is free'], 'Ten minutes of reading each day with any adult who is free.'],
  [['if one is free'], 'Ten minutes of reading each day with a teaching assistant, if one is free.'],
  [['when an adult is available'], 'Ten minutes of reading each day when an adult is available.'],
  [['Every effort to be made'], 'Every effort to be made to seat her near the window.'],
  [['at intervals'], 'A teaching assistant will check her hearing aids at intervals.'],
  [[], 'Drinks at intervals of one hour.'],
  // Of some kind.
  [['some sort of'], 'There will be some sort of club every Tuesday.'],
  [['of some description'], 'A chair of some description in every room.'],
  [[], 'A chair of the Leckey kind in every room.'],
  // So far as it can be done.
  [['as far as is practicable'], 'Homework will be printed, as far as is practicable, in braille.'],
  [['to the extent that is possible'], 'He will be taught, to the extent that is possible, with his class.'],
  [['within available resources'], 'Music tuition within available resources.'],
  [['within existing staffing'], 'One-to-one help from within existing staffing.'],
  [[], 'He will walk as far as the gate with a teaching assistant every day.'],
  // Monitoring says what is done, support does not; a further visit is one more.
  [['Continued'], 'Continued monitoring of his weight by the dietitian.'],
  [['Ongoing support'], 'Ongoing support from the dietitian.'],
  [[], 'A further visit by the orthotist each July.'],
  [['further support'], 'There will be further support from the orthotist each July.'],
  [[], 'An extra 15 minutes of reading with the librarian each day.'],
];

describe('hedges', () => {
  it.each(HEDGES)('are %j in: %s', (phrases, text) => {
    expect(assessProvision(text).labels.vaguePhrases).toEqual(phrases);
  });
});
