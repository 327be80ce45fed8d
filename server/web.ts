import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import next from 'next'
import { env } from '@/lib/env'
import { JejakError, problem } from '@/lib/errors'
import { prepareRequest } from '@/lib/http/prepare-request'
import { closeIngest } from '@/lib/ingest/ingest'
import { handleNodeRequest } from '@/lib/ingest/node-mount'
import { answerClientError, noteResponse } from './client-error'
import { createDrain } from './drain'

import { answerHealth } from './health'
import { listen } from './port'
import { fail } from './role'
import type { RoleOptions, RunningRole } from './roles'
import { root } from './setup/root.mjs'
import { createScriptAnswer } from './static-scripts'

const LIMITS = {
  maxHeaderSize: 32 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  // Node looks for requests that exceed these times only this often.
  connectionsCheckingInterval: 1_000,
}
/** For the answers in hand where the pages cannot be started. */
const FAILED_DEADLINE_MS = 1_000

/**
 * The web role: webhooks and health on a path of their own, because a Next route handler costs about 0.8 ms of CPU before
 * it does anything; all else by Next. It listens before Next is ready, and pages wait until it is.
 */
export async function start({ dev, report }: RoleOptions): Promise<RunningRole> {
  const { HOST, PORT, JEJAK_TRUST_PROXY } = env()
  const answerScript = createScriptAnswer(dev ? '' : join(root, '.next', 'static'))
  let stopping = false
  const handle: RequestListener = (request, response) => {
    noteResponse(request, response)
    if (stopping) response.setHeader('connection', 'close')
    if (handleNodeRequest(request, response)) return
    if (answerHealth(request, response)) return
    if (answerScript(request, response)) return
    prepareRequest(request, JEJAK_TRUST_PROXY)
    void pages.then(
      (answer) => answer(request, response),
      () => refusePage(response),
    )
  }
  const server = createServer(LIMITS, handle)
  // Zero is "no limit": Node drops headers over the limit without a word, and their size is limited already.
  server.maxHeadersCount = 0
  server.on('clientError', answerClientError)
  const drain = createDrain(server)

  // Next listens for upgrades on this, for the websocket of its development. Where anybody does, Node gives every request
  // with an Upgrade header to them, a webhook too; so in production it is a server without connections.
  const httpServer = dev ? server : createServer()
  const app = next({ dev, dir: root, hostname: HOST, port: PORT, httpServer, quiet: !dev })
  const pages = app.prepare().then(() => app.getRequestHandler())
  // What fails here is told below, when those who wait for a page can have their answer.
  pages.catch(() => undefined)
  await listen(server, PORT, HOST)
  report('listening')
  void pages.then(
    () => report('ready'),
    async (error: unknown) => {
      stopping = true
      await drain(FAILED_DEADLINE_MS)
      fail(explain(error))
    },
  )

  return {
    stop: async (deadlineMs) => {
      stopping = true
      await drain(deadlineMs)
      await closeIngest()
    },
  }
}

function refusePage(response: ServerResponse) {
  const document = problem(new JejakError('shutting_down', 'The pages could not be started. See the server log.'))
  const body = JSON.stringify(document)
  response
    .writeHead(document.status, {
      'content-type': 'application/problem+json',
      'content-length': Buffer.byteLength(body),
      connection: 'close',
    })
    .end(body)
}

function explain(error: unknown): JejakError {
  const said = error instanceof Error ? error.message : String(error)
  const sentence = `The pages could not be started. Remove the directory .next and start again. Next said: ${said}`
  return new JejakError('internal', sentence, { cause: error })
}
