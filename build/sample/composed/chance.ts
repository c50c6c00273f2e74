/** Choices that are always the same for the same plan, so that the documents come out byte for byte. */
export interface Chance {
  /** A whole number from `low` to `high`, both included. */
  number(key: string, low: number, high: number): number;
  pick<Item>(key: string, items: readonly Item[]): Item;
  /** The items in an order of its own. */
  shuffled<Item>(key: string, items: readonly Item[]): Item[];
}

export function chanceOf(seed: string): Chance {
  const at = (key: string) => hash(`${seed}/${key}`);
  return {
    number: (key, low, high) => low + (at(key) % (high - low + 1)),
    pick(key, items) {
      const item = items[at(key) % items.length];
      if (item === undefined) throw new Error(`There is nothing to pick for ${key}.`);
      return item;
    },
    shuffled: (key, items) =>
      items
        .map((item, place) => ({ item, order: at(`${key}/${place}`) }))
        .toSorted((a, b) => a.order - b.order)
        .map(({ item }) => item),
  };
}

/** FNV-1a with the last step of MurmurHash3: 32 bits. */
function hash(text: string): number {
  let bits = 0x811c_9dc5;
  for (const character of text) bits = Math.imul(bits ^ (character.codePointAt(0) ?? 0), 0x0100_0193);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85eb_ca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2_ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
