import { assertNever } from '../../../shared/domain/assert-never.ts';
import { outcome, provision, type Area } from '../plan-content.ts';
import type { Chance } from './chance.ts';
import type { AreaKind, ComposedChild } from './children.ts';

/** Words for a person, as sentences need them. */
export interface Words {
  /** The name that the person goes by. */
  n: string;
  he: string;
  him: string;
  his: string;
  /** For the beginning of a sentence. */
  He: string;
  His: string;
  /** 's' after he and she: `${he} read${s}`. */
  s: string;
  has: string;
  is: string;
}

export function wordsFor({ first, pronoun }: Pick<ComposedChild, 'first' | 'pronoun'>): Words {
  const forms = { she: ['she', 'her', 'her'], he: ['he', 'him', 'his'], they: ['they', 'them', 'their'] } as const;
  const [he, him, his] = forms[pronoun];
  const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
  const isMany = pronoun === 'they';
  return {
    n: first,
    he,
    him,
    his,
    He: capital(he),
    His: capital(his),
    s: isMany ? '' : 's',
    has: isMany ? 'have' : 'has',
    is: isMany ? 'are' : 'is',
  };
}

/** One area of need of a well-written plan; flaws are written into it afterwards. */
export function composeArea(
  kind: AreaKind,
  words: Words,
  chance: Chance,
  { by, month, isOlder }: { by: string; month: string; isOlder: boolean },
): Area {
  const of = (key: string, low: number, high: number) => chance.number(`${kind}/${key}`, low, high);
  const one = <Item>(key: string, ...items: Item[]) => chance.pick(`${kind}/${key}`, items);
  const { n, he, him, his, His, s, has, is } = words;
  const review = one(
    'review',
    'Each half-term, by the SENCO',
    'At the end of each term',
    'February and June',
    'Every twelve weeks',
  );
  const minutes = of('minutes', 3, 8) * 5;
  const times = one('times', 'twice a week', 'three times a week', 'four times a week', 'daily');
  switch (kind) {
    case 'language':
      return {
        title: 'Communication and interaction',
        strengths: [
          one(
            'strength',
            `${n} watches faces closely and has a quick sense of fun.`,
            `${n} joins in with songs and rhymes, and knows ${of('songs', 6, 19)} of them.`,
            `${n} will tell anyone who listens about ${one('topic', 'tractors', 'sea birds', 'the lifeboat', 'bread making', 'goalkeepers')}.`,
          ),
        ],
        needs: [
          one(
            'need',
            `In ${month} ${n} understood ${of('a', 4, 9)} of ten instructions with ${of('b', 2, 4)} key words; longer ones ${he} carried out by copying the others.`,
            `${n} speaks in phrases of ${of('a', 2, 4)} words, and people who do not know ${him} understood ${of('b', 35, 65)} words in a hundred (${month}).`,
            `${His} vocabulary stood at the ${of('a', 4, 14)}th percentile in ${month}, so that ${n} lost the thread of ${of('b', 3, 6)} lessons in ten.`,
            `${n} seldom starts a conversation: ${of('a', 1, 4)} times in a morning of ${of('b', 90, 150)} minutes that was observed in ${month}.`,
          ),
        ],
        outcomes: [
          outcome(
            one(
              'outcome',
              `By ${by}, ${n} will follow an instruction of ${of('c', 4, 6)} key words at the first time of asking, on ${of('d', 7, 9)} occasions out of ten.`,
              `By ${by}, ${n} will tell an adult what ${he} need${s} in a full sentence, at least ${of('c', 5, 12)} times in a school day.`,
              `By ${by}, ${n} will use ${of('c', 8, 15)} new subject words each half-term in ${his} own speech, and explain ${of('d', 6, 9)} of ten.`,
            ),
            by,
          ),
        ],
        provision: [
          provision(
            one(
              'provision',
              `A language programme written for ${n}, on understanding instructions of ${of('c', 4, 6)} key words.`,
              `Teaching of ${of('c', 8, 15)} new words before each topic, with pictures and signs that ${n} chooses.`,
              `A talking group of ${of('size', 3, 5)}, to start and keep up conversation.`,
            ),
            one(
              'who',
              'Speech and language therapist; delivered by a trained assistant',
              'Teaching assistant trained by the speech and language therapist',
            ),
            `${minutes} minutes, ${times}`,
            review,
          ),
          provision(
            'Direct speech and language therapy, with the teaching assistant there.',
            'Speech and language therapist',
            `${of('sessions', 4, 9)} sessions of ${of('long', 6, 9) * 5} minutes each term`,
            'Written report each July',
          ),
        ],
      };
    case 'learning':
      return {
        title: 'Cognition and learning',
        strengths: [
          one(
            'strength',
            `${n} works hard and remembers what ${he} ${has} seen done.`,
            `${n} is good with ${his} hands and finished a ${one('made', 'bird box', 'model bridge', 'stool', 'kite')} in ${month}.`,
            `${n} listens to stories well beyond ${his} own reading.`,
          ),
        ],
        needs: [
          one(
            'need',
            `${n} knew ${of('a', 28, 96)} common words at sight and sounded out ${of('b', 3, 8)} of ten new ones in ${month}.`,
            `In ${month} ${n} wrote ${of('a', 9, 34)} words in ${of('b', 15, 25)} minutes, of which others could read about half.`,
            `${n} adds within ${of('a', 10, 50)} with counters, and lost count on ${of('b', 3, 7)} of ten tries without them (${month}).`,
            `${His} working memory is at the ${of('a', 3, 12)}th percentile: of three steps that ${he} ${is} told ${n} keeps the last (${month}).`,
          ),
        ],
        outcomes: [
          outcome(
            one(
              'outcome',
              `By ${by}, ${n} will read a page of ${of('c', 60, 120)} words that ${he} ${has} not seen before, with at most ${of('d', 4, 8)} mistakes.`,
              `By ${by}, ${n} will write ${of('c', 4, 9)} sentences on ${his} own that somebody else can read, in ${of('d', 20, 35)} minutes.`,
              `By ${by}, ${n} will pay for ${of('c', 2, 5)} things in a shop and check the change, on ${of('d', 4, 5)} visits out of five.`,
            ),
            by,
          ),
        ],
        provision: [
          provision(
            one(
              'provision',
              `A phonics programme in small steps that starts from the ${of('c', 12, 30)} sounds that ${n} knows.`,
              `Spelling and handwriting by touch and sight, in ${his} topic words.`,
              `Maths with counters and money, one new step each week, ${of('c', 10, 16)} steps in a term.`,
            ),
            one(
              'who',
              'Specialist teacher to plan; teaching assistant to deliver',
              'Teacher with a qualification in specific learning difficulties',
            ),
            `${minutes} minutes, ${times}`,
            review,
          ),
          provision(
            'Support in class to begin, check and finish a task.',
            'Teaching assistant, overseen by the SENCO',
            `${of('hours', 6, 15)} hours a week`,
            review,
          ),
        ],
      };
    case 'feelings':
      return {
        title: 'Social, emotional and mental health',
        strengths: [
          one(
            'strength',
            `${n} is kind to younger children and to animals.`,
            `${n} says sorry in ${his} own way, and means it.`,
            `${n} stands up for friends and is trusted with ${one('job', 'the school hens', 'the register', 'the sound desk', 'the library')}.`,
          ),
        ],
        needs: [
          one(
            'need',
            `${n} left the classroom without leave on ${of('a', 11, 34)} days between September and ${month}, mostly when plans had changed.`,
            `When ${he} ${is} worried ${n} stops talking: in ${month} this lasted from ${of('a', 10, 25)} minutes to ${of('b', 2, 4)} hours.`,
            `${n} came to school on ${of('a', 51, 79)} days in a hundred in the autumn, and to ${of('b', 2, 5)} lessons in ten on those days (${month}).`,
            `${n} broke off ${of('a', 4, 9)} of ten games at playtime in anger, and could say why once in ${of('b', 5, 9)} times (${month}).`,
          ),
        ],
        outcomes: [
          outcome(
            one(
              'outcome',
              `By ${by}, ${n} will tell a trusted adult that ${he} need${s} a break and come back within ${of('c', 5, 12)} minutes, ${of('d', 7, 9)} times out of ten.`,
              `By ${by}, ${n} will be in lessons for ${of('c', 80, 95)} in a hundred of ${his} timetable for a whole half-term.`,
              `By ${by}, ${n} will play or work with two others for ${of('c', 15, 30)} minutes on ${of('d', 3, 5)} days a week without an adult's help.`,
            ),
            by,
          ),
        ],
        provision: [
          provision(
            one(
              'provision',
              'A check-in with the same adult about the day ahead.',
              `Naming and rating feelings, in a book that ${n} keeps.`,
              `A quiet place that ${n} may go to, with a card, a timer of ${of('c', 5, 12)} minutes and a way back.`,
            ),
            one(
              'who',
              'Learning mentor, supervised by the educational psychologist',
              'Emotional literacy support assistant',
            ),
            `${minutes} minutes, ${times}`,
            review,
          ),
          provision(
            `Supervision and advice for the adults who work with ${n}.`,
            'Educational psychologist',
            `${of('visits', 2, 4)} visits of ${of('long', 4, 6) * 15} minutes a year`,
            'Note to the family after each visit',
          ),
        ],
      };
    case 'senses':
      return {
        title: 'Sensory and physical needs',
        strengths: [
          one(
            'strength',
            `${n} loves water and swims ${of('lengths', 2, 20)} widths with an adult beside ${him}.`,
            `${n} knows what helps ${him} and asks for it with a card.`,
            `${n} has a fine eye for detail.`,
          ),
        ],
        needs: [
          one(
            'need',
            `In the hall and at ${of('a', 60, 85)} decibels ${n} covers ${his} ears; ${he} left ${of('b', 4, 9)} of ten assemblies in ${month}.`,
            `${n} walks ${of('a', 40, 180)} metres and then needs ${of('b', 5, 20)} minutes of rest (physiotherapist, ${month}).`,
            `${n} eats ${of('a', 6, 14)} foods, all of them dry, and none at school on ${of('b', 2, 4)} days in five (${month}).`,
            `${n} tires by midday: ${of('a', 3, 7)} of ten tasks after lunch were left undone in ${of('b', 2, 4)} weeks of ${month}.`,
          ),
        ],
        outcomes: [
          outcome(
            one(
              'outcome',
              `By ${by}, ${n} will stay in a noisy room for ${of('c', 10, 25)} minutes, using what helps ${him}, on ${of('d', 4, 5)} days out of five.`,
              `By ${by}, ${n} will move between lessons on ${his} own, within ${of('c', 4, 8)} minutes, on ${of('d', 7, 9)} occasions out of ten.`,
              `By ${by}, ${n} will eat a lunch of at least ${of('c', 3, 5)} foods with ${of('d', 2, 4)} friends on three days a week.`,
            ),
            by,
          ),
        ],
        provision: [
          provision(
            one(
              'provision',
              `Movement breaks from the list of ${of('c', 5, 9)} that the occupational therapist made with ${n}.`,
              'Exercises for strength and balance, done with a friend.',
              `Practice in steps towards busy rooms, with ear defenders and a plan of ${of('c', 6, 12)} steps.`,
            ),
            one(
              'who',
              'Teaching assistant trained by the occupational therapist',
              'Class teacher, with advice from the occupational therapist',
            ),
            `${minutes} minutes, ${times}`,
            review,
          ),
          provision(
            `Advice on seating, lighting and noise in each room that ${n} uses.`,
            'Occupational therapist',
            `${of('visits', 1, 3)} visits of ${of('long', 4, 8) * 15} minutes a year`,
            'Report each May',
          ),
        ],
      };
    case 'independence':
      return {
        title: isOlder ? 'Preparing for adulthood' : 'Independence and self-care',
        strengths: [
          one(
            'strength',
            `${n} knows the way to ${one('place', 'the harbour', 'the library', 'the market', 'the leisure centre')} and likes to lead.`,
            `${n} keeps a calendar and looks forward to each thing in it.`,
            `${n} takes pride in ${his} own room.`,
          ),
        ],
        needs: [
          one(
            'need',
            `${n} dresses with ${of('a', 3, 7)} reminders and needs an adult for the last ${of('b', 2, 4)} fastenings (${month}).`,
            `${n} has crossed the road alone on ${of('a', 0, 3)} of ${of('b', 10, 14)} practice walks (${month}).`,
            `${n} made a drink and a sandwich with ${of('a', 4, 9)} prompts in ${of('b', 18, 32)} minutes in ${month}.`,
            `${n} handles up to ${of('a', 2, 9)} pounds; with more, ${he} gave the wrong amount on ${of('b', 4, 8)} of ten tries (${month}).`,
          ),
        ],
        outcomes: [
          outcome(
            isOlder
              ? one(
                  'outcome',
                  `By ${by}, ${n} will travel to ${one('to', 'college', 'work experience', 'the youth club')} by bus on ${his} own on ${of('c', 4, 5)} days out of five.`,
                  `By ${by}, ${n} will cook ${of('c', 3, 6)} meals from a picture recipe for ${himselfOf(words)} and one other person.`,
                  `By ${by}, ${n} will work for ${of('c', 2, 6)} hours a week in a job that ${he} ${has} chosen, with one prompt in a shift at most.`,
                )
              : one(
                  'outcome',
                  `By ${by}, ${n} will dress for games within ${of('c', 6, 12)} minutes with one reminder, on ${of('d', 4, 5)} days out of five.`,
                  `By ${by}, ${n} will pack ${his} bag from a list of ${of('c', 5, 9)} things on ${of('d', 4, 5)} mornings out of five.`,
                ),
            by,
          ),
        ],
        provision: [
          provision(
            one(
              'provision',
              `Teaching of everyday skills in ${of('c', 6, 12)} small steps, each signed off by ${n}.`,
              `Practice in the community, on a route that ${n} chooses.`,
            ),
            one('who', 'Teaching assistant trained in travel training', 'Life skills tutor'),
            `${of('long', 6, 12) * 5} minutes, ${one('often', 'once a week', 'twice a week')}`,
            review,
          ),
        ],
      };
    default:
      return assertNever(kind);
  }
}

function himselfOf({ him }: Words): string {
  return him === 'them' ? 'themself' : `${him}self`;
}
