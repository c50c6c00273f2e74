/** Units of both versions that tell the same thing, by index; one side may be empty. */
export interface Group {
  left: number[];
  right: number[];
}

/** Between which two units that both versions have, in order, a unit stands. */
export interface Gaps {
  left: ReadonlyMap<number, number>;
  right: ReadonlyMap<number, number>;
}
