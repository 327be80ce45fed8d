/** The candidate that a mistyped word was probably meant to be: one that begins with it, else one few letters away. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const typed = word.toLowerCase()
  if (typed === '' || typed.length > MAX_LENGTH) return null
  const begun = typed.length > 1 ? candidates.find((candidate) => candidate.startsWith(typed)) : undefined
  if (begun) return begun
  const within = Math.max(1, Math.floor(typed.length / 3))
  const [best] = candidates
    .map((candidate) => ({ candidate, away: distance(typed, candidate) }))
    .filter(({ away }) => away <= within)
    .sort((a, b) => a.away - b.away)
  return best?.candidate ?? null
}

const MAX_LENGTH = 30

/** Letters to add, drop, change or swap with their neighbour. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)]
  const cell = (i: number, j: number) => rows[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j += 1) {
      const change = cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swap = isSwap ? cell(i - 2, j - 2) + 1 : change
      row.push(Math.min(cell(i - 1, j) + 1, cell(i, j - 1) + 1, change, swap))
    }
  }
  return cell(a.length, b.length)
}
