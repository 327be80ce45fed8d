import type { PoolClient } from 'pg'
import type { Lifecycle } from '@/lib/providers/lifecycle'
import { findProvider } from '@/lib/providers/registry'
import { readSettings } from '../ask/settings'
import type { Kind } from '../kinds'
import { DEFAULT_SETTINGS, type TimelineSettings } from '../settings'

/** What the timelines of a store are held to. */
export interface StoryRules {
  settings: TimelineSettings
  /** By provider: of those that the store has a source of. */
  lifecyclesOf(kind: Kind): ReadonlyMap<string, Lifecycle>
}

/** The rules of these stores, by their ids. */
export async function loadStoryRules(
  client: PoolClient,
  storeIds: readonly string[],
): Promise<(storeId: string) => StoryRules> {
  const { rows } = await client.query<{ id: string; timeline: unknown; providers: string[] }>({
    name: 'story rules',
    text: `SELECT s.id, s.timeline, ARRAY(SELECT DISTINCT provider FROM source WHERE store_id = s.id ORDER BY 1) AS providers
      FROM store s WHERE s.id = ANY($1::uuid[])`,
    values: [[...new Set(storeIds)]],
  })
  const byStore = new Map(rows.map(({ id, timeline, providers }) => [id, rulesOf(readSettings(timeline), providers)]))
  const none = rulesOf(DEFAULT_SETTINGS, [])
  return (storeId) => byStore.get(storeId) ?? none
}

function rulesOf(settings: TimelineSettings, providers: readonly string[]): StoryRules {
  const byKind = new Map<Kind, ReadonlyMap<string, Lifecycle>>()
  return {
    settings,
    lifecyclesOf(kind) {
      const known = byKind.get(kind)
      if (known) return known
      const lifecycles = new Map(
        providers.flatMap((id): [string, Lifecycle][] => {
          const found = findProvider(id)?.lifecycles.find((lifecycle) => lifecycle.kind === kind)
          return found ? [[id, found]] : []
        }),
      )
      byKind.set(kind, lifecycles)
      return lifecycles
    },
  }
}
