import { z } from 'zod'
import { Prisma, type PrismaClient } from './client'

/**
 * The rows of a statement, or null where it took longer than `timeoutMs` and was called off. `settings` hold for it alone; JIT,
 * which costs such statements more than it saves, is off.
 */
export async function withinTime<Row>(
  client: PrismaClient,
  timeoutMs: number,
  statement: Prisma.Sql,
  settings: Readonly<Record<string, string>> = {},
): Promise<Row[] | null> {
  const all = { ...settings, jit: 'off', statement_timeout: String(Math.max(1, Math.ceil(timeoutMs))) }
  try {
    return await client.$transaction(
      async (tx) => {
        await tx.$queryRaw`
          SELECT set_config(name, value, true) FROM unnest(${Object.keys(all)}::text[], ${Object.values(all)}::text[]) AS s(name, value)`
        return tx.$queryRaw<Row[]>(statement)
      },
      // Of its own accord it would give up after five seconds, and answer an error.
      { timeout: timeoutMs + SPARE_MS },
    )
  } catch (error) {
    if (isCalledOff(error)) return null
    throw error
  }
}

/** What beginning and ending the transaction may take beside its statement. */
const SPARE_MS = 5_000

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: query_canceled */
const QUERY_CANCELED = '57014'

const metaSchema = z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) })

function isCalledOff(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  return metaSchema.safeParse(error.meta).data?.driverAdapterError.cause.originalCode === QUERY_CANCELED
}
