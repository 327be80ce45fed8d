import { z } from 'zod'

/** Shapes of the JSON API for sample events; pages and scripts use the same ones. */

export const sendSamplesSchema = z.strictObject({
  provider: z.string('expected a provider').min(1).max(100).optional(),
  source: z.uuid('expected the id of a source').optional(),
  eventType: z.string('expected an event type').min(1).max(200).optional(),
})
export type SendSamples = z.infer<typeof sendSamplesSchema>

export interface SentSample {
  provider: string
  eventType: string
  /** What the endpoint answered, as any sender would have got it. */
  status: number
  answer: unknown
}

export interface SentSamples {
  sent: SentSample[]
}
