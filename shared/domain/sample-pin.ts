/** Everybody's PIN in the sample partnership: shown to whoever opens it, since nobody in it lives. */
export const SAMPLE_PIN = '2468';
