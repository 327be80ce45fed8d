import { formatCount } from '@/lib/events/format'
import type { ReplayItem, ReplayStatus } from '@/lib/replay/schemas'

export const REPLAY_STATUS_WORDS: Record<ReplayStatus, string> = {
  running: 'Running',
  paused: 'Paused',
  cancelled: 'Cancelled',
  finished: 'Finished',
}

const KIND_WORDS: Record<ReplayItem['kind'], string> = {
  run: 'of one run',
  event: 'of one event',
  events: 'of selected events',
  filter: 'of all that matched',
}

/** What a replay is, in a line: "Replay of all that matched, 312 runs". */
export function replayTitle({ kind, total }: Pick<ReplayItem, 'kind' | 'total'>): string {
  return kind === 'run' ? `Replay ${KIND_WORDS.run}` : `Replay ${KIND_WORDS[kind]}, ${formatCount(total, 'run')}`
}

/** Runs that are over, whatever came of them. */
export function doneCount({ succeeded, failed, cancelled }: ReplayItem): number {
  return succeeded + failed + cancelled
}
