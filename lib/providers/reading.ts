import type { ZodType } from 'zod'
import { differences } from './documented'
import type { JsonObject } from './json'
import type { Naming } from './naming'
import type { EventTypeContract, ReadingProblem } from './provider'
import type { Reader, States, Telling } from './tell'

/** How one provider's bodies are laid out. */
export interface Layout {
  eventTypes: Readonly<Record<string, EventTypeContract>>
  /** What a body must look like even where its event type is not documented. */
  anyType: ZodType
  /** By event type, or by the word that types begin with: `order` for `order.created` and `order_cancel_partial`. */
  namings: Readonly<Record<string, Naming>>
}

/** What names what in events of this type: its own entry, else that of its first word, so that new types are understood. */
export function namingOf(layout: Layout, eventType: string): Naming | null {
  return forType(layout.namings, eventType)
}

/** What a body of this type is read to facts with, or null where nothing is known of such types. */
export function readerOf(
  layout: Layout,
  { tellings, states }: { tellings: Readonly<Record<string, Telling>>; states: States },
  eventType: string,
): Reader | null {
  const naming = namingOf(layout, eventType)
  return naming && { naming, telling: forType(tellings, eventType) ?? {}, states }
}

function forType<T>(entries: Readonly<Record<string, T>>, eventType: string): T | null {
  const word = /^[a-z]+/.exec(eventType)?.[0] ?? ''
  return own(entries, eventType) ?? own(entries, word) ?? null
}

/** Whether the event type is documented, and where the body differs from what is. `named` is false where no type came. */
export function checkBody(layout: Layout, eventType: string, named: boolean, body: JsonObject): ReadingProblem[] {
  const contract = own(layout.eventTypes, eventType)
  const difference = differences(contract?.schema ?? layout.anyType, body)
  const unknown = named && !contract ? undocumented(layout, eventType) : null
  return [unknown, difference].filter((problem) => problem !== null)
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function undocumented(layout: Layout, eventType: string): ReadingProblem {
  const count = Object.keys(layout.eventTypes).length
  return {
    code: 'unknown_event_type',
    message: `"${eventType}" is not among the ${count} documented event types; the event is kept under this name.`,
  }
}
