import { z } from 'zod'
import { invalidParameters } from '@/lib/http/invalid'
import { say } from '@/lib/i18n/say'
import type { Vault } from '@/lib/vault/vault'
import { MASKED_VALUE } from './schemas'
import { headersContext } from './secret-context'

const storedHeaders = z.record(z.string(), z.string())

/** A destination's own headers as the columns that keep them: the names in clear, the values encrypted. */
export function sealHeaders(keys: Vault, destinationId: string, headers: Record<string, string>) {
  const headerNames = Object.keys(headers)
  const sealed = headerNames.length === 0 ? null : keys.seal(JSON.stringify(headers), headersContext(destinationId))
  return { headers: sealed, headerNames }
}

/** The headers in clear. Throws `internal` where they were stored with another key. */
export function openHeaders(keys: Vault, destinationId: string, sealed: Uint8Array | null): Record<string, string> {
  return sealed === null ? {} : storedHeaders.parse(JSON.parse(keys.open(sealed, headersContext(destinationId))))
}

/** The headers of a change, with the stored value wherever the masked one came. Throws `invalid_request` where none is. */
export function keepMasked(
  changed: Record<string, string>,
  openStored: () => Record<string, string>,
): Record<string, string> {
  if (!Object.values(changed).includes(MASKED_VALUE)) return changed
  const stored = new Map(Object.entries(openStored()).map(([name, value]) => [name.toLowerCase(), value]))
  const kept = Object.entries(changed).map(([name, value]): [string, string] => {
    if (value !== MASKED_VALUE) return [name, value]
    const before = stored.get(name.toLowerCase())
    if (before === undefined) {
      const message = say('expected.headerValueAnew')
      throw invalidParameters([{ parameter: `headers.${name}`, message }])
    }
    return [name, before]
  })
  return Object.fromEntries(kept)
}
