import type { PrismaClient } from '@/lib/db/client'
import { DEFAULT_SETTINGS, type TimelineSettings, timelineSettingsSchema } from '../settings'

/** The rules of a store's timelines, as they are stored; the defaults where nothing is, or what an older version stored. */
export function readSettings(stored: unknown): TimelineSettings {
  const found = timelineSettingsSchema.safeParse(stored ?? {})
  return found.success ? found.data : DEFAULT_SETTINGS
}

/** The stores in which this rule is switched off. */
export async function storesWithout(rule: string, client: PrismaClient): Promise<string[]> {
  const stores = await client.store.findMany({ select: { id: true, timeline: true } })
  return stores.filter(({ timeline }) => readSettings(timeline).disabledRules.includes(rule)).map(({ id }) => id)
}
