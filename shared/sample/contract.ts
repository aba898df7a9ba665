// The sample salon 示例店: an invented shop in a book of its own, for trying things out.

import { z } from 'zod';
import { job, query } from '../core/operation';

export const SamplePerson = z.object({ name: z.string(), role: z.enum(['owner', 'front-desk', 'therapist']) });
export type SamplePerson = z.infer<typeof SamplePerson>;

export const SampleState = z.object({
  /** Everything shown now is of the sample salon. */
  open: z.boolean(),
  /** It lies on this PC. */
  made: z.boolean(),
  people: z.array(SamplePerson),
});
export type SampleState = z.infer<typeof SampleState>;

/** No secrets: whoever opens the sample salon is told them. */
export const SAMPLE_PASSWORD = 'look-around';
export const SAMPLE_PIN = '704926';

export const sampleContract = {
  state: query({ permission: 'anyone', input: z.null(), output: SampleState }),
  /** Makes it first where there is none; the shop's own book is locked. Progress: making. */
  open: job({ permission: 'anyone', input: z.null(), output: z.null() }),
  /** Back to the shop's own book, which asks for its password. `remove` takes the sample salon off this PC. */
  leave: job({ permission: 'anyone', input: z.object({ remove: z.boolean() }), output: z.null() }),
  /** Two years of invented history into an empty book of the sample salon. */
  fill: job({ permission: 'owner', input: z.object({ language: z.enum(['zh-CN', 'en']) }), output: z.null() }),
};
