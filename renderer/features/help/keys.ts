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
    title: 'While auditing',
    keys: [
      { keys: ['1'], does: 'Met, and on to the next criterion' },
      { keys: ['2'], does: 'Partly met' },
      { keys: ['3'], does: 'Not met' },
      { keys: ['0'], does: 'Not applicable, where the criterion allows it' },
    ],
  },
];
