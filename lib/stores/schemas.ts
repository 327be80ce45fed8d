import { z } from 'zod'
import { type TimelineSettings, timelineSettingsSchema } from '@/lib/timeline/settings'

/** Shapes of the JSON API for stores; pages and scripts use the same ones. */

export const updateStoreSchema = z.strictObject({
  /** All of them: what is left out is as Jejak has it from the start. */
  timeline: timelineSettingsSchema,
})
export type UpdateStore = z.infer<typeof updateStoreSchema>

/** A merchant, whose sources belong together. */
export interface StoreItem {
  id: string
  name: string
  createdAt: string
  /** The rules of its timelines as they hold. */
  timeline: TimelineSettings
}

export interface StoreList {
  items: StoreItem[]
  nextCursor: null
}
