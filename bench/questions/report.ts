import type { Answered, AnsweredNaively, Percentiles } from './measure'

interface Answers {
  answered: Answered[]
  naive: AnsweredNaively[]
}

const LABEL = 54

/** Prints every question over the small database and the large one, and whether its target is reached at the large one. */
export function reportQuestions(small: Answers, large: Answers): boolean {
  console.log(
    `\n${''.padEnd(LABEL)}${'in the database, ms'.padEnd(36)}${'function, ms'.padEnd(18)}growth   to reach in the database\n${''.padEnd(LABEL)}${pair('small p50/p99')}${pair('large p50/p99')}${pair('large p50/p99')}of p50`,
  )
  const reached = large.answered.map((answer) => {
    const before = small.answered.find(({ title }) => title === answer.title)
    const isReached = answer.targetMs === undefined || answer.database.p99 <= answer.targetMs
    const target =
      answer.targetMs === undefined ? '' : `p99 at most ${answer.targetMs} ${isReached ? 'reached' : 'MISSED'}`
    console.log(
      `  ${answer.title.padEnd(LABEL - 2)}${both(before?.database)}${both(answer.database)}${both(answer.function)}${growth(before?.database, answer.database)}   ${target}`,
    )
    if (!isReached) {
      const slowest = answer.slowest.map(({ argument, databaseMs }) => `${argument} ${ms(databaseMs)}`)
      console.log(`${''.padEnd(LABEL)}slowest: ${slowest.join(', ')}`)
    }
    return isReached
  })
  console.log('\nThe same, asked as one would first')
  for (const answer of large.naive) {
    const before = small.naive.find(({ title }) => title === answer.title)
    const own = large.answered.find(({ title }) => title === answer.instead)
    const ratio = own ? answer.database.p50 / own.database.p50 : Number.NaN
    console.log(
      `  ${answer.title.padEnd(LABEL - 2)}${both(before?.database)}${both(answer.database)}${''.padEnd(18)}${growth(before?.database, answer.database)}   ${ratio.toFixed(ratio < 10 ? 1 : 0)} times "${answer.instead}"`,
    )
  }
  return reached.every(Boolean)
}

function both(percentiles: Percentiles | undefined): string {
  return pair(percentiles ? `${ms(percentiles.p50)} / ${ms(percentiles.p99)}` : '')
}

function pair(text: string): string {
  return text.padEnd(18)
}

function ms(value: number): string {
  return value < 100 ? value.toFixed(value < 10 ? 2 : 1) : String(Math.round(value))
}

function growth(before: Percentiles | undefined, after: Percentiles): string {
  return before ? (after.p50 / before.p50).toFixed(2).padStart(6) : ''.padStart(6)
}
