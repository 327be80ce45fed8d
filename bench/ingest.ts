import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { startEmbedded } from '@/lib/db/embedded/embedded'
import { migrate } from '@/lib/db/migrate'
import { NODE_FLAGS } from '@/server/role-process'
import type { LoadResult } from './load'
import { BENCH_SECRET, signingProvider } from './requests'

/** Jejak's ingestion beside three others, all in one run on one machine: only the ratios mean anything. */
const CONNECTIONS = [1, 16, 64, 256]
/** Everybody is measured in turn, this many times, and the median counts: the speed of a shared machine drifts. */
const ROUNDS = 3
const here = fileURLToPath(new URL('.', import.meta.url))
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

const dataDir = mkdtempSync(join(tmpdir(), 'jejak-bench-'))
const children = new Set<ChildProcess>()
const database = await startEmbedded({ dataDir })
try {
  console.log(
    `Node ${process.version}, ${availableParallelism()} cores shared by load, server and PostgreSQL; fsync on.`,
  )
  console.log('Building the Next application of (c) …')
  execFileSync('npx', ['next', 'build', join(here, 'next')], { stdio: ['ignore', 'ignore', 'inherit'] })
  await fillWal()
  const running: Running[] = []
  for (const contender of CONTENDERS) running.push(await launch(contender))
  for (const connections of CONNECTIONS) {
    for (let round = 0; round < ROUNDS; round++) for (const one of running) await measure(one, connections)
    for (const { contender, results } of running)
      console.log(line(contender.name, connections, middle(results, connections)))
  }
  for (const { server } of running) {
    server.disconnect()
    await once(server, 'exit')
  }
  report(running)
} finally {
  for (const child of children) child.kill('SIGKILL')
  await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

/** A database that has run for a while writes into recycled log segments; a fresh one stops to make each of them. */
async function fillWal(): Promise<void> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  await client.query(`CREATE TABLE filler AS SELECT repeat(md5(i::text), 30) FROM generate_series(1, 600000) AS i`)
  await client.query('CHECKPOINT')
  await client.query('DROP TABLE filler')
  await client.query('CHECKPOINT')
  await client.end()
}

interface Running {
  contender: Contender
  server: ChildProcess
  target: string
  /** By number of connections, one per round. */
  results: Map<number, LoadResult[]>
}

async function launch(contender: Contender): Promise<Running> {
  const url = await freshDatabase(contender.server.replace(/\W/g, '_'))
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: url,
    JEJAK_SECRET: 'bench-master-secret-0123456789',
    [`${provider.id.toUpperCase().replaceAll('-', '_')}_WEBHOOK_SECRET`]: BENCH_SECRET.value,
  }
  const server = start(`servers/${contender.server}`, env)
  const [port] = await once(server, 'message')
  const target = `http://127.0.0.1:${port}${contender.path}`
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

async function load(url: string, connections: number, amount: number): Promise<LoadResult> {
  const child = start('load.ts', process.env)
  await once(child, 'message')
  child.send({ url, connections, amount })
  const [result] = (await once(child, 'message')) as [LoadResult]
  child.disconnect()
  await once(child, 'exit')
  return result
}

function start(file: string, env: NodeJS.ProcessEnv): ChildProcess {
  const child = fork(join(here, file), { env, execArgv: ['--import', 'tsx', ...NODE_FLAGS] })
  children.add(child)
  child.on('exit', () => children.delete(child))
  return child
}

async function freshDatabase(name: string): Promise<string> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  await client.query(`CREATE DATABASE bench_${name}`)
  await client.end()
  const url = new URL(database.url)
  url.pathname = `/bench_${name}`
  await migrate(url.href)
  const fresh = new Client({ connectionString: url.href })
  await fresh.connect()
  await fresh.query(`WITH s AS (INSERT INTO store (id, name) VALUES (gen_random_uuid(), 'Bench') RETURNING id)
    INSERT INTO source (id, store_id, provider, slug, name) SELECT gen_random_uuid(), id, '${provider.id}', 'default', 'Bench' FROM s`)
  await fresh.end()
  return url.href
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

function report(running: Running[]): void {
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
  process.exitCode = reached && failed === 0 ? 0 : 1
}
