import type { Prisma } from '@/lib/db/client'
import type { Handler } from '@/lib/handlers/handler'
import { invalidParameters } from '@/lib/http/invalid'
import { say } from '@/lib/i18n/say'
import { listTargets, type Target } from '@/lib/worker/targets'

export interface ChosenTargets {
  /** All that there are at present. */
  live: Target[]
  /** What the order names, and the present targets that stand behind it; null where it names none. */
  named: { names: readonly string[]; targets: Target[] } | null
}

/**
 * The targets that `names` mean: a handler's name means all of its targets, a key the one. Throws `invalid_request` that
 * tells what is known where a name means nothing.
 */
export async function chooseTargets(
  names: readonly string[] | undefined,
  client: Prisma.TransactionClient,
  all: readonly Handler[],
): Promise<ChosenTargets> {
  const live = await listTargets(client, all)
  if (!names) return { live, named: null }
  const known = [...new Set([...all.map(({ name }) => name), ...live.map(({ key }) => key)])]
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    const message = say('expected.targets', { known: known.join(', '), came: unknown[0] ?? '' })
    throw invalidParameters([{ parameter: 'handlers', message }])
  }
  return { live, named: { names, targets: live.filter((target) => isNamed(target, names)) } }
}

function isNamed({ key, handler }: Target, names: readonly string[]): boolean {
  return names.includes(key) || names.includes(handler.name)
}
