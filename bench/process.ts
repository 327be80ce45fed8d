import { availableParallelism } from 'node:os'
import { killChildren, messageOf, startChild } from './children'
import { startBenchServer } from './database'
import { median } from './median'
import { reportMemory } from './memory'
import { count, flag, readOptions } from './options'
import { fillEvents } from './process/fill'
import { measure } from './process/measure'
import { measureReplay, type ReplayFigures } from './process/replay'
import { prepareScenario, type Scenario, templateOf } from './process/scenarios'

/** Jejak's worker beside a bare one that does the same I/O, all in one run on one machine: only the ratios mean anything. */
const PROCESSES = [1, 2]
const CONTENDERS = ['jejak', 'bare'] as const
/** Jejak's runs per second are to be at least this many times the bare worker's. */
const TARGET = 0.5

const options = readOptions({
  events: count('events in each measurement', 10_000, 1_000_000),
  replay: count('failed runs to replay', 20_000, 1_000_000),
  rounds: count('rounds, of which the medians count', 2, 20),
  'no-replay': flag('leaves the replay out'),
})

const server = await startBenchServer()
try {
  console.log(
    `Node ${process.version}, ${availableParallelism()} cores shared by workers, receiver and PostgreSQL; fsync on.`,
  )
  const receiver = startChild('servers/receiver.ts')
  const receiverUrl = `http://127.0.0.1:${await messageOf<number>(receiver)}/`
  await fillEvents(await server.create('bench_events'), options.events)

  let reached = true
  for (const name of ['empty', 'forward'] as const) {
    const scenario = await prepareScenario(server, 'bench_events', name, receiverUrl)
    console.log(
      `\n${options.events} runs of ${scenario.title}; they were made at ${Math.round(scenario.madePerSecond)} runs/s`,
    )
    for (const processes of PROCESSES) reached = (await compare(scenario, processes)) && reached
  }
  if (!options['no-replay']) {
    reached = report(await measureReplay(server, options.replay, receiverUrl)) && reached
  }
  process.exitCode = reached ? 0 : 1
} finally {
  killChildren()
  await server.stop()
}

/** Both in turn, round after round: the speed of a shared machine drifts. */
async function compare({ name }: Scenario, processes: number): Promise<boolean> {
  const results = { jejak: [] as number[], bare: [] as number[] }
  for (let round = 0; round < options.rounds; round++) {
    for (const worker of CONTENDERS) {
      results[worker].push(await measure(server, { template: templateOf(name, worker), worker, processes }))
    }
  }
  const ratio = median(results.jejak) / median(results.bare)
  const isReached = ratio >= TARGET
  const cells = [
    `  ${processes} worker${processes === 1 ? ' ' : 's'}`,
    `Jejak ${Math.round(median(results.jejak))}/s`.padStart(14),
    `bare ${Math.round(median(results.bare))}/s`.padStart(14),
    `ratio ${ratio.toFixed(2)}`.padStart(13),
    `  to reach ${TARGET.toFixed(2)} ${isReached ? 'reached' : 'MISSED'}`,
  ]
  console.log(cells.join(''))
  return isReached
}

function report({ runs, orderSeconds, runsPerSecond, memory }: ReplayFigures): boolean {
  console.log(`\nReplay of ${runs} failed runs of a forward by filter, 1 worker`)
  console.log(
    `  ordered in ${orderSeconds.toFixed(1)} s, done in ${(runs / runsPerSecond).toFixed(1)} s: ${Math.round(runsPerSecond)} runs/s`,
  )
  return reportMemory(memory)
}
