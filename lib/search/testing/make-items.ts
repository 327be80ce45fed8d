import { v7 } from 'uuid'
import { joinName } from '@/lib/providers/identifiers'
import type { Provider } from '@/lib/providers/provider'
import { providers } from '@/lib/providers/registry'
import { RUN_STATUSES } from '@/lib/runs/statuses'
import { generate } from '@/lib/simulator/generate'
import { createRandom, type Random } from '@/lib/simulator/random'
import { oddBodies } from './odd-bodies'
import type { ScanItem, ScanRun } from './plain-scan'

/** What items are made of. */
export interface World {
  sources: readonly { id: string; slug: string; provider: string }[]
  /** Keys of targets. */
  targets: readonly string[]
  now: Date
}

const DAY_MS = 86_400_000
const REASONS = ['signature_mismatch', 'timestamp_too_old', 'missing_key'] as const

/** Events and rejected deliveries of the last ten days, lifelike and odd ones, with runs in every state. For tests. */
export function makeItems(world: World): ScanItem[] {
  const random = createRandom('items')
  const shares = { repeats: 0, broken: 0.1, badSignatures: 0 }
  const lifelike = [...generate({ seed: 7, orders: 10, now: world.now, shares })].map(({ providerId, body }) => ({
    provider: providers.find(({ id }) => id === providerId) ?? random.pick(providers),
    body,
  }))
  const odd = oddBodies(120).map((body) => ({ provider: random.pick(providers), body }))
  return [...lifelike, ...odd].map(({ provider, body }, index) =>
    random.chance(0.15) ? rejected(provider, body, random, world) : event(provider, body, index, random, world),
  )
}

function event(provider: Provider, body: Uint8Array, index: number, random: Random, world: World): ScanItem {
  const reading = provider.read({ headers: [], body })
  const verdict = random.pick([provider.goodVerdict, provider.goodVerdict, 'unchecked'])
  const id = arrival(random, world)
  const deliveryCount = random.chance(0.2) ? random.int(2, 12) : 1
  return {
    ...{ kind: 'event', ...id, ...sourceOf(provider, random, world), dedupeKey: `body:${index}`, body },
    ...{ type: reading.eventType, names: reading.identifiers.map(joinName), verdict, deliveryCount },
    deliveryIds: Array.from({ length: Math.min(deliveryCount, 3) }, () => v7()),
    reason: verdict === 'unchecked' ? 'no_secret' : null,
    occurredAt: random.chance(0.8) ? new Date(id.receivedAt.getTime() - random.int(0, DAY_MS)) : null,
    problemCodes: reading.problems.map(({ code }) => code),
    runs: runs(random, world),
  }
}

function rejected(provider: Provider, body: Uint8Array, random: Random, world: World): ScanItem {
  const reading = provider.read({ headers: [], body })
  const id = arrival(random, world)
  return {
    ...{ kind: 'rejected', ...id, ...sourceOf(provider, random, world), dedupeKey: null, body, deliveryIds: [id.id] },
    ...{ type: random.chance(0.8) ? reading.eventType : null, names: reading.identifiers.map(joinName) },
    ...{
      verdict: 'rejected',
      reason: random.pick(REASONS),
      occurredAt: null,
      deliveryCount: 1,
      problemCodes: [],
      runs: [],
    },
  }
}

/** The id is made when all of the request is there: now and then much later than it began. */
function arrival(random: Random, { now }: World): { id: string; receivedAt: Date } {
  const receivedAt = new Date(now.getTime() - random.int(60_000, 10 * DAY_MS))
  const madeAt = receivedAt.getTime() + (random.chance(0.1) ? random.int(0, 59_000) : random.int(0, 20))
  return { id: v7({ msecs: madeAt }), receivedAt }
}

function sourceOf(provider: Provider, random: Random, { sources }: World) {
  const source = random.pick(sources.filter((candidate) => candidate.provider === provider.id))
  return { provider: provider.id, sourceId: source.id, sourceSlug: source.slug }
}

function runs(random: Random, { targets }: World): ScanRun[] {
  return targets.flatMap((target) => {
    const own = random.chance(0.6) ? [run(target, false, random)] : []
    return random.chance(0.1) ? [...own, run(target, true, random)] : own
  })
}

function run(target: string, copy: boolean, random: Random): ScanRun {
  const status = random.pick(RUN_STATUSES)
  const failureGroup = random.chance(0.5) ? random.pick(['g1', 'g2', 'g3']) : null
  return { handler: target.split(':')[0] ?? target, target, status, failureGroup, copy }
}
