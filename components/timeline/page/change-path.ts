/** Where a change is: a field, an item of its list by its name, a member of the item. */
export interface ChangePlace {
  field: string
  item: string | null
  member: string | null
}

const PATH = /^([^.[]+)(?:\[(.*)\])?(?:\.(\w+))?$/

/** The parts of a change's path: of `lines[SKU-1].quantity` the lines, SKU-1 and the quantity. */
export function readPath(path: string): ChangePlace {
  const [, field, item, member] = PATH.exec(path) ?? []
  return { field: field ?? path, item: item === undefined ? null : unquoted(item), member: member ?? null }
}

/** A name that would blur the path stands in it as JSON, and may have a number after it. */
function unquoted(item: string): string {
  const quoted = /^("(?:[^"\\]|\\.)*")(.*)$/.exec(item)
  if (!quoted?.[1]) return item
  try {
    return String(JSON.parse(quoted[1])) + (quoted[2] ?? '')
  } catch {
    return item
  }
}
