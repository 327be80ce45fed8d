import type { HeaderList } from './provider'

/**
 * The value of a header, whatever its case, or null where it is absent. Repeats are joined with `, ` in the order they
 * came, as Node and fetch join them.
 */
export function headerValue(headers: HeaderList, name: string): string | null {
  const wanted = name.toLowerCase()
  let joined: string | null = null
  for (const [given, value] of headers) {
    if (given.length !== wanted.length || given.toLowerCase() !== wanted) continue
    joined = joined === null ? value : `${joined}, ${value}`
  }
  return joined
}
