// Masks an answer by the marks of its output schema, before it leaves the main process.

import { z } from 'zod';
import { HIDDEN, marks, maskPhone, maskPhonesIn, type Mark } from '../../shared/core/marks';

export type Sight = 'none' | 'masked' | 'full';

export interface Sights {
  readonly contact: Sight;
  readonly money: Sight;
}

/** The answer with everything hidden that these sights do not reach. Whoever sees all gets the very same object. */
export function masked(schema: z.ZodType, value: unknown, sights: Sights): unknown {
  if (sights.contact === 'full' && sights.money === 'full') return value;
  const byMarks = maskerOf(schema)(value, sights);
  return sights.contact === 'full' ? byMarks : withoutPhones(byMarks);
}

type Masker = (value: unknown, sights: Sights) => unknown;

const same: Masker = (value) => value;
const maskers = new WeakMap<z.core.$ZodType, Masker>();

function maskerOf(schema: z.core.$ZodType): Masker {
  const known = maskers.get(schema);
  if (known) return known;
  // For a schema that holds itself.
  maskers.set(schema, (value, sights) => maskerOf(schema)(value, sights));
  const made = makeMasker(schema);
  maskers.set(schema, made);
  return made;
}

function makeMasker(schema: z.core.$ZodType): Masker {
  const mark = marks.get(schema)?.mark;
  if (mark) return (value, sights) => hidden(mark, value, sights);
  if (schema instanceof z.ZodObject) return objectMasker(Object.entries(schema.shape));
  if (schema instanceof z.ZodArray) return arrayMasker(maskerOf(schema.element));
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return throughNull(maskerOf(schema.unwrap()));
  if (schema instanceof z.ZodDiscriminatedUnion) return unionMasker(schema);
  if (schema instanceof z.ZodUnion && schema.options.some((option) => maskerOf(option) !== same))
    throw new Error('a union with marks must be discriminated');
  return same;
}

function objectMasker(shape: readonly [string, z.core.$ZodType][]): Masker {
  const touched = shape.flatMap(([name, schema]): [string, Masker][] => (maskerOf(schema) === same ? [] : [[name, maskerOf(schema)]]));
  if (touched.length === 0) return same;
  return (value, sights) => {
    const whole = value as Record<string, unknown>;
    return { ...whole, ...Object.fromEntries(touched.map(([name, mask]) => [name, mask(whole[name], sights)])) };
  };
}

function arrayMasker(element: Masker): Masker {
  return element === same ? same : (value, sights) => (value as readonly unknown[]).map((one) => element(one, sights));
}

function throughNull(inner: Masker): Masker {
  return inner === same ? same : (value, sights) => (value === null || value === undefined ? value : inner(value, sights));
}

function unionMasker(union: z.ZodDiscriminatedUnion): Masker {
  const { discriminator } = union.def;
  const options = union.options.map((option) => ({ option, mask: maskerOf(option) }));
  if (options.every(({ mask }) => mask === same)) return same;
  return (value, sights) => {
    const kind = (value as Record<string, unknown>)[discriminator];
    const found = options.find(({ option }) => isKind(option, discriminator, kind));
    if (!found) throw new Error('an answer that is none of its kinds');
    return found.mask(value, sights);
  };
}

function isKind(option: z.core.$ZodType, discriminator: string, kind: unknown): boolean {
  const literal: unknown = option instanceof z.ZodObject ? option.shape[discriminator] : undefined;
  return literal instanceof z.ZodLiteral && [...literal.values].some((value) => value === kind);
}

function hidden(mark: Mark, value: unknown, { contact, money }: Sights): unknown {
  if (value === null || value === undefined) return value;
  if (mark === 'money') return money === 'full' ? value : null;
  if (contact === 'full') return value;
  if (contact === 'none' || mark === 'number') return null;
  return mark === 'phone' ? maskPhone(String(value)) : HIDDEN;
}

/** Whatever somebody typed into a note. */
export function withoutPhones(value: unknown): unknown {
  if (typeof value === 'string') return maskPhonesIn(value);
  if (Array.isArray(value)) return value.map(withoutPhones);
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutPhones(one)]));
}
