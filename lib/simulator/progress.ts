import type { Answer } from './answer'

interface Output {
  isTTY?: boolean
  columns?: number
  write(text: string): unknown
}

/** Tells how far a run is: in one line that is rewritten on a terminal, elsewhere in a line every five seconds. */
export function startProgress(output: Output, startedAtMs: number, clock: () => number) {
  let sent = 0
  let acknowledged = 0
  let refused = 0
  let unsent = 0
  let occurredAt: Date | null = null

  function line(): string {
    const seconds = Math.max(0.001, (clock() - startedAtMs) / 1000)
    const shopTime = occurredAt ? `, in the shop it is ${occurredAt.toISOString().slice(0, 16).replace('T', ' ')}` : ''
    const counts = `${acknowledged} acknowledged, ${refused} refused, ${unsent} without an answer`
    return `${sent} sent (${(sent / seconds).toFixed(1)}/s): ${counts}${shopTime}`
  }

  const timer = setInterval(
    () => output.write(output.isTTY ? `\r\u001b[2K${line().slice(0, (output.columns ?? 120) - 1)}` : `${line()}\n`),
    output.isTTY ? 200 : 5000,
  )
  return {
    count(answer: Answer): void {
      sent++
      if (answer.status === null) unsent++
      else if (answer.acknowledged) acknowledged++
      else refused++
      if (answer.delivery.kind === 'fresh') occurredAt = answer.delivery.occurredAt
    },
    stop(): void {
      clearInterval(timer)
      if (output.isTTY) output.write('\r\u001b[2K')
    },
  }
}
