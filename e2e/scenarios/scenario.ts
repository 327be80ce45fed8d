import { z } from 'zod'
import { FINDING_RULE_NAMES } from '@/lib/timeline/finding-rules'
import { KIND_NAMES, KINDS } from '@/lib/timeline/kinds'

/** The shape of the files in this folder. README.md beside it tells how to write one. */

const text = z.string().min(1)
const moment = z.iso.datetime({ offset: false, error: 'expected a time in UTC such as 2026-03-02T08:00:00Z' })
const delay = z.string().regex(/^\+\d+(s|m|h|d)$/, 'expected a time after it occurred, such as +40m')
/** Members of a body, or a `$name` of the cast. */
const layer = z.union([z.string().startsWith('$'), z.record(z.string(), z.unknown())])
/** As entities have it: `order_number:1001`, `order_id@provider:42`. */
const name = z.string().regex(/^[a-z_]+(@[\w-]+)?:.+$/, 'expected a name such as order_number:1001')

const eventSchema = z.strictObject({
  /** What the rest of the file calls it; its event type where absent. */
  name: text.optional(),
  provider: text,
  eventType: text,
  at: moment,
  /** How long after that it is received. */
  arrives: delay.default('+2s'),
  /** Laid over the documented sample of its type, one after the other: objects member by member, anything else whole. */
  with: z.union([layer, z.array(layer)]).optional(),
  /** The whole body, for types without a sample or bodies unlike it. */
  body: layer.optional(),
  /** How often it is received again. */
  repeated: z.int().min(1).max(10).optional(),
  /** It is signed with a wrong secret. */
  rejected: z.literal(true).optional(),
  /** Whose sources it comes to; the first store where absent. */
  store: text.optional(),
})

const pathOf = (kind: (typeof KIND_NAMES)[number]) => KINDS[kind].path
const rule = z.enum(FINDING_RULE_NAMES)

const lineSchema = z.union([
  text,
  z.strictObject({
    event: text,
    /** What it says of the entity now. */
    state: z.string().nullable().optional(),
    /** `added status packed`, `changed awb A → B`, `removed tags[vip]`. */
    changes: z.array(text).optional(),
  }),
])

const entitySchema = z.strictObject({
  store: text.optional(),
  /** All of them. */
  identifiers: z.array(name).min(1),
  label: text.optional(),
  state: z.string().nullable().optional(),
  /** By provider. */
  statuses: z.record(z.string(), z.string()).optional(),
  /** By field: what the entity's head shows. `total@provider`: what that provider says. Others are not looked at. */
  fields: z.record(z.string(), z.unknown()).optional(),
  /** Every event of its story, in order. */
  timeline: z.array(lineSchema).optional(),
  /** Every event that names this very thing, in order. */
  own: z.array(lineSchema).optional(),
  /** All of them, with the events that each is about. */
  findings: z.array(z.strictObject({ rule, events: z.array(text) })).optional(),
  /** By relation: one name of each. Relations that are not here are not looked at. */
  related: z.record(z.string(), z.array(name)).optional(),
  /** Names that others use as well, which therefore join nothing. */
  shared: z.array(name).optional(),
  /** Steps that have not come: `missing AWB`, `next Completed`. */
  expected: z.array(z.string().regex(/^(missing|next) /)).optional(),
})

/** Every entity of each kind that is named here, and no other. */
const expectationSchema = z.strictObject({
  ...(Object.fromEntries(KIND_NAMES.map((kind) => [pathOf(kind), z.array(entitySchema).optional()])) as Record<
    (typeof KINDS)[keyof typeof KINDS]['path'],
    z.ZodOptional<z.ZodArray<typeof entitySchema>>
  >),
  /** What a person may paste, and a name of each entity that it leads to. */
  lookup: z.record(z.string(), z.array(name)).optional(),
})

const decisionSchema = z.union([
  z.strictObject({ link: z.tuple([name, name]), reason: text }),
  z.strictObject({ split: name, names: z.array(name).min(1), reason: text }),
])

const partSchema = z.strictObject({
  events: z.array(eventSchema).min(1),
  expect: expectationSchema,
})

export const scenarioSchema = z
  .strictObject({
    title: text,
    why: text,
    /** When the timelines are looked at; after everything has arrived. */
    now: moment,
    /** The default one is the first. */
    stores: z.array(text).min(1).default(['Default']),
    /** Parts of bodies by name: `"$rina"` in a `with` or `body` stands for `cast.rina`. */
    cast: z.record(z.string(), z.unknown()).default({}),
    ...partSchema.shape,
    /** What people decide after that, what is received later, and what is so in the end. */
    afterwards: z
      .strictObject({
        decisions: z.array(decisionSchema).min(1),
        events: z.array(eventSchema).default([]),
        expect: expectationSchema,
      })
      .optional(),
  })
  .superRefine(checkNames)

export type Scenario = z.infer<typeof scenarioSchema>
export type ScenarioEvent = z.infer<typeof eventSchema>
export type Expectation = z.infer<typeof expectationSchema>
export type ExpectedEntity = z.infer<typeof entitySchema>
export type Decision = z.infer<typeof decisionSchema>

/** What the scenario calls an event. */
export function nameOf(event: Pick<ScenarioEvent, 'name' | 'eventType'>): string {
  return event.name ?? event.eventType
}

/** Faults that no single member shows: names that stand for nothing or for two events. */
function checkNames(
  scenario: Pick<Scenario, 'events' | 'expect' | 'stores' | 'afterwards'>,
  context: z.RefinementCtx,
): void {
  const fault = (message: string, path: (string | number)[]) => context.addIssue({ code: 'custom', message, path })
  const known = new Set<string>()
  for (const [part, events] of [
    ['events', scenario.events],
    ['afterwards', scenario.afterwards?.events ?? []],
  ] as const) {
    for (const [index, event] of events.entries()) {
      const own = nameOf(event)
      if (known.has(own)) fault(`there are two events called "${own}"; give them a "name" each`, [part, index])
      known.add(own)
      if (event.store && !scenario.stores.includes(event.store))
        fault(`expected one of the stores ${scenario.stores.join(', ')}, but "${event.store}" came`, [part, index])
      if (event.body && event.with) fault('expected "body" or "with", but both came', [part, index])
    }
  }
  for (const [part, expectation] of [
    ['expect', scenario.expect],
    ['afterwards', scenario.afterwards?.expect ?? {}],
  ] as const) {
    for (const event of eventsIn(expectation)) {
      if (!known.has(event)) fault(`no event is called "${event}"; there are ${[...known].join(', ')}`, [part])
    }
  }
}

function eventsIn(expectation: Expectation): string[] {
  const entities = KIND_NAMES.flatMap((kind) => expectation[pathOf(kind)] ?? [])
  return entities.flatMap(({ timeline = [], own = [], findings = [] }) => [
    ...[...timeline, ...own].map((line) => (typeof line === 'string' ? line : line.event)),
    ...findings.flatMap(({ events }) => events),
  ])
}
