import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { killChildren } from './children'
import { startBenchServer } from './database'
import { count, flag, readOptions } from './options'
import { measureQuestions } from './questions/measure'
import { reportQuestions } from './questions/report'
import { openTimed } from './questions/timed-client'
import { measureApi } from './search/api'
import { measureExport } from './search/export'
import { naivesOf } from './search/naive'
import { pick } from './search/picks'
import { prepareSearch } from './search/prepare'
import { questionsOf } from './search/questions'
import { reportSizes } from './search/sizes'

/** The list, its filters, facets, histogram and export over many events beside a tenth of them: how fast, and what it costs. */
const NOW = new Date('2026-06-01T00:00:00Z')
const SMALLER = 10

const options = readOptions({
  events: count('events in the large database; the small one has a tenth of them', 1_000_000, 10_000_000),
  pages: count('how often each question is asked', 200, 10_000),
  keep: flag('keeps the filled databases for the next run, and uses those of the last; shared with bench:timeline'),
  'no-api': flag('leaves the API out, which needs the product built'),
})

const server = await startBenchServer(options.keep ? join(tmpdir(), 'jejak-bench-timeline') : undefined)
try {
  console.log(
    `Node ${process.version}, ${availableParallelism()} cores shared by this process, the worker and PostgreSQL; fsync on.`,
  )
  const small = await prepareSearch(server, Math.max(1, Math.floor(options.events / SMALLER)), NOW)
  const large = await prepareSearch(server, options.events, NOW)
  const answers = { small: await measure(small), large: await measure(large) }
  const reached = reportQuestions(answers.small, answers.large)
  await reportSizes(large)
  await measureExport(large, NOW)
  if (!options['no-api']) await measureApi(large, await picksOf(large), NOW)
  process.exitCode = reached ? 0 : 1
} finally {
  killChildren()
  await server.stop()
}

function measure(databaseUrl: string) {
  return measureQuestions(databaseUrl, async (timed) => {
    const picks = await pick(timed, options.pages)
    return { questions: await questionsOf(picks, timed.client, NOW), naive: naivesOf(picks) }
  })
}

async function picksOf(databaseUrl: string) {
  const timed = openTimed(databaseUrl)
  try {
    return await pick(timed, options.pages)
  } finally {
    await timed.close()
  }
}
