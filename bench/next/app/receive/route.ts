import { v7 } from 'uuid'
import { db } from '@/lib/db/client'
import { BENCH_SECRET, signingProvider } from '../../../requests'

/** Comparator (c): checks the signature and creates one row through Prisma for each request. */
const provider = signingProvider()

export async function POST(request: Request): Promise<Response> {
  const body = new Uint8Array(await request.arrayBuffer())
  const headers: [string, string][] = [...request.headers]
  const now = new Date()
  const { verdict, detail } = provider.verify({ headers, body, secrets: [BENCH_SECRET], now, toleranceSeconds: 300 })
  if (verdict !== 'verified') return Response.json({ verdict }, { status: 401 })
  const id = v7()
  await db().delivery.create({
    data: {
      id,
      sourceId: id,
      eventId: v7(),
      receivedAt: now,
      path: '/receive',
      headers,
      body,
      bodyBytes: body.byteLength,
      verdict,
      verdictDetail: { ...detail },
      status: 200,
    },
  })
  return Response.json({ status: 'accepted', deliveryId: id })
}
