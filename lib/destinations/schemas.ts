import { z } from 'zod'
import { nameSchema } from '@/lib/http/name-schema'
import { expected } from '@/lib/i18n/expected'
import { isStorable } from '@/lib/providers/storable'
import type { AttemptItem } from '@/lib/runs/schemas'

/** Shapes of the JSON API for destinations; pages and scripts use the same ones. */

const HEADER_NAME = /^[!#$%&'*+.^_`|~\w-]{1,100}$/
/** Set by the transport or by Jejak itself. */
const RESERVED =
  /^(host|content-length|transfer-encoding|connection|keep-alive|upgrade|te|trailer|expect|webhook-(id|timestamp|signature)|jejak-.*)$/i

const headerName = z
  .string()
  .regex(HEADER_NAME, expected('headerName'))
  .refine((name) => !RESERVED.test(name), expected('otherHeaderName'))
const headerValue = z
  .string()
  .max(4000)
  .regex(/^[\t\x20-\x7e]*$/, expected('headerValue'))

/** What a stored header value is shown as. Sent back in a change, it means: keep the value that is stored. */
export const MASKED_VALUE = '••••••••'
const changedHeaderValue = z
  .string()
  .max(4000)
  .regex(/^(?:[\t\x20-\x7e]*|•{8})$/, expected('headerValue'))

function headers(value: z.ZodString) {
  return z
    .record(headerName, value)
    .refine((all) => Object.keys(all).length <= 30, expected('headersAtMost', { most: 30 }))
    .refine((all) => {
      const names = Object.keys(all).map((name) => name.toLowerCase())
      return new Set(names).size === names.length
    }, expected('headersOnce'))
}

const fields = {
  name: nameSchema(),
  url: z
    .url({ protocol: /^https?$/, ...expected('url') })
    .max(2000)
    .refine(isStorable, expected('plainUrl'))
    .refine((url) => {
      // An unreadable URL was refused by the rule above already.
      const { username, password } = URL.canParse(url) ? new URL(url) : { username: '', password: '' }
      return username === '' && password === ''
    }, expected('urlWithoutPassword')),
  /** Of which providers; all where empty. */
  providers: z.array(z.string().min(1).max(100)).max(50),
  /** Ids or slugs of sources; all where empty. */
  sources: z.array(z.string().min(1).max(100)).max(100),
  /** Event types or patterns such as `order.*`; all where empty. */
  eventTypes: z.array(z.string().regex(/^[\w.*:/-]{1,100}$/, expected('eventTypes'))).max(50),
  /** Headers of one's own; values are encrypted at rest and never shown again. */
  headers: headers(headerValue),
  /** Headers of the original delivery that are passed on. */
  forwardHeaders: z.array(headerName).max(30),
  timeoutMs: z.number().int().min(100, expected('timeout')).max(60_000, expected('timeout')),
  ratePerSecond: z.number().positive().max(1000).nullable(),
  enabled: z.boolean(),
}

export const createDestinationSchema = z.strictObject({
  name: fields.name,
  url: fields.url,
  providers: fields.providers.default([]),
  sources: fields.sources.default([]),
  eventTypes: fields.eventTypes.default([]),
  headers: fields.headers.default({}),
  forwardHeaders: fields.forwardHeaders.default([]),
  timeoutMs: fields.timeoutMs.default(15_000),
  ratePerSecond: fields.ratePerSecond.default(null),
  enabled: fields.enabled.default(true),
})
export const changeDestinationSchema = z.strictObject({ ...fields, headers: headers(changedHeaderValue) }).partial()

export type CreateDestination = z.infer<typeof createDestinationSchema>
export type ChangeDestination = z.infer<typeof changeDestinationSchema>

export interface DestinationItem {
  id: string
  name: string
  url: string
  providers: string[]
  /** Ids of sources. */
  sources: string[]
  eventTypes: string[]
  /** Names, with masked values. */
  headers: Record<string, string>
  forwardHeaders: string[]
  timeoutMs: number
  ratePerSecond: number | null
  enabled: boolean
  /** Why it was switched off by itself: it answered 410. */
  disabledReason: 'gone' | null
  /** The last characters of the signing secret. */
  secretHint: string
  createdAt: string
  updatedAt: string
}

/** `secret` is answered once, on creation and when it is made anew. */
export type DestinationWithSecret = DestinationItem & { secret: string }

export interface DestinationList {
  items: DestinationItem[]
  nextCursor: null
}

/** How a test event fared: an attempt that belongs to no run. */
export type TestSent = Pick<AttemptItem, 'outcome' | 'durationMs' | 'result' | 'error' | 'request' | 'response'>
