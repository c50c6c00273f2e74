import { z } from 'zod';

/** What an input may be filled with, by the names of its fields. */
export type Fillings = Readonly<Record<string, readonly unknown[]>>;

/**
 * Input for any call, made from its schema: known fields get what is known for them, all others the plainest value that
 * fits. So a call that is added later is called too, without a word here.
 */
export function anyInputs(schema: unknown, fillings: Fillings): unknown[] {
  if (!(schema instanceof z.ZodType)) return [undefined];
  const most = Math.max(1, ...Object.values(fillings).map((values) => values.length));
  const inputs = Array.from({ length: most }, (_, nth) => fill(schema, '', fillings, nth));
  return [...new Map(inputs.map((input) => [JSON.stringify(input), input])).values()];
}

function fill(schema: unknown, key: string, fillings: Fillings, nth: number): unknown {
  const known = fillings[key];
  if (known !== undefined && known.length > 0) {
    const value = known[nth % known.length];
    if (!(schema instanceof z.ZodType) || schema.safeParse(value).success) return value;
  }
  if (schema instanceof z.ZodObject) {
    return Object.fromEntries(
      Object.entries(schema.shape).map(([name, field]) => [name, fill(field, name, fillings, nth)]),
    );
  }
  if (schema instanceof z.ZodNullable) return known === undefined ? null : fill(schema.unwrap(), key, fillings, nth);
  if (schema instanceof z.ZodOptional) return undefined;
  if (schema instanceof z.ZodDefault) return undefined;
  if (schema instanceof z.ZodArray) return [];
  if (schema instanceof z.ZodEnum) return schema.options[nth % schema.options.length];
  if (schema instanceof z.ZodLiteral) return schema.value;
  if (schema instanceof z.ZodUnion) return fill(schema.options[nth % schema.options.length], key, fillings, nth);
  if (schema instanceof z.ZodBoolean) return nth % 2 === 0;
  if (schema instanceof z.ZodNumber) return 1;
  if (schema instanceof z.ZodRecord) return {};
  return 'abc';
}
