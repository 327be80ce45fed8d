import { availableParallelism } from 'node:os'
import { endChild, messageOf, startChild } from '../children'
import { load } from '../make-load'
import { median } from '../median'
import type { PagerResult } from './pager'
import { type BusyProduct, startBusyProduct } from './product'
import type { SteadyOrder, SteadyResult } from './steady-load'

/** The time to an acknowledgement while the worker is saturated and a list is paged through, against an idle worker. */
const CONNECTIONS = 16
/** Busy, the 99th percentile is to be at most this many times that of idle. */
const TARGET = 2
const FLOOD_CONNECTIONS = 64
const WARM_UP = 2_000

interface BusyOptions {
  rounds: number
  /** Of each measurement. */
  seconds: number
  /** Deliveries per second. */
  rate: number
}

interface BusyResult extends SteadyResult {
  /** Runs that were finished meanwhile, per second. */
  runsPerSecond: number
  pagesPerSecond: number
  isDry: boolean
}

/** Measures idle and busy in turn and prints them; false where the ratio is missed or the figures do not count. */
export async function busyIngest({ rounds, seconds, rate }: BusyOptions): Promise<boolean> {
  const receiver = startChild('servers/receiver.ts')
  const product = await startBusyProduct(`http://127.0.0.1:${await messageOf<number>(receiver)}/`)
  const idle: SteadyResult[] = []
  const busy: BusyResult[] = []
  try {
    console.log(
      `Node ${process.version}, ${availableParallelism()} cores shared by load, product, receiver and PostgreSQL; fsync on.`,
    )
    console.log(`${rate} deliveries/s over ${CONNECTIONS} connections, ${rounds} × ${seconds} s idle and busy in turn`)
    const order = { url: product.webhookUrl, connections: CONNECTIONS, ratePerSecond: rate, seconds }
    await load(product.webhookUrl, FLOOD_CONNECTIONS, WARM_UP)
    for (let round = 0; round < rounds; round++) {
      await product.settled()
      await product.work(false)
      idle.push(await steady(order))
      await product.work(true)
      busy.push(await measureBusy(product, order))
    }
  } finally {
    await product.stop()
  }
  return report(idle, busy)
}

async function measureBusy(product: BusyProduct, order: SteadyOrder): Promise<BusyResult> {
  // Two runs each, and more than a worker does in that time.
  const backlog = Math.max(6_000, Math.round(order.seconds * BACKLOG_PER_SECOND))
  await load(product.webhookUrl, FLOOD_CONNECTIONS, backlog)
  const pager = startChild('ingest/pager.ts')
  await messageOf(pager)
  pager.send({ url: product.apiUrl, token: product.token })
  const before = await product.depth()
  const result = await steady(order)
  pager.send('stop')
  const { pages, seconds } = await messageOf<PagerResult>(pager)
  await endChild(pager)
  const after = await product.depth()
  const finished = before - after + 2 * result.requests
  return { ...result, pagesPerSecond: pages / seconds, runsPerSecond: finished / order.seconds, isDry: after < 500 }
}

const BACKLOG_PER_SECOND = 1_800

async function steady(order: SteadyOrder): Promise<SteadyResult> {
  const child = startChild('ingest/steady-load.ts')
  await messageOf(child)
  child.send(order)
  const result = await messageOf<SteadyResult>(child)
  await endChild(child)
  return result
}

function report(idle: SteadyResult[], busy: BusyResult[]): boolean {
  const ratio = p99(busy) / p99(idle)
  const isReached = ratio <= TARGET
  const runs = Math.round(median(busy.map((one) => one.runsPerSecond)))
  const pages = Math.round(median(busy.map((one) => one.pagesPerSecond)))
  console.log(line('idle', idle))
  console.log(`${line('busy', busy)}   with ${runs} runs/s and ${pages} pages/s besides`)
  console.log(
    `p99 busy/idle ${ratio.toFixed(2)}  to reach at most ${TARGET.toFixed(2)} ${isReached ? 'reached' : 'MISSED'}`,
  )
  const failed = [...idle, ...busy].reduce((sum, one) => sum + one.failed, 0)
  if (failed > 0) console.log(`${failed} deliveries were not acknowledged: the figures do not count.`)
  const isDry = busy.some((one) => one.isDry)
  if (isDry) console.log('The worker ran out of work: the figures do not count.')
  return isReached && failed === 0 && !isDry
}

function line(name: string, results: SteadyResult[]): string {
  const p50 = median(results.map((one) => one.p50Ms)).toFixed(1)
  return `${name}  p50 ${p50.padStart(5)} ms   p99 ${p99(results).toFixed(1).padStart(6)} ms`
}

function p99(results: SteadyResult[]): number {
  return median(results.map((one) => one.p99Ms))
}
