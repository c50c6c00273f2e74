/** A refusal that a person can act on: thrown by services, turned into the contract's typed error by the router. */
export class Refusal extends Error {
  /** Capitals and underscores, as declared in the contract. */
  readonly code: string;
  /** What to do next, as a sentence. */
  readonly advice: string;
  /** Anything more that the contract declares for this code. */
  readonly details: Record<string, unknown>;

  constructor(code: string, message: string, advice: string, details: Record<string, unknown> = {}) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.advice = advice;
    this.details = details;
  }
}

/** For a thing that was asked for by id and is not there. */
export function notFound(what: string): Refusal {
  return new Refusal(
    'NOT_FOUND',
    `That ${what} is no longer in this workspace.`,
    'Go back to the list and choose again.',
  );
}
