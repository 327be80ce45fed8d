import type { PoolClient } from 'pg'
import { readSettings } from '../ask/settings'
import type { Kind } from '../kinds'
import { DEFAULT_SETTINGS, type TimelineSettings } from '../settings'
import { type HeardLifecycle, heardLifecycles, TOLD_TYPES_SQL, type ToldType } from '../told-types'

/** What the timelines of a store are held to. */
export interface StoryRules {
  settings: TimelineSettings
  /** By provider: of those that have told the store of such a thing. */
  lifecyclesOf(kind: Kind): ReadonlyMap<string, HeardLifecycle>
}

/** The rules of these stores, by their ids. */
export async function loadStoryRules(
  client: PoolClient,
  storeIds: readonly string[],
): Promise<(storeId: string) => StoryRules> {
  const { rows } = await client.query<{ id: string; timeline: unknown; types: ToldType[] }>({
    name: 'story rules',
    text: `SELECT s.id, s.timeline, ${TOLD_TYPES_SQL} AS types FROM store s WHERE s.id = ANY($1::uuid[])`,
    values: [[...new Set(storeIds)]],
  })
  const byStore = new Map(rows.map(({ id, timeline, types }) => [id, rulesOf(readSettings(timeline), types)]))
  const none = rulesOf(DEFAULT_SETTINGS, [])
  return (storeId) => byStore.get(storeId) ?? none
}

function rulesOf(settings: TimelineSettings, types: readonly ToldType[]): StoryRules {
  const byKind = new Map<Kind, ReadonlyMap<string, HeardLifecycle>>()
  return {
    settings,
    lifecyclesOf(kind) {
      const lifecycles = byKind.get(kind) ?? heardLifecycles(kind, types)
      byKind.set(kind, lifecycles)
      return lifecycles
    },
  }
}
