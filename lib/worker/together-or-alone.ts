import type { PoolClient } from 'pg'

/**
 * Does `work` for all items together, in the caller's transaction; where that fails because of an item, for each alone, and
 * `passOver` is told of those that cannot be. What failed leaves nothing behind. Answers what each success answered. Throws where
 * the database is at fault rather than an item.
 */
export async function togetherOrAlone<Item, Result>(
  client: PoolClient,
  items: readonly Item[],
  work: (items: readonly Item[]) => Promise<Result>,
  passOver: (item: Item, error: unknown) => void | Promise<void>,
): Promise<Result[]> {
  const [only] = items
  if (only === undefined) return []
  const together = await attempt(client, () => work(items))
  if (together.isDone) return [together.result]
  if (items.length === 1) {
    await passOver(only, together.error)
    return []
  }
  const results: Result[] = []
  for (const item of items) results.push(...(await togetherOrAlone(client, [item], work, passOver)))
  return results
}

type Outcome<Result> = { isDone: true; result: Result } | { isDone: false; error: unknown }

async function attempt<Result>(client: PoolClient, work: () => Promise<Result>): Promise<Outcome<Result>> {
  await client.query('SAVEPOINT together')
  try {
    const result = await work()
    await client.query('RELEASE SAVEPOINT together')
    return { isDone: true, result }
  } catch (error) {
    if (isOfTheDatabase(error)) throw error
    // Where the connection is lost this throws as well.
    await client.query('ROLLBACK TO SAVEPOINT together; RELEASE SAVEPOINT together')
    return { isDone: false, error }
  }
}

/**
 * Whether no item can be at fault: SQLSTATE of the connection (08), another transaction (40), resources (53), a lock (55), an
 * operator (57).
 */
function isOfTheDatabase(error: unknown): boolean {
  return (
    error instanceof Error && 'severity' in error && 'code' in error && /^(08|40|53|55|57)/.test(String(error.code))
  )
}
