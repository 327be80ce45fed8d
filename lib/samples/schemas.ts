import { z } from 'zod'
import { expected } from '@/lib/i18n/expected'

/** Shapes of the JSON API for sample events; pages and scripts use the same ones. */

export const sendSamplesSchema = z.strictObject({
  provider: z.string(expected('provider')).min(1).max(100).optional(),
  source: z.uuid(expected('sourceId')).optional(),
  eventType: z.string(expected('eventType')).min(1).max(200).optional(),
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
