import { decodeBody } from '@/lib/ingest/decode'
import { differences } from '@/lib/providers/documented'
import { parseBody } from '@/lib/providers/json'
import { clean } from '@/lib/providers/label'
import type { Provider, Reading, ReadingProblem } from '@/lib/providers/provider'
import { findProvider } from '@/lib/providers/registry'
import { PermanentError } from '../errors'
import { defineHandler, type HandlerEvent } from '../handler'
import { furtherFields, MAX_FOUND } from './further-fields'

const IN_FULL = { paths: 20, characters: 3000 }
const FIELDS_NAMED = 5
const MAX_RESULT = 300

/**
 * Fails for good where an event is not as its provider documents it, so that a silent change is noticed. It finds a fault
 * exactly where reading the event on arrival did, and names every path that differs, up to 20.
 */
export const contractCheck = defineHandler({
  name: 'contract-check',
  title: 'Contract check',
  description: 'Compares every event with what its provider documents, and fails naming the fields that differ.',
  on: ['*'],
  timeoutMs: 10_000,
  run: async ({ event }) => check(event),
})

function check(event: HandlerEvent): string {
  const provider = findProvider(event.provider)
  if (!provider) throw new PermanentError(`There is no provider "${event.provider}" here (any more) to compare with.`)
  // A changed copy is written in clear, whatever the headers say of the original.
  const decoded = event.edited ? { bytes: event.body, problem: null } : decodeBody(event.headers, event.body)
  const reading = provider.read({ headers: event.headers, body: decoded.bytes })
  const faults = [decoded.problem, ...reading.problems.map((found) => inFull(found, provider, reading, decoded.bytes))]
  const told = faults.filter((fault) => fault !== null)
  if (told.length > 0) throw new PermanentError(told.join(' '))
  return asDocumented(provider, reading, decoded.bytes)
}

/** The problem in as many words as an error may have. */
function inFull(problem: ReadingProblem, provider: Provider, reading: Reading, body: Uint8Array): string {
  if (problem.code === 'unknown_event_type') return undocumented(provider, reading.eventType)
  if (problem.code !== 'not_as_documented') return problem.message
  const parsed = parseBody(body)
  const contract = contractOf(provider, reading.eventType)
  const all = contract && parsed.ok ? differences(contract.schema, parsed.value, IN_FULL) : null
  return `Not as documented: ${(all ?? problem).message}.`
}

function undocumented(provider: Provider, eventType: string): string {
  const count = Object.keys(provider.eventTypes).length
  return (
    `${eventType} is not among the ${count} documented event types of ${provider.label}; ` +
    `if it is new, look it up at ${provider.docsUrl} and add it to the provider's event types.`
  )
}

function asDocumented(provider: Provider, reading: Reading, body: Uint8Array): string {
  const parsed = parseBody(body)
  const contract = contractOf(provider, reading.eventType)
  const fields = contract && parsed.ok ? furtherFields(provider, contract, parsed.value) : []
  if (fields.length === 0) return 'As documented.'
  const named = [...fields.slice(0, FIELDS_NAMED), ...(fields.length > FIELDS_NAMED ? ['…'] : [])].join(', ')
  const count = fields.length === MAX_FOUND ? `${MAX_FOUND} or more` : fields.length
  return clean(`As documented; ${count} further ${fields.length === 1 ? 'field' : 'fields'}: ${named}`, MAX_RESULT)
}

function contractOf(provider: Provider, eventType: string) {
  return Object.hasOwn(provider.eventTypes, eventType) ? provider.eventTypes[eventType] : undefined
}
