import type { Server } from 'node:http'
import type { Socket } from 'node:net'

const IDLE_CHECK_MS = 50

/**
 * How to stop a server that is not listening yet: it accepts no more connections, lets requests in hand finish, and cuts
 * off what is left after `deadlineMs`.
 */
export function createDrain(server: Server): (deadlineMs: number) => Promise<void> {
  // Node's own list of connections leaves out those that were upgraded.
  const open = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })

  return (deadlineMs) =>
    new Promise((resolve) => {
      // A kept-alive connection becomes idle only when its last answer is out.
      const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS)
      const deadline = setTimeout(() => {
        for (const socket of open) socket.destroy()
      }, deadlineMs)
      server.close(() => {
        clearInterval(idle)
        clearTimeout(deadline)
        resolve()
      })
    })
}
