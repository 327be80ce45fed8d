import { actorWords } from '@/lib/audit/actor-words'
import { SCHEMES } from '@/lib/providers/identifiers'
import { comparePlaces } from '../mention'
import { joining, readName } from '../names'
import { sortByStrength } from '../partition/parts'
import type { DecisionItem, EntityIdentifier, EntityRef, Proof } from '../schemas'
import type { MentionRow } from './mentions'
import type { NamingRow } from './namings'
import { inWords, listed, providerLabel, schemeLabel } from './words-of-name'

export interface IdentifierInput {
  namings: readonly NamingRow[]
  /** The earliest mention of each naming. */
  first: readonly MentionRow[]
  /** Mentions of them, to see who uses which name. */
  mentions: readonly MentionRow[]
  sharedWith: ReadonlyMap<string, EntityRef[]>
  decisions: readonly DecisionItem[]
}

/** Every name of a thing, with the event that proves it, who uses it, and why it belongs there in words. Pure. */
export function identifiersOf(input: IdentifierInput): EntityIdentifier[] {
  const names = [...new Set(input.namings.flatMap((naming) => naming.names))]
  return names.map((name) => identifierItem(name, input)).sort(bySchemeOrder)
}

function identifierItem(name: string, input: IdentifierInput): EntityIdentifier {
  const holding = input.namings.filter((naming) => naming.names.includes(name))
  const ids = new Set(holding.map(({ id }) => id))
  const seen = [...input.first, ...input.mentions].filter(({ namingId }) => ids.has(namingId))
  const providers = [...new Set(seen.map(({ provider }) => provider))].sort()
  const others = input.sharedWith.get(name) ?? []
  // An event that names it together with another name proves that both belong to one thing.
  const together = holding.filter((naming) => naming.names.length > 1)
  const proving = earliestOf(together.length > 0 ? together : holding, input.first)
  const { scheme, issuer, value } = readName(name)
  return {
    ...{ name, scheme, label: schemeLabel(scheme), value, issuer, providers, sharedWith: others },
    proof: proving ? proofOf(proving.mention) : null,
    rule: ruleInWords({ name, providers, others, naming: proving?.naming, decisions: input.decisions }),
  }
}

function earliestOf(namings: readonly NamingRow[], first: readonly MentionRow[]) {
  const found = namings.flatMap((naming) => {
    const mention = first.find(({ namingId }) => namingId === naming.id)
    return mention ? [{ naming, mention }] : []
  })
  return found.sort((a, b) => comparePlaces(a.mention, b.mention))[0]
}

/** A mention as a proof. */
export function proofOf({
  eventId,
  provider,
  type,
  at,
}: Pick<MentionRow, (keyof Proof & keyof MentionRow) | 'at'>): Proof {
  return { eventId, provider, type, occurredAt: new Date(at).toISOString() }
}

interface RuleInput {
  name: string
  providers: readonly string[]
  others: readonly EntityRef[]
  naming: NamingRow | undefined
  decisions: readonly DecisionItem[]
}

function ruleInWords({ name, providers, others, naming, decisions }: RuleInput): string {
  const sentences: string[] = []
  const companions = sortByStrength((naming?.names ?? []).filter((other) => other !== name))
  if (companions[0]) sentences.push(`Stands with ${inWords(companions[0])} in one event.`)
  if (!readName(name).issuer && providers.length > 1) {
    const label = schemeLabel(readName(name).scheme).toLowerCase()
    const who = listed(providers.map(providerLabel))
    sentences.push(`The same ${label} within one store at ${providers.length === 2 ? `both ${who}` : who}.`)
  }
  const said = decisions.find(({ verdict, names, others: rest }) => {
    return verdict === 'same' && (names.includes(name) || rest.includes(name))
  })
  if (said) sentences.push(`Joined by ${actorWords(said.actor)}: ${sentence(said.reason)}`)
  if (others.length > 0) sentences.push(sharedInWords(name, others))
  return sentences.length > 0 ? sentences.join(' ') : 'An event names it by this alone.'
}

/** As a person wrote it, with an end. */
function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

function sharedInWords(name: string, others: readonly EntityRef[]): string {
  const who = listed(others.map(({ label }) => label))
  return joining(name).forAPeriod
    ? `Also used by ${who}: it joins only what came in one period and does not contradict.`
    : `Also used by ${who}, so it joins nothing.`
}

const SCHEME_ORDER = Object.keys(SCHEMES)

function bySchemeOrder(a: EntityIdentifier, b: EntityIdentifier): number {
  return SCHEME_ORDER.indexOf(a.scheme) - SCHEME_ORDER.indexOf(b.scheme) || (a.name < b.name ? -1 : 1)
}
