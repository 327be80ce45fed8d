import { ENGLISH } from '@/lib/i18n/english'
import { SCHEMES } from '@/lib/providers/identifiers'
import { type Belonging, belongingWords } from '../belonging'
import { comparePlaces } from '../mention'
import { schemeLabel } from '../name-words'
import { joining, readName } from '../names'
import { sortByStrength } from '../partition/parts'
import { providerLabel } from '../provider-words'
import type { DecisionItem, EntityIdentifier, EntityRef, Proof } from '../schemas'
import type { MentionRow } from './mentions'
import type { NamingRow } from './namings'

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
  const because = belongingOf({ name, providers, others, naming: proving?.naming, decisions: input.decisions })
  return {
    ...{ name, scheme, label: schemeLabel(scheme, ENGLISH), value, issuer, providers, sharedWith: others },
    proof: proving ? proofOf(proving.mention) : null,
    rule: belongingWords(because, { t: ENGLISH, labelOf: providerLabel }),
    because,
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

function belongingOf({ name, providers, others, naming, decisions }: RuleInput): Belonging[] {
  const reasons: Belonging[] = []
  const { scheme, issuer } = readName(name)
  const [companion] = sortByStrength((naming?.names ?? []).filter((other) => other !== name))
  if (companion) reasons.push({ code: 'together', name: companion })
  if (!issuer && providers.length > 1) reasons.push({ code: 'same_at', scheme, providers: [...providers] })
  const said = decisions.find(({ verdict, names, others: rest }) => {
    return verdict === 'same' && (names.includes(name) || rest.includes(name))
  })
  if (said) reasons.push({ code: 'joined_by', actor: said.actor, reason: said.reason })
  if (others.length > 0) {
    const code = joining(name).forAPeriod ? 'shared_for_a_period' : 'shared'
    reasons.push({ code, others: others.map(({ label }) => label) })
  }
  return reasons.length > 0 ? reasons : [{ code: 'alone' }]
}

const SCHEME_ORDER = Object.keys(SCHEMES)

function bySchemeOrder(a: EntityIdentifier, b: EntityIdentifier): number {
  return SCHEME_ORDER.indexOf(a.scheme) - SCHEME_ORDER.indexOf(b.scheme) || (a.name < b.name ? -1 : 1)
}
