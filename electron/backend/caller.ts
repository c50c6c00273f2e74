import type { Person } from '../../shared/contract/person.ts';

/** The signed-in person in whose name a call is served. */
export type Caller = Person;

export type Clock = () => Date;
