import type { HeaderList, Provider, Secret } from '@/lib/providers/provider'

/** Names of headers that carry credentials, whoever sends them: a gateway may rename one or add its own on the way. */
const SECRET_NAME = /auth|secret|token|api-?key|cookie|password/i
/** A shorter text may stand somewhere by chance. */
export const SHORTEST_SECRET = 8

export const MASK = '••••••••'

export interface Masked {
  path: string
  headers: HeaderList
  /** A keyed fingerprint of each presented secret, by header name: another secret can be checked against it later. */
  headerFingerprints: Record<string, string> | null
}

/**
 * A request's path and headers as they may be stored: secrets replaced, order and repeats as they came. `secrets` are the
 * source's own: they are taken out wherever they stand.
 */
export function maskRequest(
  { path, headers }: { path: string; headers: HeaderList },
  provider: Provider,
  secrets: readonly Secret[],
  fingerprint: (value: string) => string,
): Masked {
  const presented = provider.presentedSecrets(headers)
  let headerFingerprints: Record<string, string> | null = null
  for (const { header, secret } of presented) {
    headerFingerprints ??= {}
    headerFingerprints[header.toLowerCase()] = fingerprint(secret)
  }
  const known = [...secrets.map(({ value }) => value), ...presented.map(({ secret }) => secret)].filter(
    (value) => value.length >= SHORTEST_SECRET,
  )
  return {
    path: withoutKnown(path, [...known, ...known.map(encodeURIComponent)]),
    headerFingerprints,
    headers: headers.map(([name, value]) => [
      name,
      isSecretName(name) || carriesOne(presented, name) ? maskValue(value) : withoutKnown(value, known),
    ]),
  }
}

/**
 * Headers as they may be kept: values under a name that carries credentials are replaced, and so are those under `names`
 * (in lower case); `known` secrets are taken out wherever they stand.
 */
export function maskHeaders(
  headers: HeaderList,
  { names = new Set(), known = [] }: { names?: ReadonlySet<string>; known?: readonly string[] } = {},
): [name: string, value: string][] {
  const long = known.filter((value) => value.length >= SHORTEST_SECRET)
  return headers.map(([name, value]) => [
    name,
    isSecretName(name) || names.has(name.toLowerCase()) ? maskValue(value) : withoutKnown(value, long),
  ])
}

function carriesOne(presented: readonly { header: string }[], name: string): boolean {
  return presented.length > 0 && presented.some(({ header }) => header.toLowerCase() === name.toLowerCase())
}

/** The same few names come with every request. */
const MAX_NAMES = 1_000
const names = new Map<string, boolean>()

function isSecretName(name: string): boolean {
  const before = names.get(name)
  if (before !== undefined) return before
  const found = SECRET_NAME.test(name)
  if (names.size < MAX_NAMES) names.set(name, found)
  return found
}

function withoutKnown(text: string, secrets: readonly string[]): string {
  let masked = text
  for (const secret of secrets) if (masked.includes(secret)) masked = masked.replaceAll(secret, MASK)
  return masked
}

/** Keeps an authorisation scheme that is one word of letters, so that a person sees how the key was sent. */
function maskValue(value: string): string {
  const scheme = /^(Bearer|Basic|Digest|Token)\s/i.exec(value)
  return scheme ? `${scheme[1]} ${MASK}` : MASK
}
