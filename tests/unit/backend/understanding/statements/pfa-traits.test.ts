import { describe, expect, it } from 'vitest';
import { findPfaAreas } from '../../../../../electron/backend/understanding/statements/pfa-areas.ts';

/** Areas of Preparing for Adulthood by their first letters: employment, independent living, community, health. */
type Wording = readonly [areas: string, text: string];

const WORK: readonly Wording[] = [
  ['E', 'By the end of Year 13 Anwen will be ready for university.'],
  ['E', 'Idris will be promoted to shift leader by 2029.'],
  ['E', 'Anwen will run her own cake stall when she leaves school.'],
  // Where the work is done is no area of its own.
  ['E', 'Anwen will complete six shifts of work experience at the dentist.'],
  ['E', 'Idris will start an apprenticeship at the leisure centre.'],
  ['H', 'Idris will go to the dentist without tears.'],
  ['EH', 'Anwen will take her own insulin on each day of her work experience at the farm.'],
];

const GETTING_ABOUT: readonly Wording[] = [
  ['I', 'By July 2028 Anwen will walk 30 metres with her rollator twice a day.'],
  ['I', 'Idris will walk from the classroom to the canteen with one prompt.'],
  ['I', 'Idris will use a printed timetable to find his next lesson.'],
  ['H', 'Anwen will walk 2 miles twice a week.'],
  ['H', 'Idris will stand in his frame for half an hour a day.'],
  ['I', 'Idris will use the stairs with one hand on the rail.'],
  ['', 'Idris will stand at the front of the canteen queue.'],
];

const OWN_HOME: readonly Wording[] = [
  ['I', 'By 2030 Anwen will spend four nights a week in a shared bungalow.'],
  ['I', 'I would like a house of my own.'],
  ['I', 'Idris will keep his weekly spending below £25.'],
  ['', 'Idris will lead a fulfilling adult life.'],
  ['I', 'Anwen will have an independent adult life.'],
];

const COMPANY: readonly Wording[] = [
  ['C', 'Anwen will bring a freind home once a month.'],
  ['C', 'By July 2028 two girls from the choir will have asked Anwen to come to tea.'],
  ['C', 'By July 2028 every pupil in the form will have asked Idris to play.'],
  ['I', 'Idris will ask for help with one sign.'],
  // When it happens is not what happens.
  ['I', 'Idris will fasten his own shoes at three playtimes out of four.'],
  ['CI', 'Idris will ask a friend for a drink at three playtimes out of four.'],
  ['C', 'Idris will understand healthy friendships.'],
];

const BODY_AND_MIND: readonly Wording[] = [
  ['H', 'Anwen will have two vitamins with her breakfast.'],
  ['H', 'Idris will count the carbohydrates in his lunch.'],
  ['H', 'Anwen will drink five cups of water a day.'],
  ['H', 'Idris will tell an adult he feels cross.'],
  ['', 'Idris will draw a cross and a square.'],
  ['I', 'Idris will show with a symbol what he would like to eat.'],
  ['I', 'Anwen will tell the canteen staff which meal she would like.'],
  ['H', 'Idris will put the drops in his eyes himself.'],
  ['I', 'Idris will choose his own clothes.'],
  ['I', 'Anwen will be more confident about travelling by train.'],
  ['H', 'Anwen will be more confident.'],
];

describe('traits of the areas', () => {
  it.each([...WORK, ...GETTING_ABOUT, ...OWN_HOME, ...COMPANY, ...BODY_AND_MIND])('read as [%s]: %s', (areas, text) => {
    const found = findPfaAreas(text).map(({ area }) => area.charAt(0).toUpperCase());
    expect([found.toSorted().join(''), text]).toEqual([areas, text]);
  });
});
