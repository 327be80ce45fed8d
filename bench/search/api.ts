import { build } from '@/server/setup/build.mjs'
import { generate } from '@/server/setup/generate.mjs'
import { API_TOKEN, startProduct } from '@/server/testing/product'
import { quantile } from '../median'
import type { Picks } from './picks'
import { queriesOf } from './questions'

const WARM_UP = 10

/** Asks the list over HTTP, as the product answers it with Next and all, one request at a time, and prints how long it took. */
export async function measureApi(databaseUrl: string, picks: Picks, now: Date): Promise<void> {
  await generate()
  await build()
  const product = await startProduct({ DATABASE_URL: databaseUrl })
  try {
    console.log('\nThrough the API, ms                                  p50 / p99')
    for (const { title, queries } of queriesOf(picks, now)) {
      const times: number[] = []
      for (const [index, q] of queries.entries()) {
        const startedAt = performance.now()
        const parameters = new URLSearchParams({ rejected: 'include', ...(q ? { q } : {}) })
        const answer = await fetch(`${product.url}/api/v1/events?${parameters}`, {
          headers: { authorization: `Bearer ${API_TOKEN}` },
        })
        const text = await answer.text()
        if (!answer.ok) throw new Error(`${q} answered ${answer.status}: ${text}`)
        if (index >= WARM_UP) times.push(performance.now() - startedAt)
      }
      console.log(`  ${title.padEnd(52)}${quantile(times, 0.5).toFixed(1)} / ${quantile(times, 0.99).toFixed(1)}`)
    }
  } finally {
    await product.destroy()
  }
}
