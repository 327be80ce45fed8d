import { quantile } from '../median'
import type { Naive, Question } from './question'
import { openTimed, type TimedClient, type Timing } from './timed-client'

export interface Percentiles {
  p50: number
  p99: number
}

export interface Answered {
  title: string
  targetMs?: number
  count: number
  database: Percentiles
  /** Of the function that the page calls, in the same process. */
  function: Percentiles
  /** The arguments that took longest in the database. */
  slowest: { argument: string; databaseMs: number }[]
}

export interface AnsweredNaively {
  title: string
  instead: string
  count: number
  database: Percentiles
}

/** Questions asked before, which are not counted: plans and caches are made. */
const WARM_UP = 20
const SLOWEST = 4

/** What is to be measured over one database. */
export interface Asked {
  questions: readonly Question[]
  naive: readonly Naive[]
}

/** Asks everything that pages ask, once for each argument, and what one would have asked at first. */
export async function measureQuestions(databaseUrl: string, choose: (timed: TimedClient) => Promise<Asked>) {
  const timed = openTimed(databaseUrl)
  try {
    const asked = await choose(timed)
    const answered: Answered[] = []
    for (const { title, targetMs, arguments: given, ask } of asked.questions) {
      for (const argument of given.slice(0, WARM_UP)) await ask(argument)
      const timings: (Timing & { argument: string })[] = []
      for (const argument of given) timings.push({ argument, ...(await timed.time(() => ask(argument))) })
      answered.push({
        ...{ title, count: timings.length, ...(targetMs ? { targetMs } : {}) },
        database: percentiles(timings.map(({ databaseMs }) => databaseMs)),
        function: percentiles(timings.map(({ functionMs }) => functionMs)),
        slowest: timings.sort((a, b) => b.databaseMs - a.databaseMs).slice(0, SLOWEST),
      })
    }
    const naive: AnsweredNaively[] = []
    for (const { title, instead, arguments: given, sql } of asked.naive) {
      const timings: Timing[] = []
      for (const values of given) timings.push(await timed.time(() => timed.query(sql, values)))
      const database = percentiles(timings.map(({ databaseMs }) => databaseMs))
      naive.push({ title, instead, count: timings.length, database })
    }
    return { answered, naive }
  } finally {
    await timed.close()
  }
}

function percentiles(values: readonly number[]): Percentiles {
  return { p50: quantile(values, 0.5), p99: quantile(values, 0.99) }
}
