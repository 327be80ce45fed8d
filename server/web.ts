import { createServer, type RequestListener } from 'node:http'
import next from 'next'
import { env } from '@/lib/env'
import { closeIngest } from '@/lib/ingest/ingest'
import { handleNodeRequest } from '@/lib/ingest/node-mount'
import { answerClientError, noteResponse } from './client-error'
import { drain } from './drain'
import { settleForwarded } from './forwarded'
import { answerHealth } from './health'
import { listen } from './port'
import type { RoleOptions, RunningRole } from './roles'
import { root } from './setup/root.mjs'

const LIMITS = {
  maxHeaderSize: 32 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  // Node looks for requests that exceed these times only this often.
  connectionsCheckingInterval: 1_000,
}

/**
 * The web role: webhooks and health on a path of their own, because a Next route handler costs about 0.8 ms of CPU before
 * it does anything; all else by Next. It listens before Next is ready, and pages wait until it is.
 */
export async function start({ dev, report }: RoleOptions): Promise<RunningRole> {
  const { HOST, PORT, JEJAK_TRUST_PROXY } = env()
  let stopping = false
  const handle: RequestListener = (request, response) => {
    noteResponse(request, response)
    if (stopping) response.setHeader('connection', 'close')
    if (handleNodeRequest(request, response)) return
    if (answerHealth(request, response)) return
    settleForwarded(request, JEJAK_TRUST_PROXY)
    void pages.then((answer) => answer(request, response))
  }
  const server = createServer(LIMITS, handle)
  // Zero is "no limit": Node drops headers over the limit without a word, and their size is limited already.
  server.maxHeadersCount = 0
  server.on('clientError', answerClientError)

  const app = next({ dev, dir: root, hostname: HOST, port: PORT, httpServer: server, quiet: !dev })
  const pages = app.prepare().then(() => app.getRequestHandler())
  await listen(server, PORT, HOST)
  report('listening')
  void pages.then(() => report('ready'))

  return {
    stop: async (deadlineMs) => {
      stopping = true
      await drain(server, deadlineMs)
      await closeIngest()
    },
  }
}
