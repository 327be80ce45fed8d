import type { Prisma } from '@/lib/db/client'
import type { Handler } from '@/lib/handlers/handler'
import { handlers } from '@/lib/handlers/registry'

/** What runs go to: a handler, or one destination of a handler that runs per destination. */
export interface Target {
  /** The handler's name, or `<handler>:<destination id>`. */
  key: string
  handler: Handler
  /** What people call it. */
  title: string
  destination: TargetDestination | null
}

export interface TargetDestination {
  id: string
  name: string
  url: string
  enabled: boolean
  storeId: string
  /** All where empty. */
  providers: string[]
  sourceIds: string[]
  eventTypes: string[]
  timeoutMs: number
}

/** The key of a handler, or of one of its destinations. */
export function targetKey(handler: string, destinationId: string | null): string {
  return destinationId === null ? handler : `${handler}:${destinationId}`
}

/** Every target there is, handlers first; switched-off destinations too, deleted ones not. */
export async function listTargets(
  client: Prisma.TransactionClient,
  all: readonly Handler[] = handlers,
): Promise<Target[]> {
  const destinations = await client.destination.findMany({
    where: { deletedAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return all.flatMap((handler): Target[] => {
    if (!handler.perDestination) return [{ key: handler.name, handler, title: handler.title, destination: null }]
    return destinations.map((destination) => ({
      key: targetKey(handler.name, destination.id),
      handler,
      title: destination.name,
      destination,
    }))
  })
}
