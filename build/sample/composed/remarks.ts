import type { RootCause } from '../../../shared/domain/grading/root-causes.ts';

/** What auditors say of a criterion that falls short, the one and the other, and why it mostly does. */
export interface Remark {
  first: string;
  second: string;
  cause: RootCause;
}

const REMARKS: Readonly<Record<string, readonly [first: string, second: string, cause: RootCause]>> = {
  'S01.C2': [
    'Another child’s name and story stand in Section D.',
    'A different child is named here. The lead was told the same day.',
    'process',
  ],
  'S01.C3': [
    'It says nothing was found, and not how that is known.',
    'Empty sections do not say who looked.',
    'template',
  ],
  'S01.C4': [
    'Some of this belongs to another section.',
    'The wrong section in law, though nothing is lost.',
    'writing',
  ],
  'S01.C5': [
    'No sign-off, and no date for the next review.',
    'I could not tell from the cover who agreed it.',
    'process',
  ],
  'S02.C2': [
    'Nobody says how these views were gathered.',
    'Section A gives views with no word of how they were asked for.',
    'family_not_reached',
  ],
  'S02.C3': [
    'The parents are not heard at all.',
    'Section K lists the parents, and Section A does not have them.',
    'family_not_reached',
  ],
  'S02.C4': ['Hopes for this week, none for later on.', 'Nothing here looks beyond the school year.', 'writing'],
  'S02.C5': [
    'Nothing on how to talk with this child.',
    'A new adult would not know how to begin a conversation.',
    'template',
  ],
  'S03.C2': [
    'A label, not what is hard and what it means.',
    'I learn nothing here that would help me to teach.',
    'advice_vague',
  ],
  'S03.C3': [
    'No baseline: progress could not be measured from this.',
    'There is no date and no starting point.',
    'advice_vague',
  ],
  'S03.C4': ['Some of the picture is more than a year old.', 'The date of this assessment is missing.', 'process'],
  'S03.C5': ['Provision in Section B.', 'This belongs in F, where it could be relied on.', 'writing'],
  'S04.C1': [
    'A list of conditions, with nothing on daily life.',
    'From a health point of view: what does this mean for the school day?',
    'advice_vague',
  ],
  'S04.C2': ['No paediatric advice is listed.', 'We sent advice; it is not in the list.', 'process'],
  'S04.C3': [
    'Nothing could be delivered from this row.',
    'As a therapist I could not tell what is promised here.',
    'advice_vague',
  ],
  'S04.C4': [
    'No word of the commissioner’s agreement.',
    'The integrated care board’s agreement is not recorded.',
    'process',
  ],
  'S05.C1': [
    '“Not known” is where asking begins, not where it ends.',
    'No sign that social care was asked for advice.',
    'advice_missing',
  ],
  'S05.C2': ['Home, clubs and carers are left out.', 'Nothing on what a week at home is like.', 'advice_missing'],
  'S05.C3': ['The amount of the break is not said.', 'How often, and from whom?', 'advice_vague'],
  'S05.C4': ['Who and what for, with no amount.', 'Signposting, which is not provision.', 'advice_vague'],
  'S06.C1': [
    'Going to a group is provision, not an outcome.',
    'This is a service. What will change for the child?',
    'writing',
  ],
  'S06.C2': ['More than one thing, and none that could be seen.', 'Two wishes in one sentence.', 'writing'],
  'S06.C3': ['Nobody could say when this has been reached.', '“Better” than what?', 'writing'],
  'S06.C4': ['No date on the second outcome.', 'By when is not said.', 'writing'],
  'S06.C5': [
    'No way to tell whether it is within reach.',
    'Without a baseline I cannot say if this is ambitious.',
    'writing',
  ],
  'S06.C6': ['Three areas of need and one kind of outcome.', 'The child’s own hopes do not turn up here.', 'writing'],
  'S06.C7': [
    'Who sets shorter targets is not said.',
    'How progress is checked between reviews is left open.',
    'template',
  ],
  'S07.C1': ['“Opportunities” promise nothing.', 'I could not tell what is to be provided.', 'writing'],
  'S07.C2': ['How often, and for how long?', 'No amount: it could not be enforced.', 'advice_vague'],
  'S07.C3': ['“Staff” is everybody and nobody.', 'What training does this person need?', 'writing'],
  'S07.C4': ['Hedged in the row that matters most.', '“As appropriate” takes the promise back.', 'advice_vague'],
  'S07.C5': ['A need in Section B has no row here.', 'One need is left without provision.', 'writing'],
  'S07.C6': [
    'The psychologist asked for more, and no reason is given.',
    'The advice is thinner here than it was when sent.',
    'advice_weakened',
  ],
  'S07.C7': ['The review column is empty.', 'Nobody is asked to look whether it works.', 'template'],
  'S08.C1': ['This outcome comes from no hope in Section A.', 'I cannot trace it to what the family said.', 'writing'],
  'S08.C2': ['A need in C that nothing answers.', 'Sleep is named and no service takes it up.', 'advice_missing'],
  'S08.C3': [
    'One outcome has nothing that would bring it about.',
    'Provision and outcomes do not meet in the second area.',
    'writing',
  ],
  'S08.C4': ['Agencies work side by side, not together.', 'Three services visit, and nobody joins them up.', 'process'],
  'S09.C2': ['One of the four areas alone.', 'Work and health are missing from the outcomes.', 'writing'],
  'S09.C3': ['No careers guidance behind it.', 'The young person’s own picture is not in it.', 'advice_missing'],
  'S09.C4': ['The move is named and not planned.', 'Adult services are not mentioned.', 'process'],
  'S10.C1': [
    'Nothing tells what changed after the family’s comments.',
    'I see no sign of the family’s hand in it.',
    'process',
  ],
  'S10.C2': ['Tests are named by their letters.', 'A parent would have to look these words up.', 'advice_vague'],
  'S10.C3': ['The same is said twice.', 'Longer than it need be.', 'template'],
  'S11.C2': ['The budget is mentioned without an amount.', 'What it pays for is left open.', 'process'],
  'S11.C3': ['Advice without dates.', 'I could not tell how old the advice is.', 'process'],
  'S11.C4': ['Social care is missing from the list.', 'Not everyone who must be asked is here.', 'advice_missing'],
  'S12.C1': ['The final came after the twenty weeks.', 'Late, with no exception recorded.', 'process'],
  'S12.C2': ['Some of the advice took more than six weeks.', 'Two pieces of advice were late.', 'advice_missing'],
  'S12.C3': ['The fifteen days cannot be told from the dates.', 'When the family was asked is not said.', 'process'],
  'S13.C2': ['The family could not see what has changed.', 'No list of changes.', 'template'],
  'S13.C3': ['The final came more than twelve weeks after the meeting.', 'The review’s clock was missed.', 'process'],
  'S13.C5': ['Health did not write for the review.', 'No word from health or social care.', 'advice_missing'],
};

/** What the two auditors say of a criterion; something for all where nobody thought of one. */
export function remarkOn(criterion: string): Remark {
  const [first, second, cause] = REMARKS[criterion] ?? [
    'This could be sharper than it is.',
    'It would not hold if it were tested.',
    'writing',
  ];
  return { first, second, cause };
}
