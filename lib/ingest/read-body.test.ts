import { describe, expect, it } from 'vitest'
import { readWebBody } from './read-body'

const LIMIT = 1_000
const KEEP = 100
const bytes = (length: number) => Uint8Array.from({ length }, (_, index) => index % 251)

function read(body: Uint8Array, chunkBytes: number, headers: Record<string, string> = {}) {
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < body.length; at += chunkBytes) controller.enqueue(body.slice(at, at + chunkBytes))
      controller.close()
    },
  })
  return readWebBody(
    new Request('http://localhost', { method: 'POST', body: stream, headers, duplex: 'half' } as RequestInit),
    LIMIT,
    KEEP,
  )
}

describe.each([1, 7, 64, 10_000])('a body in chunks of %i', (chunkBytes) => {
  it.each([0, 1, 2, 999, 1_000])('of %i bytes is kept whole', async (length) => {
    const body = await read(bytes(length), chunkBytes)
    expect(body).toMatchObject({ size: length, overLimit: false })
    expect([...body.bytes]).toEqual([...bytes(length)])
  })

  it.each([1_001, 5_000])('of %i bytes is over the limit, and its head is kept', async (length) => {
    const body = await read(bytes(length), chunkBytes)
    expect(body).toMatchObject({ size: length, overLimit: true })
    expect([...body.bytes]).toEqual([...bytes(KEEP)])
  })
})

it('a body that is read no further has the size that it declared', async () => {
  const body = await read(bytes(3_000_000), 65_536, { 'content-length': '3000000' })
  expect(body).toMatchObject({ size: 3_000_000, overLimit: true })
})

it('a sender who breaks off is an invalid request', async () => {
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.error(new Error('reset'))
    },
  })
  const request = new Request('http://localhost', { method: 'POST', body: stream, duplex: 'half' } as RequestInit)
  await expect(readWebBody(request, LIMIT, KEEP)).rejects.toMatchObject({ code: 'invalid_request' })
})
