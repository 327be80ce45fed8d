import { z } from 'zod'
import { isStorable, isStorableProse } from '@/lib/providers/storable'
import { querySchema } from '@/lib/search/query-schema'
import { COLUMNS, LINK_COLUMN } from './columns'

/** Shapes of the JSON API for saved views; pages and scripts use the same ones. */

const fields = {
  name: z
    .string('expected a name')
    .trim()
    .min(1, 'expected a name')
    .max(80, 'expected at most 80 characters')
    .refine(isStorable, 'expected a name without control characters'),
  /** Empty for everything. */
  query: z
    .string('expected a query')
    .trim()
    .refine(isStorableProse, 'expected text without control characters')
    .pipe(querySchema),
  /** Empty for the usual ones. */
  columns: z
    .array(z.enum(COLUMNS, `expected columns out of ${COLUMNS.join(', ')}`))
    .refine((all) => new Set(all).size === all.length, 'expected each column once')
    .refine(
      (all) => all.length === 0 || all.includes(LINK_COLUMN),
      `expected ${LINK_COLUMN} among them, by which a row is opened`,
    ),
  /** Everybody sees it, rather than its owner alone. */
  shared: z.boolean('expected true or false'),
  /** It stands in the sidebar of whoever sees it. */
  pinned: z.boolean('expected true or false'),
}

export const saveViewSchema = z.strictObject({
  name: fields.name,
  query: fields.query,
  columns: fields.columns.default([]),
  shared: fields.shared.default(false),
  pinned: fields.pinned.default(true),
})
export type SaveView = z.infer<typeof saveViewSchema>

export const changeViewSchema = z
  .strictObject(fields)
  .partial()
  .refine((change) => Object.keys(change).length > 0, `expected at least one of ${Object.keys(fields).join(', ')}`)
export type ChangeView = z.infer<typeof changeViewSchema>

/** A search that a person keeps, for themselves or for everybody. */
export interface ViewItem {
  id: string
  name: string
  query: string
  columns: string[]
  shared: boolean
  pinned: boolean
  /** The name of whose view it is. */
  owner: string
  /** It belongs to whoever asks. */
  isMine: boolean
  createdAt: string
  updatedAt: string
}

export interface ViewList {
  items: ViewItem[]
  nextCursor: null
}
