import type { CreateDestination, DestinationItem } from '@/lib/destinations/schemas'

/** As lib/destinations/schemas.ts has it: sent back, it keeps the value that is stored. */
const MASKED = '••••••••'

export interface HeaderDraft {
  /** Tells rows apart while their names are typed. */
  key: number
  name: string
  value: string
  /** A value is stored, which stays where none is typed. */
  isStored: boolean
}

/** A destination while it is edited: numbers as they are typed. */
export interface Draft {
  name: string
  url: string
  providers: string[]
  sources: string[]
  eventTypes: string[]
  headers: HeaderDraft[]
  forwardHeaders: string[]
  timeoutSeconds: string
  ratePerSecond: string
}

export const NEW_DRAFT: Draft = {
  name: '',
  url: '',
  providers: [],
  sources: [],
  eventTypes: [],
  headers: [],
  forwardHeaders: [],
  timeoutSeconds: '15',
  ratePerSecond: '',
}

export function toDraft(item: DestinationItem): Draft {
  const { name, url, providers, sources, eventTypes, forwardHeaders } = item
  return {
    ...{ name, url, providers, sources, eventTypes, forwardHeaders },
    headers: Object.keys(item.headers).map((header, key) => ({ key, name: header, value: '', isStored: true })),
    timeoutSeconds: String(item.timeoutMs / 1000),
    ratePerSecond: item.ratePerSecond === null ? '' : String(item.ratePerSecond),
  }
}

export function fromDraft(draft: Draft): Omit<CreateDestination, 'enabled'> {
  const { providers, sources, eventTypes, forwardHeaders } = draft
  const headers = draft.headers.filter(({ name }) => name.trim() !== '')
  return {
    ...{ providers, sources, eventTypes, forwardHeaders },
    name: draft.name.trim(),
    url: draft.url.trim(),
    headers: Object.fromEntries(
      headers.map(({ name, value, isStored }) => [name.trim(), isStored && value === '' ? MASKED : value]),
    ),
    timeoutMs: Math.round(Number(draft.timeoutSeconds) * 1000),
    ratePerSecond: draft.ratePerSecond.trim() === '' ? null : Number(draft.ratePerSecond),
  }
}
