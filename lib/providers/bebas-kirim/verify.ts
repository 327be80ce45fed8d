import type { Secret, Verdict, VerifyInput } from '../provider'
import { usableSecrets } from '../secrets'
import { timingSafeSame } from '../timing-safe'
import { KEY_HEADER, type PresentedKey, presentedKey } from './presented-key'

/**
 * Compares the key in `Authorization` with every secret, bare or after `Bearer` (contracts/notes.md). The key says who
 * sent the delivery and nothing of the body, so a match is `authenticated`. Never throws.
 */
export function verify({ headers, secrets }: VerifyInput): Verdict {
  const usable = usableSecrets(secrets)
  if (usable.length === 0) return { verdict: 'unchecked', reason: 'no_secret', detail: {} }
  const key = presentedKey(headers)
  if (key === null) return { verdict: 'rejected', reason: 'missing_key', detail: {} }

  const detail = { secretsTried: usable.length }
  const match = findOwner(key, usable)
  if (match) {
    const note = `The key came with the scheme Bearer; the documentation shows the bare key in ${KEY_HEADER}.`
    const verdictDetail = { ...detail, secretId: match.secret.id, ...(match.withScheme ? { note } : {}) }
    return { verdict: 'authenticated', reason: null, detail: verdictDetail }
  }
  const onlyScheme = /^bearer$/i.test(key.whole)
  return { verdict: 'rejected', reason: onlyScheme ? 'missing_key' : 'key_mismatch', detail }
}

/** The first secret that equals the key; every secret is compared in both forms, whatever matched before. */
function findOwner(key: PresentedKey, secrets: Secret[]): { secret: Secret; withScheme: boolean } | undefined {
  let owner: { secret: Secret; withScheme: boolean } | undefined
  for (const secret of secrets) {
    // HTTP drops the space around a header's value, so space around a secret can never arrive.
    const value = secret.value.trim()
    const bare = timingSafeSame(key.whole, value)
    const afterScheme = timingSafeSame(key.withoutScheme ?? key.whole, value)
    if (bare || afterScheme) owner ??= { secret, withScheme: !bare }
  }
  return owner
}
