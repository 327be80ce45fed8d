import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { killChildren } from './children'
import { startBenchServer } from './database'
import { reportMemory } from './memory'
import { count, flag, readOptions } from './options'
import { measureQuestions } from './questions/measure'
import { reportQuestions } from './questions/report'
import type { TimedClient } from './questions/timed-client'
import { naivesOf } from './timeline/naive'
import { pick } from './timeline/picks'
import { type Prepared, prepare } from './timeline/prepare'
import { questionsOf } from './timeline/questions'
import { measureRebuild } from './timeline/rebuild'
import type { WorkFigures } from './timeline/work'

/** Timelines, lookups and lists over many events beside a tenth of them: how fast, and whether they grow with the table. */
const NOW = new Date('2026-06-01T00:00:00Z')
const SMALLER = 10

const options = readOptions({
  events: count('events in the large database; the small one has a tenth of them', 1_000_000, 10_000_000),
  pages: count('how often each question is asked', 300, 10_000),
  keep: flag('keeps the filled databases for the next run, and uses those of the last'),
  'no-rebuild': flag('leaves the rebuild out'),
})

const server = await startBenchServer(options.keep ? join(tmpdir(), 'jejak-bench-timeline') : undefined)
try {
  console.log(
    `Node ${process.version}, ${availableParallelism()} cores shared by this process, the worker and PostgreSQL; fsync on.`,
  )
  const small = await prepare(server, Math.max(1, Math.floor(options.events / SMALLER)), NOW)
  const large = await prepare(server, options.events, NOW)
  reportWork('joined', small, small.joining)
  let reached = reportWork('joined', large, large.joining)
  const answers = {
    small: await measureQuestions(small.url, choose),
    large: await measureQuestions(large.url, choose),
  }
  reached = reportQuestions(answers.small, answers.large) && reached
  if (!options['no-rebuild']) {
    reportWork('rebuilt', small, await measureRebuild(small))
    reached = reportWork('rebuilt', large, await measureRebuild(large)) && reached
  }
  process.exitCode = reached ? 0 : 1
} finally {
  killChildren()
  await server.stop()
}

async function choose(timed: TimedClient) {
  const picks = await pick(timed, options.pages)
  return { questions: await questionsOf(picks, timed.client, NOW), naive: await naivesOf(picks, timed) }
}

/** What the small database takes is too short for memory to settle: only the large one counts. */
function reportWork(what: string, { events }: Prepared, { perSecond, seconds, memory }: WorkFigures): boolean {
  console.log(`\n${events} events ${what} by 1 worker in ${seconds.toFixed(1)} s: ${Math.round(perSecond)} events/s`)
  return reportMemory(memory)
}
