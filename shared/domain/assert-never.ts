/** Closes a switch over a union: a case that is added later does not compile until it is dealt with. */
export function assertNever(value: never): never {
  throw new TypeError(`Unexpected value: ${JSON.stringify(value)}`);
}
