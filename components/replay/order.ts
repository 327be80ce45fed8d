/** What a replay of many is asked for: events by name, or all that match a filter. */
export type What = { eventIds: string[] } | { filter: Record<string, string> }

/** What a person chose about how it goes. */
export interface How {
  /** Keys of handlers and destinations; null: all that have taken the events. */
  handlers: ReadonlySet<string> | null
  /** Runs started per second; null: as quick as they go. */
  ratePerSecond: number | null
  reason: string
  includeStale: boolean
}

export const NO_HOW: How = { handlers: null, ratePerSecond: null, reason: '', includeStale: false }
