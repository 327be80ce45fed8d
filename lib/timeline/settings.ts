import { z } from 'zod'
import { FINDING_RULE_NAMES } from './finding-rules'

const hours = z.number().positive().max(8_760)

/** What a store can change of the rules of its timelines. */
export const timelineSettingsSchema = z.strictObject({
  /** An event that arrives so long after it occurred is late. */
  lateAfterMinutes: z.number().positive().max(100_000).default(15),
  /**
   * By `kind.state` (`order.packed`): without news for so many hours it is stuck; null: it may rest. Replaces the provider's
   * figure. `order.unheard`: from the first event of an order to the first word of the provider that should fulfil it.
   */
  stuckAfterHours: z.record(z.string().regex(/^[a-z]+\.[a-z_]+$/), hours.nullable()).default({}),
  /** Rules that are not looked for. */
  disabledRules: z.array(z.enum(FINDING_RULE_NAMES as [string, ...string[]])).default([]),
})
export type TimelineSettings = z.infer<typeof timelineSettingsSchema>

export const DEFAULT_SETTINGS: TimelineSettings = timelineSettingsSchema.parse({})
