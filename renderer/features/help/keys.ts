export interface KeyGroup {
  title: string;
  keys: readonly { keys: readonly string[]; does: string }[];
}

/** Every key that does something; shown by '?' and in Help. */
export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: 'Everywhere',
    keys: [
      { keys: ['?'], does: 'Show these keys' },
      { keys: ['Ctrl', 'L'], does: 'Lock the workspace' },
      { keys: ['Tab'], does: 'Go to the next control' },
      { keys: ['Shift', 'Tab'], does: 'Go to the control before' },
      { keys: ['Esc'], does: 'Close a dialog' },
    ],
  },
  {
    title: 'Answering',
    keys: [
      { keys: ['1'], does: 'Met, and on to the next criterion' },
      { keys: ['2'], does: 'Partly met, and on' },
      { keys: ['3'], does: 'Not met, and on' },
      { keys: ['0'], does: 'Not applicable, where the criterion allows it, and on' },
      { keys: ['C'], does: 'Write the comment' },
      { keys: ['A'], does: 'Say where the words are absent' },
      { keys: ['E'], does: 'Take the selected words as evidence' },
      { keys: ['R'], does: 'Choose the root cause of a shortfall' },
      { keys: ['P'], does: 'Phrases kept for the comment' },
      { keys: ['Alt', '1'], does: 'In the comment: put the first phrase in; 2 to 9 the others' },
      { keys: ['M'], does: 'Make a note of your own on the standard' },
      { keys: ['F'], does: 'Flag something that cannot wait' },
      { keys: ['Ctrl', 'Z'], does: 'Take the last change back' },
    ],
  },
  {
    title: 'Writing the standards',
    keys: [
      { keys: ['Ctrl', 'Z'], does: 'Take the last change back' },
      { keys: ['Ctrl', 'Shift', 'Z'], does: 'Make it again' },
    ],
  },
  {
    title: 'Finding the way in an audit',
    keys: [
      { keys: ['J', '↓'], does: 'Next criterion' },
      { keys: ['K', '↑'], does: 'Criterion before' },
      { keys: ['N'], does: 'Next one that is not answered' },
      { keys: [']'], does: 'Next standard' },
      { keys: ['['], does: 'Standard before' },
      { keys: ['S'], does: 'All standards' },
      { keys: ['G'], does: 'Guidance, examples and legal basis' },
      { keys: ['I'], does: 'Hints beside the criterion' },
      { keys: ['H'], does: 'Mark the hints in the document, or stop marking them' },
      { keys: ['D'], does: 'Into the document' },
      { keys: ['B'], does: 'This standard across all my plans, and back' },
      { keys: ['.'], does: 'Across plans: the next plan' },
      { keys: [','], does: 'Across plans: the plan before' },
      { keys: ['F6'], does: 'To the other side and back' },
    ],
  },
  {
    title: 'Reading a document',
    keys: [
      { keys: ['Ctrl', 'F'], does: 'Find words in it' },
      { keys: ['F3'], does: 'Next place where they stand' },
      { keys: ['Shift', 'F3'], does: 'Place before' },
    ],
  },
  {
    title: 'Comparing two versions',
    keys: [
      { keys: ['J', '↓'], does: 'Next difference' },
      { keys: ['K', '↑'], does: 'Difference before' },
      { keys: ['Enter'], does: 'Show it in both documents, side by side' },
      { keys: ['F6'], does: 'From the difference to one document, and to the other' },
      { keys: ['Esc'], does: 'Back to the list' },
    ],
  },
  {
    title: 'Drawing the golden thread',
    keys: [
      { keys: ['↓', '↑'], does: 'Next or previous passage of the column' },
      { keys: ['→', '←'], does: 'To the next column, or the one before' },
      { keys: ['Enter'], does: 'Take the passage in hand; on a second one, link both' },
      { keys: ['Esc'], does: 'Let the passage go' },
      { keys: ['Delete'], does: 'On a link: take it back; on a suggestion: refuse it' },
      { keys: ['Ctrl', 'Z'], does: 'Take the last change back' },
    ],
  },
  {
    title: 'Moderating',
    keys: [
      { keys: ['J'], does: 'Next criterion in sight' },
      { keys: ['K'], does: 'Criterion before' },
    ],
  },
  {
    title: 'Choosing words by keyboard',
    keys: [
      { keys: ['↓', '↑'], does: 'Next or previous paragraph' },
      { keys: ['→', '←'], does: 'Next or previous sentence' },
      { keys: ['Shift', '→'], does: 'Stretch the choice by a sentence' },
      { keys: ['Enter'], does: 'Take the words as evidence' },
      { keys: ['Esc'], does: 'Let the words go' },
    ],
  },
];
