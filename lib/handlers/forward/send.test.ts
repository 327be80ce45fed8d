import { createServer, type Socket } from 'node:net'
import { describe, expect, it, vi } from 'vitest'
import type { Resolve } from './lookup'
import { createSender, type OutgoingRequest } from './send'
import { closeLater, startReceiver } from './testing'

const LOCAL = ['127.0.0.1']
const sender = (allow: string[] = LOCAL, resolve?: Resolve) => {
  return closeLater(createSender(resolve ? { allow, resolve } : { allow }))
}
const to = (url: string, parts: Partial<OutgoingRequest> = {}): OutgoingRequest => ({
  ...{ url, headers: [['x-one', '1']], body: Buffer.from('{}'), timeoutMs: 5_000 },
  signal: new AbortController().signal,
  ...parts,
})
const resolvesTo = (...addresses: string[]): Resolve => {
  return async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
}

/** A TCP server that does with its connections as it is told. */
async function startRaw(onConnection: (socket: Socket) => void): Promise<string> {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => {})
    onConnection(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closeLater({
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(resolve))
    },
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`
}

describe('a request', () => {
  it('brings bytes and headers as they are, repeats included, and the answer back', async () => {
    const receiver = await startReceiver((response) => {
      response.writeHead(
        202,
        [
          ['X-A', '1'],
          ['X-A', '2'],
        ].flat(),
      )
      response.end('taken')
    })
    const body = Uint8Array.of(0, 255, 128, 10)
    const headers: [string, string][] = [
      ['X-Two', 'a'],
      ['X-Two', 'b'],
      ['__proto__', 'c'],
    ]
    const { response, error, durationMs } = await sender().send(to(receiver.url, { body, headers }))
    expect(error).toBeNull()
    expect(response).toMatchObject({ status: 202, truncated: false, body: Buffer.from('taken') })
    expect(response?.headers.filter(([name]) => name === 'X-A')).toEqual([
      ['X-A', '1'],
      ['X-A', '2'],
    ])
    expect(durationMs).toBeGreaterThanOrEqual(0)
    const [got] = receiver.received
    expect([...(got?.body ?? [])]).toEqual([...body])
    expect(got?.rawHeaders.join('|')).toContain('X-Two|a|X-Two|b')
    expect(got?.headers).toMatchObject({ 'content-length': '4', host: `127.0.0.1:${receiver.port}` })
  })

  it('follows no redirect', async () => {
    const aim = await startReceiver()
    const receiver = await startReceiver((response) => response.writeHead(307, { location: aim.url }).end())
    const { response } = await sender().send(to(receiver.url))
    expect(response?.status).toBe(307)
    expect(aim.received).toHaveLength(0)
  })

  it('uses a connection again, and another where that was ended in the meantime', async () => {
    const receiver = await startReceiver((response) => {
      response.end('ok')
    })
    const { send } = sender()
    for (const _ of [1, 2, 3]) expect((await send(to(receiver.url))).error).toBeNull()
    expect(receiver.connections()).toBe(1)
  })

  it('is sent again where the kept connection turns out to be dead', async () => {
    let requests = 0
    const url = await startRaw((socket) => {
      socket.on('data', () => {
        requests += 1
        // The second request finds the connection closed, as if it had been idle for too long.
        if (requests === 2) socket.destroy()
        else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')
      })
    })
    const { send } = sender()
    expect((await send(to(url))).error).toBeNull()
    expect(await send(to(url))).toMatchObject({ error: null, response: { status: 200 } })
    expect(requests).toBe(3)
  })
})

describe('the answer', () => {
  it('is kept up to 16 KB of a body without end, and the rest is not read', async () => {
    let isClosed = false
    const receiver = await startReceiver((response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(1000)));
      }
      response.on('drain', more)
      response.on('close', () => {
        isClosed = true
      })
      more()
    })
    const { response, error } = await sender().send(to(receiver.url))
    expect(error).toBeNull()
    expect(response).toMatchObject({ status: 200, truncated: true })
    expect(response?.body.length).toBe(16 * 1024)
    await vi.waitFor(() => expect(isClosed).toBe(true))
  })

  it.each([
    [16 * 1024, false],
    [16 * 1024 + 1, true],
  ])('of %i bytes is truncated: %s', async (bytes, truncated) => {
    const receiver = await startReceiver((response) => response.end('x'.repeat(bytes)))
    const { response } = await sender().send(to(receiver.url))
    expect(response).toMatchObject({ truncated })
    expect(response?.body.length).toBe(16 * 1024)
  })

  it('that breaks off is a failure, with what came of it', async () => {
    const receiver = await startReceiver((response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half', () => response.destroy())
    })
    const { response, error } = await sender().send(to(receiver.url))
    expect(error?.message).toContain('closed the connection')
    expect(response).toMatchObject({ status: 200, truncated: true, body: Buffer.from('half') })
  })

  it('may come before the whole request was read', async () => {
    const url = await startRaw((socket) => {
      socket.once('data', () => {
        socket.pause()
        socket.write('HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n')
      })
    })
    const { response, error } = await sender().send(to(url, { body: Buffer.alloc(20_000_000) }))
    expect({ error, status: response?.status }).toEqual({ error: null, status: 413 })
  })
})

describe('time', () => {
  it('is over where no answer comes', async () => {
    const receiver = await startReceiver(() => {})
    const { error, response, durationMs } = await sender().send(to(receiver.url, { timeoutMs: 150 }))
    expect(error).toMatchObject({ name: 'TimeoutError', message: expect.stringContaining('150 ms') })
    expect(response).toBeNull()
    expect(durationMs).toBeGreaterThanOrEqual(140)
  })

  it('is over where an answer goes on and on, little by little', async () => {
    const receiver = await startReceiver((response) => {
      const drip = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(drip))
    })
    const { error, response } = await sender().send(to(receiver.url, { timeoutMs: 200 }))
    expect(error?.name).toBe('TimeoutError')
    expect(response).toMatchObject({ status: 200, truncated: true })
  })

  it('is over where the name is never found', async () => {
    const never: Resolve = () => new Promise(() => {})
    const { error } = await sender([], never).send(to('http://slow.example/', { timeoutMs: 100 }))
    expect(error?.name).toBe('TimeoutError')
  })

  it('ends when the worker gives up, at once where it has already', async () => {
    const receiver = await startReceiver(() => {})
    const stop = new AbortController()
    const sending = sender().send(to(receiver.url, { signal: stop.signal }))
    await vi.waitFor(() => expect(receiver.received).toHaveLength(1))
    stop.abort(new Error('the worker stops'))
    expect((await sending).error?.message).toBe('the worker stops')
    const again = await sender().send(to(receiver.url, { signal: stop.signal }))
    expect(again.error?.message).toBe('the worker stops')
    expect(receiver.received).toHaveLength(1)
  })
})

describe('an address that is not public', () => {
  it.each(['127.0.0.1', '2130706433', '0x7f.1', '017700000001', '[::ffff:127.0.0.1]', '[::1]', '0'])(
    'is refused as http://%s/',
    async (host) => {
      const receiver = await startReceiver()
      const { error } = await sender([]).send(to(`http://${host}:${receiver.port}/`))
      expect(error?.name).toBe('AddressRefusedError')
      expect(error?.message).toContain('JEJAK_FORWARD_ALLOW')
      expect(receiver.connections()).toBe(0)
    },
  )

  it('is refused behind a name, and the error says what it resolved to, why, and what to set', async () => {
    const receiver = await startReceiver()
    const { error } = await sender([]).send(to(`http://localhost:${receiver.port}/`))
    expect(error?.message).toMatch(/localhost resolves to (127\.0\.0\.1|::1), which is a loopback address/)
    expect(error?.message).toContain('JEJAK_FORWARD_ALLOW=')
    expect(receiver.connections()).toBe(0)
  })

  it.each([[['1.1.1.1', '10.0.0.7']], [['10.0.0.7', '1.1.1.1']], [['2606:4700::1111', '::ffff:169.254.169.254']]])(
    'is refused where it is one of several: %j',
    async (addresses) => {
      const { error } = await sender([], resolvesTo(...addresses)).send(to('http://both.example/'))
      expect(error?.name).toBe('AddressRefusedError')
    },
  )

  it('is reached where it is allowed', async () => {
    const receiver = await startReceiver()
    const allowed = sender(LOCAL, resolvesTo('127.0.0.1'))
    expect((await allowed.send(to(`http://shop.example:${receiver.port}/`))).response?.status).toBe(200)
  })

  it('cannot be reached by a name that resolves otherwise the second time', async () => {
    const receiver = await startReceiver()
    const asked: string[] = []
    const rebinding: Resolve = async (hostname) => {
      asked.push(hostname)
      return asked.length === 1 ? [{ address: '127.0.0.1', family: 4 }] : [{ address: '127.0.0.2', family: 4 }]
    }
    const { send } = sender(LOCAL, rebinding)
    const url = `http://rebind.example:${receiver.port}/`
    // What was checked is what is connected to: one request, one look-up.
    expect((await send(to(url))).response?.status).toBe(200)
    expect(asked).toEqual(['rebind.example'])
    // The kept connection leads where it led; a new one is checked anew.
    expect((await send(to(url))).response?.status).toBe(200)
    await receiver.close()
    expect((await send(to(url))).error?.message).toContain('127.0.0.2')
  })
})

