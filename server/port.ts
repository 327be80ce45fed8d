import { createServer, type Server } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { JejakError } from '@/lib/errors'

/** How long a former instance may take to let go of the port. */
const RETRIES_MS = 3_000
const RETRY_MS = 150
const BACKLOG = 2_048

/** The port that can be had, for 0 a free one. Throws a JejakError that says what to do where it is taken. */
export async function checkPort(port: number, host: string): Promise<number> {
  const server = createServer()
  await listen(server, port, host)
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : port
}

/** Listens, with three seconds of patience for a former instance that is still closing. */
export async function listen(server: Server, port: number, host: string): Promise<void> {
  const deadline = Date.now() + RETRIES_MS
  for (;;) {
    const error = await tryListen(server, port, host)
    if (!error) return
    if (error.code !== 'EADDRINUSE' || Date.now() > deadline) throw explain(error, port, host)
    await delay(RETRY_MS)
  }
}

function tryListen(server: Server, port: number, host: string): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const done = (error?: Error) => {
      server.off('error', done)
      server.off('listening', done)
      resolve(error)
    }
    server.once('error', done)
    server.once('listening', done)
    server.listen({ port, host, backlog: BACKLOG })
  })
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): JejakError {
  const other = port < 65_535 ? port + 1 : 3000
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is already in use. Stop the program that uses it, or choose another: PORT=${other} npm start`,
    EACCES: `Port ${port} may not be opened by this user. Choose one above 1023: PORT=3000 npm start`,
    EADDRNOTAVAIL: `HOST is ${host}, which is not an address of this machine. Leave HOST out to listen on all of them.`,
    ENOTFOUND: `HOST is ${host}, which is not an address of this machine. Leave HOST out to listen on all of them.`,
  }
  const sentence = sentences[error.code ?? ''] ?? `Port ${port} cannot be opened on ${host}: ${error.message}`
  return new JejakError('conflict', sentence, { cause: error })
}
