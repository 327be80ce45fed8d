import { createServer } from 'node:http'
import { closeIngest } from '@/lib/ingest/ingest'
import { handleNodeRequest } from '@/lib/ingest/node-mount'
import { listen } from './listen'

/** Jejak's own fast path as server/web.ts mounts it: durable, verified, deduplicated, identifiers recorded. */
listen(
  createServer((request, response) => {
    if (!handleNodeRequest(request, response)) response.writeHead(404).end()
  }),
)
process.on('disconnect', () => void closeIngest())
