import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '@/lib/audit/record'
import type { Actor } from '@/lib/auth/actor'
import { db, type Prisma, type PrismaClient } from '@/lib/db/client'
import { invalidParameters } from '@/lib/http/invalid'
import { say } from '@/lib/i18n/say'
import { ensureDefaultStore } from '@/lib/sources/ensure-defaults'
import { vault } from '@/lib/vault/vault'
import { targetKey } from '@/lib/worker/targets'
import { LONG_TRANSACTION, releaseTarget } from '@/lib/worker/targets-hold'
import { keepMasked, openHeaders, sealHeaders } from './headers'
import { type LockedDestination, lockDestination } from './lock'
import { assertProviders, resolveSources } from './references'
import { type ChangeDestination, type CreateDestination, MASKED_VALUE } from './schemas'
import { newSecret } from './secret'

/**
 * Makes a destination in the store of its sources (the oldest store where it names none). Answers its id and its signing
 * secret, which is told this once. Throws `invalid_request` for a provider or source that there is not.
 */
export async function createDestination(
  { sources, headers, ...input }: CreateDestination,
  actor: Actor,
  client: PrismaClient = db(),
): Promise<{ id: string; secret: string }> {
  assertProviders(input.providers)
  const id = uuidv7()
  const { secret, columns } = newSecret(id)
  await client.$transaction(async (tx) => {
    const { ids: sourceIds, storeId } = await resolveSources(tx, sources, null)
    const data = { id, storeId: storeId ?? (await ensureDefaultStore(tx)), sourceIds, ...input, ...columns }
    await tx.destination.create({ data: { ...data, ...sealHeaders(vault(), id, headers) } })
    const detail = { ...input, sources: sourceIds, headers: Object.keys(headers) }
    await recordAudit(tx, { actor, action: 'destination.created', target: `destination:${id}`, detail })
  })
  return { id, secret }
}

/**
 * Changes what is named; `headers` takes the place of all that there were. Switched on again, its waiting runs go on.
 * Throws `not_found`, and `invalid_request` for a provider or source that there is not.
 */
export async function changeDestination(
  id: string,
  { sources, headers, ...change }: ChangeDestination,
  actor: Actor,
  client: PrismaClient = db(),
): Promise<void> {
  if (change.providers) assertProviders(change.providers)
  await client.$transaction(async (tx) => {
    const before = await lockDestination(tx, id)
    assertHeadersStay(before, change.url, headers)
    const isSwitchedOn = change.enabled === true && !before.enabled
    const data: Prisma.DestinationUpdateInput = { ...change, ...(isSwitchedOn ? { disabledReason: null } : {}) }
    const detail: Record<string, Prisma.InputJsonValue | null> = { ...change }
    if (sources) {
      detail.sources = data.sourceIds = (await resolveSources(tx, sources, before.storeId)).ids
    }
    if (headers) {
      const kept = keepMasked(headers, () => openHeaders(vault(), id, before.headers))
      Object.assign(data, sealHeaders(vault(), id, kept))
      detail.headers = Object.keys(headers)
    }
    await tx.destination.update({ where: { id }, data })
    await recordAudit(tx, { actor, action: 'destination.updated', target: `destination:${id}`, detail })
    if (isSwitchedOn) await releaseTarget(tx, targetKey('forward', id), 'disabled')
  }, LONG_TRANSACTION)
}

/** Stored header values are never shown again; sent to another server, they would be. */
function assertHeadersStay(
  before: LockedDestination,
  url: string | undefined,
  headers: Record<string, string> | undefined,
): void {
  if (url === undefined || before.headers === null || new URL(url).origin === new URL(before.url).origin) return
  if (headers && !Object.values(headers).includes(MASKED_VALUE)) return
  throw invalidParameters([
    {
      parameter: 'headers',
      message: say('expected.headersAgain'),
    },
  ])
}
