import { endChild, messageOf, startChild } from './children'
import type { LoadResult } from './load'

/** Sends so many deliveries as fast as they are answered, from a process of its own. */
export async function load(url: string, connections: number, amount: number): Promise<LoadResult> {
  const child = startChild('load.ts')
  await messageOf(child)
  child.send({ url, connections, amount })
  const result = await messageOf<LoadResult>(child)
  await endChild(child)
  return result
}
