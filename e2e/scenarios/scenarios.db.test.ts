import { afterEach, describe, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import type { PrismaClient } from '@/lib/db/client'
import type { IngestBench } from '@/lib/ingest/testing'
import { linkEntities } from '@/lib/timeline/decide/link'
import { splitEntity } from '@/lib/timeline/decide/split'
import type { FindingRule } from '@/lib/timeline/finding-rules'
import { expectToFind } from './observe'
import { readScenario, scenarioNames } from './read-scenario'
import { openReceiver, type Receiver, type Variation } from './receive'
import type { Decision, Scenario } from './scenario'
import { workOff } from './work-off'

const OPERATOR: Actor = { kind: 'token', name: 'a test', role: 'operator' }

/** What is found of how events arrived, which the variations change. */
const OF_ARRIVAL: ReadonlySet<FindingRule> = new Set(['out_of_order', 'late_arrival', 'repeated_delivery'])

let receiver: Receiver | undefined
afterEach(() => receiver?.close())

describe.each(scenarioNames())('%s', (name) => {
  const scenario = readScenario(name)

  it(scenario.title, () => play(scenario, 'as written'))
  it('is the same where everything arrives in reverse', () => play(scenario, 'arriving in reverse'))
  it('is the same where everything is delivered three times', () => play(scenario, 'each repeated'))
})

async function play(scenario: Scenario, variation: Variation): Promise<void> {
  receiver = await openReceiver(scenario, variation)
  const { prisma: client } = receiver.bench
  const isLeftOut = (rule: FindingRule) => variation !== 'as written' && OF_ARRIVAL.has(rule)
  const observer = { client, now: new Date(scenario.now), names: receiver.names, isLeftOut }
  await receiver.receive(scenario.events)
  await workOff(receiver.bench)
  await expectToFind(scenario.expect, observer)
  if (!scenario.afterwards) return
  for (const decision of scenario.afterwards.decisions) await decide(decision, receiver.bench)
  await receiver.receive(scenario.afterwards.events)
  await workOff(receiver.bench)
  await expectToFind(scenario.afterwards.expect, observer)
}

async function decide(decision: Decision, { prisma: client, databaseUrl }: IngestBench): Promise<void> {
  const { reason } = decision
  if ('link' in decision) {
    const [one, other] = [await idOf(decision.link[0], client), await idOf(decision.link[1], client)]
    await linkEntities({ ids: [one, other], reason }, OPERATOR, databaseUrl)
  } else {
    await splitEntity({ id: await idOf(decision.split, client), names: decision.names, reason }, OPERATOR, databaseUrl)
  }
}

/** Of the entity that has this name. */
async function idOf(name: string, client: PrismaClient): Promise<string> {
  const found = await client.naming.findFirstOrThrow({ where: { names: { has: name } } })
  return found.entityId
}
