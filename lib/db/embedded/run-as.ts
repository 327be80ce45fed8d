import { spawnSync } from 'node:child_process'
import { JejakError } from '@/lib/errors'

const USER_NAMESPACE = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--']

/**
 * What to put in front of a PostgreSQL command line so that it may run. PostgreSQL refuses to run as root; in a user
 * namespace root is an ordinary user to it, and the files stay root's own. Throws a JejakError where that is not allowed.
 */
export function runAsPrefix(): string[] {
  if (process.getuid?.() !== 0) return []
  const [command = '', ...args] = USER_NAMESPACE
  const trial = spawnSync(command, [...args, 'true'], { stdio: 'ignore', timeout: 5_000 })
  if (trial.status === 0) return USER_NAMESPACE
  throw new JejakError(
    'database_unreachable',
    'PostgreSQL does not run as root, and this system does not allow root a user namespace (unshare --user). ' +
      'Start Jejak as an ordinary user that owns this folder, or set DATABASE_URL to a PostgreSQL (15 to 18) of your own.',
  )
}
