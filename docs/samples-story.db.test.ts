import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { workOff } from '@/e2e/scenarios/work-off'
import type { PrismaClient } from '@/lib/db/client'
import { ENGLISH } from '@/lib/i18n/english'
import { type IngestBench, send, startIngest } from '@/lib/ingest/testing'
import type { Provider } from '@/lib/providers/provider'
import { providers } from '@/lib/providers/registry'
import { getEntity } from '@/lib/timeline/ask/get'
import { listEntities } from '@/lib/timeline/ask/list'
import { getTimeline } from '@/lib/timeline/ask/timeline'
import { KIND_NAMES, KINDS } from '@/lib/timeline/kinds'
import { entitiesQuerySchema, timelineQuerySchema } from '@/lib/timeline/query-schemas'
import type { EntityDetail, Proof } from '@/lib/timeline/schemas'
import { relationTitle } from '@/lib/timeline/words'

const DOCUMENT = join(fileURLToPath(new URL('.', import.meta.url)), 'samples-story.md')
const [BEGIN, END] = ['<!-- what joining the samples gives: begin -->', '<!-- end -->']
/** Of what the samples tell no time of. */
const LATER = new Date('2024-01-21T09:00:00Z')
const NOW = new Date('2024-01-22T00:00:00Z')

let bench: IngestBench
beforeAll(async () => {
  const samples = providers
    .flatMap((provider) =>
      Object.entries(provider.eventTypes).map(([eventType, { sample }]) => {
        return { provider, eventType, body: sample, occurredAt: timeIn(sample, provider), eventId: `evt_${eventType}` }
      }),
    )
    .sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime())
  // Received as they occur.
  vi.useFakeTimers({ toFake: ['Date'], now: samples[0]?.occurredAt ?? NOW })
  bench = await startIngest()
  for (const [index, { id }] of providers.entries()) {
    // What occurred at one moment stands in an order that depends on these.
    const data = { id: `00000000-0000-7000-8000-00000000000${index + 1}` }
    await bench.prisma.source.update({ where: { provider_slug: { provider: id, slug: 'default' } }, data })
  }
  for (const sample of samples) {
    vi.setSystemTime(sample.occurredAt)
    await send(bench.url, sample)
  }
  await workOff(bench)
})
afterAll(async () => {
  vi.useRealTimers()
  await bench.close()
})

it('the document says what joining the documented samples gives', async () => {
  const text = readFileSync(DOCUMENT, 'utf8')
  const facts = await factsOf(bench.prisma)
  expect(text.slice(text.indexOf(BEGIN) + BEGIN.length, text.indexOf(END)).trim()).toBe(facts)
})

/** What the body itself tells. */
function timeIn(sample: Uint8Array, provider: Provider): Date {
  return provider.read({ headers: [], body: sample }).occurredAt ?? LATER
}

/** The tables of the document. */
async function factsOf(client: PrismaClient): Promise<string> {
  const entities: { detail: EntityDetail; events: string[] }[] = []
  for (const kind of KIND_NAMES) {
    const { items } = await listEntities(kind, entitiesQuerySchema.parse({ limit: 200 }), client, NOW)
    for (const { id } of items.toSorted((a, b) => (a.label < b.label ? -1 : 1))) {
      const detail = await getEntity(kind, id, client, NOW)
      const { items: lines } = await getTimeline(kind, id, timelineQuerySchema.parse({ scope: 'own' }), client)
      entities.push({ detail, events: lines.map(({ type }) => type) })
    }
  }
  const identifiers = entities.flatMap(({ detail }) =>
    detail.identifiers.map(({ name, proof }) => [nameOf(detail), code(name), proven(proof)]),
  )
  const relations = entities.flatMap(({ detail }) =>
    detail.related
      .filter(({ relation, title }) => title === relationTitle(relation, 'from', ENGLISH))
      .map(({ title, entity, proof }) => [nameOf(detail), title.toLowerCase(), nameOf(entity), proven(proof)])
      .sort(([, , a = ''], [, , b = '']) => (a < b ? -1 : 1)),
  )
  return [
    '### What they make',
    table(
      ['entity', 'state', 'samples that name it', 'findings'],
      entities.map(({ detail, events }) => [
        nameOf(detail),
        detail.state ?? '',
        `${events.length}: ${[...new Set(events.map((type) => code(wordOf(type))))].sort().join(', ')}`,
        detail.findings.map(({ rule }) => code(rule)).join(', '),
      ]),
    ),
    '### Why each name belongs to it',
    table(['entity', 'name', 'the earliest sample that proves it'], identifiers),
    '### How they belong together',
    table(['entity', 'relation', 'to', 'the earliest sample that says so'], relations),
  ].join('\n\n')
}

function nameOf({ kind, label }: Pick<EntityDetail, 'kind' | 'label'>): string {
  return `${KINDS[kind].one.toLowerCase()} ${label}`
}

/** `order.packed` and its like together: `order`. */
function wordOf(type: string): string {
  return /^[a-z]+/.exec(type)?.[0] ?? type
}

function proven(proof: Proof | null): string {
  return proof ? `${code(proof.type)} of ${providers.find(({ id }) => id === proof.provider)?.label}` : ''
}

function code(text: string): string {
  return `\`${text}\``
}

function table(head: readonly string[], rows: readonly string[][]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return lines.join('\n')
}
