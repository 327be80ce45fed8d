import { databaseUrl } from '@/lib/db/client'
import { forward } from '@/lib/handlers/forward'
import { startWorker, type Worker } from '@/lib/worker/worker'
import { emptyHandler } from './empty-handler'

/** Jejak's worker in a process of its own. It begins when its parent says so, and tells the memory it has. */
const SAMPLE_MS = 250
let worker: Worker | undefined
let sampling: NodeJS.Timeout | undefined

process.on('message', async () => {
  sampling = setInterval(tellMemory, SAMPLE_MS)
  worker = await startWorker({ databaseUrl: databaseUrl(), handlers: [emptyHandler, forward] })
})

/** To nobody, where the parent has just gone: that is no error, it is told by `disconnect`. */
function tellMemory() {
  process.send?.(process.memoryUsage.rss(), undefined, undefined, () => {})
}

process.on('disconnect', async () => {
  clearInterval(sampling)
  await worker?.stop(5_000)
  process.exit(0)
})
process.send?.('ready')
