import type { Actor } from '@/lib/auth/actor'
import { JejakError } from '@/lib/errors'
import { invalidParameters } from '@/lib/http/invalid'
import { say } from '@/lib/i18n/say'
import { loadDecisions } from '../join/decisions'
import { KINDS } from '../kinds'
import { readVerdicts } from '../partition/verdicts'
import type { LinkOrder } from '../query-schemas'
import type { EntityRef } from '../schemas'
import { recordDecision } from './record'
import { settled, toRef } from './settled'
import { type Standing, speakers, standing } from './standing'
import { underLock } from './transaction'

/**
 * Decides that two things are one, whatever speaks against it, and answers what they are now. Throws `not_found`,
 * `invalid_request` where they are of different kinds or stores, and `conflict` where they are one already or where their names
 * cannot tie them. `databaseUrl`: that of the process where absent.
 */
export async function linkEntities(
  { ids, reason }: LinkOrder,
  actor: Actor,
  databaseUrl?: string,
): Promise<{ items: EntityRef[] }> {
  return underLock(databaseUrl, async (client) => {
    const [one, other] = [await standing(client, ids[0]), await standing(client, ids[1])]
    assertLinkable(one, other)
    const verdicts = readVerdicts((await loadDecisions(client, one.storeId)).get(one.kind) ?? [])
    const [names, others] = [speakers(one, verdicts), speakers(other, verdicts)]
    const decision = { verdict: 'same', names, others, actor, reason } as const
    await recordDecision(client, one, decision)
    const items = await settled(client, [one, other])
    const holds = ({ namingIds }: Standing, found: string[]) => namingIds.some((id) => found.includes(id))
    if (!items.some(({ namingIds }) => holds(one, namingIds) && holds(other, namingIds))) {
      throw new JejakError('conflict', say('timelines.notJoined'))
    }
    return { items: items.map(toRef) }
  })
}

function assertLinkable(one: Standing, other: Standing): void {
  if (one.id === other.id) throw new JejakError('conflict', say('timelines.oneAlready', { label: one.label }))
  const [a, b] = [KINDS[one.kind].one, KINDS[other.kind].one]
  if (a !== b) throw wrongIds(say('expected.oneKind', { one: one.label, a, other: other.label, b }))
  if (one.storeId !== other.storeId) {
    throw wrongIds(say('expected.oneStore', { one: one.label, other: other.label }))
  }
}

function wrongIds(message: string): JejakError {
  return invalidParameters([{ parameter: 'ids', message }])
}
