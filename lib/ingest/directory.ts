import type { Client } from 'pg'
import { type Keys, type LoadedSource, loadSources } from '@/lib/sources/load'
import type { Connection } from './connection'

const STALE_MS = 30_000

/** The sources and their secrets, in memory. */
export interface Directory {
  find(providerId: string, slug: string): Promise<LoadedSource | undefined>
  /**
   * The same from a reading that began after this call: a source or a secret may have been set a moment ago, and
   * nothing is refused for a notification that is still on its way.
   */
  findFresh(providerId: string, slug: string): Promise<LoadedSource | undefined>
  /** To be run on every new connection: listens for changes and forgets what was known. */
  listen(client: Client): Promise<void>
}

export function createDirectory(connection: Connection, keys: Keys): Directory {
  let known: { sources: Map<string, LoadedSource>; at: number } | undefined
  let loading: Promise<void> | undefined
  let nextLoading: Promise<void> | undefined
  /** Counts what made the knowledge void: a load that began before must not be taken for the present state. */
  let generation = 0

  function load(): Promise<void> {
    loading ??= read().finally(() => {
      loading = undefined
    })
    return loading
  }

  /** A reading under way may have begun before what the caller must see; all who come meanwhile share the next. */
  function loadAnew(): Promise<void> {
    if (!loading) return load()
    nextLoading ??= loading
      .finally(() => {
        nextLoading = undefined
      })
      .then(load)
    return nextLoading
  }

  async function read(): Promise<void> {
    let begun: number
    do {
      begun = generation
      const at = Date.now()
      const sources = await connection.run((client) => loadSources(client, keys))
      known = { at, sources: new Map(sources.map((source) => [key(source.provider, source.slug), source])) }
    } while (begun !== generation)
  }

  return {
    async find(providerId, slug) {
      if (!known) await load()
      // Where notifications are lost on the way, as on a connection that died silently, this bounds the damage.
      else if (Date.now() - known.at > STALE_MS) load().catch(() => {})
      return known?.sources.get(key(providerId, slug))
    },
    async findFresh(providerId, slug) {
      await loadAnew()
      return known?.sources.get(key(providerId, slug))
    },
    async listen(client) {
      const forget = () => {
        generation += 1
        known = undefined
      }
      client.on('notification', forget)
      client.on('end', forget)
      await client.query('LISTEN jejak_sources')
    },
  }
}

function key(providerId: string, slug: string): string {
  return `${providerId}/${slug}`
}
