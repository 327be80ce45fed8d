/** How far a search goes, and for how long. */
export interface Pace {
  /** Items that are read at first, the newest: enough to tell what is common from what is rare. */
  first: number
  /** Items that are read at once after those. */
  slice: number
  /** What a statement may take that answers for all there is, whatever it has to read; with 0 none is made. */
  wholeMs: number
  /** What all may take together, before the answer is what was found so far. */
  budgetMs: number
  /** What a single item may take beyond the budget, where nothing was read within it. */
  itemMs: number
}

/** To read a slice takes some 20 ms. What an index needs longer than `wholeMs` for is so common that reading on finds it. */
export const PACE: Pace = { first: 2_000, slice: 16_000, wholeMs: 400, budgetMs: 1_000, itemMs: 2_000 }
