import { fetchJson } from '@/lib/client/fetch-json'
import type { LinkOrder, SplitOrder } from './query-schemas'
import type { EntityRef } from './schemas'

/** Says that two entities are one; answers the one that remains. Throws ApiProblem, with `fields` where one is at fault. */
export async function linkEntities(order: LinkOrder): Promise<EntityRef> {
  const { items } = await fetchJson<{ items: [EntityRef, ...EntityRef[]] }>('/api/v1/entities/link', { send: order })
  return items[0]
}

/** Says that some identifiers of an entity name something else; answers what it has become. Throws ApiProblem likewise. */
export async function splitEntity(order: SplitOrder): Promise<EntityRef[]> {
  const { items } = await fetchJson<{ items: EntityRef[] }>('/api/v1/entities/split', { send: order })
  return items
}
