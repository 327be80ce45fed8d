import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import next from 'next'
import { listen } from './listen'

/** Serves comparator (c), built beforehand. */
const app = next({ dev: false, dir: fileURLToPath(new URL('../next', import.meta.url)) })
await app.prepare()
listen(createServer(app.getRequestHandler()))
