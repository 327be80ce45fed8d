/** What is selected in a list. */
export interface Chosen {
  ids: ReadonlySet<string>
  isAll: boolean
  /** The row that was changed last: a range begins there. */
  anchor: string | null
}

export const NOTHING_SELECTED: Chosen = { ids: new Set(), isAll: false, anchor: null }

/** By the key of the list; kept while the page lives. */
const selections = new Map<string, Chosen>()

export function rememberSelection(listKey: string, chosen: Chosen) {
  if (chosen.isAll || chosen.ids.size > 0) selections.set(listKey, chosen)
  else selections.delete(listKey)
}

export function findSelection(listKey: string): Chosen {
  return selections.get(listKey) ?? NOTHING_SELECTED
}
