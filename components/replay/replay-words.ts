import type { Translate } from '@/lib/i18n/translate'
import type { ReplayItem } from '@/lib/replay/schemas'

/** What a replay is, in a line: "Replay of all that matched, 312 runs". */
export function replayTitle({ kind, total }: Pick<ReplayItem, 'kind' | 'total'>, t: Translate<'replay'>): string {
  return t(`titles.${kind}`, { count: total })
}

/** Runs that are over, whatever came of them. */
export function doneCount({ succeeded, failed, cancelled }: ReplayItem): number {
  return succeeded + failed + cancelled
}
