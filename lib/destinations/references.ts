import type { Prisma } from '@/lib/db/client'
import { invalidParameters, type ParameterError } from '@/lib/http/invalid'
import { say } from '@/lib/i18n/say'
import { findProvider, providers } from '@/lib/providers/registry'

/** Throws `invalid_request`, by place in the list, for a provider that the registry does not have. */
export function assertProviders(ids: readonly string[]): void {
  const known = providers.map(({ id }) => id).join(', ')
  const errors = ids.flatMap((id, index): ParameterError[] =>
    findProvider(id)
      ? []
      : [{ parameter: `providers.${index}`, message: say('expected.oneOfButCame', { known, came: quoted(id) }) }],
  )
  if (errors.length > 0) throw invalidParameters(errors)
}

/**
 * The ids of the sources that are named by id or slug, and the one store that they belong to (null where none is named).
 * A slug stands for every source that has it. Throws `invalid_request` for a source that there is not, or that belongs to
 * another store than the rest, or than `storeId` where that is given.
 */
export async function resolveSources(
  tx: Prisma.TransactionClient,
  named: readonly string[],
  storeId: string | null,
): Promise<{ ids: string[]; storeId: string | null }> {
  if (named.length === 0) return { ids: [], storeId }
  const all = await tx.source.findMany({ select: { id: true, slug: true, storeId: true }, orderBy: { id: 'asc' } })
  const errors: ParameterError[] = []
  const ids = new Set<string>()
  let store = storeId
  for (const [index, name] of named.entries()) {
    const called = all.filter((source) => source.id === name.toLowerCase() || source.slug === name)
    const found = called.filter((source) => store === null || source.storeId === store)
    if (found.length === 0) {
      const key = called.length > 0 ? 'expected.sourceOfStore' : 'expected.source'
      errors.push({ parameter: `sources.${index}`, message: say(key, { came: quoted(name) }) })
    }
    store ??= found[0]?.storeId ?? null
    for (const source of found) if (source.storeId === store) ids.add(source.id)
  }
  if (errors.length > 0) throw invalidParameters(errors)
  return { ids: [...ids], storeId: store }
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 80))
}
