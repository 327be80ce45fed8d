import type { RebuildItem } from '@/lib/timeline/rebuild/schemas'

interface Output {
  isTTY?: boolean
  columns?: number
  write(text: string): unknown
}

const LINE_EVERY_MS = 5_000
const QUIET_MS = 60_000

/** Tells how far a rebuild is: in one line that is rewritten on a terminal, elsewhere in a line every five seconds. */
export function createProgress(output: Output): { show(item: RebuildItem, now: number): void; end(): void } {
  let lastAt = Number.NEGATIVE_INFINITY
  return {
    show(item, now) {
      if (output.isTTY) output.write(`\r\u001b[2K${line(item, now).slice(0, (output.columns ?? 120) - 1)}`)
      else if (now - lastAt >= LINE_EVERY_MS) output.write(`${line(item, now)}\n`)
      else return
      lastAt = now
    },
    end() {
      if (output.isTTY) output.write('\r\u001b[2K')
    },
  }
}

/** What has come of a rebuild that is over. */
export function summary({ done, changed, startedAt, finishedAt }: RebuildItem): string {
  const seconds = (Date.parse(finishedAt ?? startedAt) - Date.parse(startedAt)) / 1_000
  const came =
    changed === 0 ? 'none says anything else than before' : `${count(changed, 'says', 'say')} something else now`
  return `Read ${count(done, 'event', 'events')} again in ${seconds.toFixed(1)} s; ${came}.`
}

function line({ done, total, changed, startedAt, updatedAt }: RebuildItem, now: number): string {
  const share = total === 0 ? 100 : Math.floor((100 * done) / total)
  const seconds = Math.max(0.001, (now - Date.parse(startedAt)) / 1_000)
  const quiet = now - Date.parse(updatedAt) > QUIET_MS ? '; nothing for a minute: is a worker running?' : ''
  return `${done} of ${total} events read again (${share} %, ${Math.round(done / seconds)}/s), ${changed} changed${quiet}`
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
