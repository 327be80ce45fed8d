import { createServer } from 'node:http'
import { listen } from './listen'

/** A destination that reads what comes and answers 200. Asked by its parent, it tells how many came. */
let received = 0

listen(
  createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      received += 1
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end('{"ok":true}')
    })
  }),
)
process.on('message', () => process.send?.(received))
