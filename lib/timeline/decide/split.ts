import type { Actor } from '@/lib/auth/actor'
import { JejakError } from '@/lib/errors'
import { invalidParameters } from '@/lib/http/invalid'
import { say } from '@/lib/i18n/say'
import type { SplitOrder } from '../query-schemas'
import type { EntityRef } from '../schemas'
import { recordDecision } from './record'
import { settled, toRef } from './settled'
import { MOST_NAMES, type Standing, standing } from './standing'
import { underLock } from './transaction'

/**
 * Decides that some names of a thing are another's, whatever ties them, and answers what it has become. Throws `not_found`,
 * `invalid_request` where the names are not its own or where none would be left to it, and `conflict` where no event names the
 * one without the other. `databaseUrl`: that of the process where absent.
 */
export async function splitEntity(
  { id, names, reason }: SplitOrder,
  actor: Actor,
  databaseUrl?: string,
): Promise<{ items: EntityRef[] }> {
  return underLock(databaseUrl, async (client) => {
    const whole = await standing(client, id)
    const { taken, left } = divide(whole, names)
    const decision = { verdict: 'apart', names: taken, others: left.slice(0, MOST_NAMES), actor, reason } as const
    await recordDecision(client, whole, decision)
    const items = await settled(client, [whole], taken)
    if (items.length < 2) {
      throw new JejakError('conflict', say('timelines.notParted'))
    }
    return { items: items.map(toRef) }
  })
}

function divide({ names: own, label }: Standing, asked: readonly string[]): { taken: string[]; left: string[] } {
  const all = own.map(({ name }) => name)
  const foreign = asked.filter((name) => !all.includes(name))
  if (foreign.length > 0) {
    throw wrongNames(say('expected.ownNames', { label, foreign: foreign.join(', ') }))
  }
  const left = all.filter((name) => !asked.includes(name))
  if (left.length === 0) throw wrongNames(say('expected.notAllNames', { label }))
  return { taken: all.filter((name) => asked.includes(name)), left }
}

function wrongNames(message: string): JejakError {
  return invalidParameters([{ parameter: 'names', message }])
}
