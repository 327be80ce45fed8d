import { z } from 'zod'
import { nameSchema } from '@/lib/http/name-schema'
import { expected } from '@/lib/i18n/expected'
import { isStorableProse } from '@/lib/providers/storable'
import { querySchema } from '@/lib/search/query-schema'
import { COLUMNS, LINK_COLUMN } from './columns'

/** Shapes of the JSON API for saved views; pages and scripts use the same ones. */

const fields = {
  name: nameSchema(80),
  /** Empty for everything. */
  query: z.string(expected('query')).trim().refine(isStorableProse, expected('plainText')).pipe(querySchema),
  /** Empty for the usual ones. */
  columns: z
    .array(z.enum(COLUMNS, expected('columns', { known: COLUMNS.join(', ') })))
    .refine((all) => new Set(all).size === all.length, expected('columnsOnce'))
    .refine((all) => all.length === 0 || all.includes(LINK_COLUMN), expected('linkColumn', { column: LINK_COLUMN })),
  /** Everybody sees it, rather than its owner alone. */
  shared: z.boolean(expected('boolean')),
  /** It stands in the sidebar of whoever sees it. */
  pinned: z.boolean(expected('boolean')),
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
  .refine((change) => Object.keys(change).length > 0, expected('someOf', { known: Object.keys(fields).join(', ') }))
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
