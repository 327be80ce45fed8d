import { createServer } from 'node:http'
import type { HeaderList } from '@/lib/providers/provider'
import { BENCH_SECRET, signingProvider } from '../requests'
import { listen } from './listen'

/** Comparator (a): checks the signature and stores nothing. */
const provider = signingProvider()

listen(
  createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { verdict } = provider.verify({
        headers: Object.entries(request.headers) as unknown as HeaderList,
        body: Buffer.concat(chunks),
        secrets: [BENCH_SECRET],
        now: new Date(),
        toleranceSeconds: 300,
      })
      response.writeHead(verdict === 'verified' ? 200 : 401, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ verdict }))
    })
  }),
)
