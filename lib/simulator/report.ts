import { DELIVERY_KINDS } from './planned-delivery'
import type { Summary } from './summary'

/** The summary as a table, a provider and kind in each line and an outcome in each column, and the figures below. */
export function report(summary: Summary, providerLabels: ReadonlyMap<string, string>): string {
  const outcomes = [...new Set(summary.counts.map(({ outcome }) => outcome))].sort()
  const lines = [['Provider', 'Kind', 'Deliveries', ...outcomes]]
  for (const [providerId, label] of providerLabels) {
    for (const kind of DELIVERY_KINDS) {
      const own = summary.counts.filter((entry) => entry.providerId === providerId && entry.kind === kind)
      if (own.length === 0) continue
      const cells = outcomes.map((outcome) => String(own.find((entry) => entry.outcome === outcome)?.count ?? ''))
      const total = own.reduce((sum, { count }) => sum + count, 0)
      lines.push([label, kind.replaceAll('_', ' '), String(total), ...cells])
    }
  }
  const { p50, p99 } = summary.latencyMs
  const seconds = summary.durationMs / 1000
  const rate = seconds > 0 ? summary.answered / seconds : 0
  const figures = [
    `${summary.answered} answered in ${seconds.toFixed(1)} s (${rate.toFixed(1)} per second)`,
    `latency p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
    `${summary.unsent} without an answer`,
  ]
  return `${table(lines)}\n\n${figures.join('; ')}`
}

/** What went wrong and what to do about it, a sentence each; empty where nothing did. */
export function complaints(summary: Summary, url: string): string[] {
  const found: string[] = []
  const examples = Object.entries(summary.examples)
    .map(([outcome, text]) => `${outcome}${text ? ` (${text.slice(0, 300)})` : ''}`)
    .join('; ')
  if (summary.unsent > 0) {
    const refused = Object.keys(summary.examples).some((outcome) => /ECONNREFUSED|ENOTFOUND/.test(outcome))
    const advice = refused
      ? ` Is Jejak running at ${url}? Start it with npm start, or name its address with --url.`
      : ''
    found.push(`${summary.unsent} deliveries had no answer: ${examples}.${advice}`)
  }
  if (summary.unacknowledged > 0) {
    const rejected = Object.keys(summary.examples).some((outcome) => outcome.startsWith('401'))
    const advice = rejected ? ' Give the secret that the source has with --secret <provider>=<value>.' : ''
    found.push(`${summary.unacknowledged} genuine deliveries were not acknowledged: ${examples}.${advice}`)
  }
  return found
}

function table(lines: string[][]): string {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => pad(cell, widths[column] ?? 0, column < 2))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function pad(cell: string, width: number, isText: boolean): string {
  return isText ? cell.padEnd(width) : cell.padStart(width)
}
