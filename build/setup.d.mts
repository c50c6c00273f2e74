/** Types of setup.mjs, which must stay plain JavaScript; its comments are there. */
export const root: string;
export function prepare(script: string): Promise<void>;
export function run(command: string, args: readonly string[], env?: Record<string, string>): Promise<number>;
