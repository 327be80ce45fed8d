import { type ChildProcess, execFileSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { endChild, here, messageOf, startChild } from '../children'
import { type BenchServer, startBenchServer } from '../database'
import type { LoadResult } from '../load'
import { load } from '../make-load'
import { MASTER_SECRET } from '../process/fill'
import { BENCH_SECRET, signingProvider } from '../requests'

/** Jejak's ingestion beside three others, all in one run on one machine: only the ratios mean anything. */
const CONNECTIONS = [1, 16, 64, 256]
/** Everybody is measured in turn, this many times, and the median counts: the speed of a shared machine drifts. */
const ROUNDS = 3
const provider = signingProvider()

interface Contender {
  name: string
  server: string
  path: string
  /** Jejak's throughput at 64 connections is to be at least this many times the contender's. */
  target?: number
  /** Requests per measurement: enough for a second or more. */
  amount(connections: number): number
}

const CONTENDERS: Contender[] = [
  {
    name: 'Jejak: verified, deduplicated, durable',
    server: 'jejak.ts',
    path: `/api/webhooks/${provider.id}`,
    amount: (connections) => (connections === 1 ? 1_000 : 12_000),
  },
  {
    name: '(a) bare Node: HMAC checked, nothing stored',
    server: 'bare.ts',
    path: '/',
    target: 0.35,
    amount: (connections) => (connections === 1 ? 4_000 : 24_000),
  },
  {
    name: '(b) Fastify + pg: one transaction a request',
    server: 'fastify.ts',
    path: '/',
    target: 2,
    amount: (connections) => (connections === 1 ? 300 : 2_500),
  },
  {
    name: '(c) Next route handler + Prisma creates',
    server: 'next.ts',
    path: '/receive',
    target: 15,
    amount: (connections) => (connections === 1 ? 100 : 512),
  },
]

/** Measures them all in turn and prints the ratios; false where one is missed or a request failed. */
export async function compareIngest(): Promise<boolean> {
  const database = await startBenchServer()
  try {
    console.log(
      `Node ${process.version}, ${availableParallelism()} cores shared by load, server and PostgreSQL; fsync on.`,
    )
    console.log('Building the Next application of (c) …')
    execFileSync('npx', ['next', 'build', join(here, 'next')], { stdio: ['ignore', 'ignore', 'inherit'] })
    const running: Running[] = []
    for (const contender of CONTENDERS) running.push(await launch(contender, database))
    for (const connections of CONNECTIONS) {
      for (let round = 0; round < ROUNDS; round++) for (const one of running) await measure(one, connections)
      for (const { contender, results } of running)
        console.log(line(contender.name, connections, middle(results, connections)))
    }
    for (const { server } of running) await endChild(server)
    return report(running)
  } finally {
    await database.stop()
  }
}

interface Running {
  contender: Contender
  server: ChildProcess
  target: string
  /** By number of connections, one per round. */
  results: Map<number, LoadResult[]>
}

async function launch(contender: Contender, database: BenchServer): Promise<Running> {
  const server = startChild(`servers/${contender.server}`, {
    NODE_ENV: 'production',
    DATABASE_URL: await database.create(`bench_${contender.server.replace(/\W/g, '_')}`),
    JEJAK_SECRET: MASTER_SECRET,
    [`${provider.id.toUpperCase().replaceAll('-', '_')}_WEBHOOK_SECRET`]: BENCH_SECRET.value,
  })
  const target = `http://127.0.0.1:${await messageOf<number>(server)}${contender.path}`
  await load(target, 16, Math.min(6_000, contender.amount(16)))
  return { contender, server, target, results: new Map() }
}

async function measure({ contender, target, results }: Running, connections: number): Promise<void> {
  const result = await load(target, connections, contender.amount(connections))
  results.set(connections, [...(results.get(connections) ?? []), result])
}

function middle(results: Running['results'], connections: number): LoadResult {
  const sorted = [...(results.get(connections) ?? [])].sort((a, b) => a.requestsPerSecond - b.requestsPerSecond)
  const median = sorted[Math.floor(sorted.length / 2)] as LoadResult
  return { ...median, failed: sorted.reduce((sum, { failed }) => sum + failed, 0) }
}

function line(name: string, connections: number, result: LoadResult): string {
  const cells = [
    name.padEnd(46),
    `${connections}`.padStart(5),
    `${Math.round(result.requestsPerSecond)}/s`.padStart(10),
    `p50 ${result.p50Ms} ms`.padStart(12),
    `p99 ${result.p99Ms} ms`.padStart(12),
    result.failed > 0 ? `  ${result.failed} FAILED` : '',
  ]
  return cells.join(' ')
}

function report(running: Running[]): boolean {
  const own = running[0]?.results as Running['results']
  console.log(`\nJejak's throughput as a multiple of the others':`)
  console.log(
    `${''.padEnd(46)}${CONNECTIONS.map((connections) => `${connections}`.padStart(9)).join('')}   to reach at 64`,
  )
  let reached = true
  for (const { contender, results } of running) {
    if (contender.target === undefined) continue
    const ratios = CONNECTIONS.map(
      (connections) => middle(own, connections).requestsPerSecond / middle(results, connections).requestsPerSecond,
    )
    const at64 = ratios[CONNECTIONS.indexOf(64)] ?? 0
    reached &&= at64 >= contender.target
    const verdict = `${contender.target.toFixed(2)} ${at64 >= contender.target ? 'reached' : 'MISSED'}`
    console.log(
      `${contender.name.padEnd(46)}${ratios.map((ratio) => ratio.toFixed(2).padStart(9)).join('')}   ${verdict}`,
    )
  }
  const failed = running
    .flatMap(({ results }) => [...results.values()].flat())
    .reduce((sum, one) => sum + one.failed, 0)
  if (failed > 0) console.log(`${failed} requests failed: the figures do not count.`)
  return reached && failed === 0
}
