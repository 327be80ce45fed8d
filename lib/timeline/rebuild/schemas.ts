/** An order to read every event again, with how far it has come. */
export interface RebuildItem {
  id: string
  status: 'running' | 'finished'
  actor: string
  /** How many events there were when it was ordered; what came later was read by the same rules. */
  total: number
  done: number
  /** How many of them say something else than before. */
  changed: number
  startedAt: string
  updatedAt: string
  finishedAt: string | null
}

export interface RebuildList {
  /** The latest first. */
  items: RebuildItem[]
  nextCursor: null
}
