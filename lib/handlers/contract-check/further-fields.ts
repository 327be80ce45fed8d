import type { ZodType } from 'zod'
import { ITEMS_CHECKED } from '@/lib/providers/documented'
import { isObject, member, parseBody } from '@/lib/providers/json'
import { clean } from '@/lib/providers/label'
import type { EventTypeContract, Provider } from '@/lib/providers/provider'

/** No more are looked for. */
export const MAX_FOUND = 100
const MAX_NAME = 60

/**
 * The paths of the fields in a body that no documented sample of its kind shows, in the order in which they come, at most
 * 100: names only, `lineItems[].gift`. Nothing is said of what stands inside of them, nor of a type without a documented
 * body. `body` is a JSON value.
 */
export function furtherFields(provider: Provider, contract: EventTypeContract, body: unknown): string[] {
  const found = new Set<string>()
  look(body, samplesLike(provider, contract), '', found)
  return [...found]
}

const remembered = new WeakMap<ZodType, unknown[]>()

/** The documented bodies of the types that share this one's schema: one sample alone does not show every field. */
function samplesLike(provider: Provider, { schema }: EventTypeContract): unknown[] {
  const before = remembered.get(schema)
  if (before) return before
  // A schema that takes an empty object stands for a type that is documented without a body.
  const alike = schema.safeParse({}).success
    ? []
    : Object.values(provider.eventTypes).filter((other) => other.schema === schema)
  const samples = alike.map(({ sample }) => parseBody(sample)).map((parsed) => (parsed.ok ? parsed.value : null))
  remembered.set(schema, samples)
  return samples
}

function look(value: unknown, samples: readonly unknown[], path: string, found: Set<string>): void {
  if (Array.isArray(value)) {
    const items = samples.flatMap((sample) => (Array.isArray(sample) ? sample : []))
    for (const item of value.slice(0, ITEMS_CHECKED)) look(item, items, `${path}[]`, found)
    return
  }
  const objects = samples.filter(isObject)
  if (!isObject(value) || objects.length === 0) return
  for (const key of Object.keys(value)) {
    if (found.size >= MAX_FOUND) return
    const here = `${path}${path ? '.' : ''}${clean(key, MAX_NAME)}`
    const documented = objects.filter((object) => Object.hasOwn(object, key)).map((object) => member(object, key))
    if (documented.length === 0) found.add(here)
    else look(member(value, key), documented, here, found)
  }
}
