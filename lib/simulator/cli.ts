import { existsSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { env } from '@/lib/env'
import { providers } from '@/lib/providers/registry'
import { generate } from './generate'
import { helpText } from './help'
import { type Options, parseOptions } from './options'
import { startProgress } from './progress'
import { complaints, report } from './report'
import { sendAll } from './send-all'

const HOUR_MS = 3_600_000

process.exitCode = await main()

async function main(): Promise<number> {
  const envFile = fileURLToPath(new URL('../../.env', import.meta.url))
  if (existsSync(envFile)) process.loadEnvFile(envFile)
  const providerIds = providers.map(({ id }) => id)
  let url: string
  try {
    url = `http://localhost:${env().PORT}`
  } catch (error) {
    return fail([error instanceof Error ? error.message : String(error)], 2)
  }
  const now = new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS)
  const parsed = parseOptions(process.argv.slice(2), { url, now, providerIds })
  if (parsed.kind === 'faults') return fail([...parsed.faults, 'See npm run simulate -- --help.'], 2)
  if (parsed.kind === 'help') {
    console.log(helpText(providerIds, url))
    return 0
  }
  return run(parsed.options)
}

async function run(options: Options): Promise<number> {
  const chosen = providers.filter(({ id }) => options.providers.includes(id))
  const secrets: Record<string, string> = {}
  for (const { id } of chosen) {
    const secret = options.secret[id] ?? (options.source[id] === undefined ? env().webhookSecret(id) : undefined)
    if (secret) secrets[id] = secret
  }
  const unknown = chosen.filter(({ id }) => !(id in secrets))

  const interruption = new AbortController()
  process.once('SIGINT', () => interruption.abort())
  process.once('SIGTERM', () => interruption.abort())
  const { seed, orders, now, rate, url, connections, source: sources } = options
  const shares = {
    repeats: options.repeats,
    late: options.late,
    outOfOrder: options['out-of-order'],
    badSignatures: options['bad-signatures'],
    broken: options.broken,
  }
  console.log(`Simulating ${orders} orders with seed ${seed} until ${now.toISOString()}, to ${url}`)
  const progress = startProgress(process.stdout, performance.now(), () => performance.now())
  const summary = await sendAll(generate({ seed, orders, now, rate, shares, providers: chosen }), {
    url,
    secrets,
    sources,
    connections,
    signal: interruption.signal,
    onAnswer: progress.count,
  })
  progress.stop()

  console.log(`\n${report(summary, new Map(chosen.map(({ id, label }) => [id, label])))}`)
  for (const { id, label } of unknown) {
    console.log(
      `No secret of ${label} is known here, so its deliveries carried an arbitrary one: they are unchecked where the source` +
        ` has no secret and rejected where it has one. Give it with --secret ${id}=<value>.`,
    )
  }
  if (summary.stopped === 'interrupted') console.log('Stopped before the last delivery.')
  if (summary.stopped === 'unreachable') console.log('Gave up: too many deliveries in a row had no answer.')
  const wrong = complaints(summary, url)
  if (wrong.length > 0) return fail(wrong, 1)
  return summary.stopped === 'interrupted' ? 130 : 0
}

function fail(sentences: string[], exitCode: number): number {
  for (const sentence of sentences) console.error(sentence)
  return exitCode
}