describe('the network', () => {
  it('refuses in words', async () => {
    const receiver = await startReceiver()
    await receiver.close()
    const { error } = await sender().send(to(receiver.url))
    expect(error?.message).toContain('was refused')
  })

  it('resets in words', async () => {
    const url = await startRaw((socket) => socket.destroy())
    expect((await sender().send(to(url))).error?.message).toContain('closed the connection')
  })

  it('knows no such name in words', async () => {
    const unknown: Resolve = async () => {
      throw Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' })
    }
    const { error } = await sender([], unknown).send(to('http://nobody.example/'))
    expect(error?.message).toBe('The name nobody.example was not found.')
    expect((await sender([], resolvesTo()).send(to('http://nobody.example/'))).error?.message).toContain('not found')
  })

  it('speaks something else in words', async () => {
    const url = await startRaw((socket) => socket.once('data', () => socket.end('SSH-2.0-x\r\n')))
    expect((await sender().send(to(url))).error?.message).toContain('cannot be read as HTTP')
    const receiver = await startReceiver()
    const { error } = await sender().send(to(receiver.url.replace('http:', 'https:')))
    expect(error?.message).toMatch(/TLS/)
  })

  it('cannot send a header that HTTP does not know, and connects to nobody', async () => {
    const receiver = await startReceiver()
    const { error } = await sender().send(to(receiver.url, { headers: [['x-bad', 'a\r\nb']] }))
    expect(error).not.toBeNull()
    expect(receiver.connections()).toBe(0)
  })
})
