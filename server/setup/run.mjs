import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from './build.mjs'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { watchParent } from './parent-watch.mjs'
import { root } from './root.mjs'

/** Everything between `npm start` and the supervisor: installs, generates and builds what is stale, then starts it. */
export async function run(args) {
  const { dev, role } = readOptions(args)
  process.chdir(root)
  // npm may be killed without a chance to tell us.
  watchParent(() => process.kill(process.pid, 'SIGTERM'))
  process.env.NODE_ENV = dev ? 'development' : 'production'
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))
  await install()
  await generate()
  // A worker shows no pages.
  if (!dev && role !== 'worker') await build()
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: join(root, 'tsconfig.json') })
  const { supervise } = await import('../main.ts')
  await supervise({ dev, role })
}

const ROLES = ['web', 'worker']

function readOptions(args) {
  try {
    const { values } = parseArgs({ args, options: { dev: { type: 'boolean' }, role: { type: 'string' } } })
    const { dev = false, role } = values
    if (role !== undefined && !ROLES.includes(role)) throw new Error(`There is no role "${role}".`)
    return { dev, role }
  } catch (error) {
    const known = `--dev, for work on the pages, and --role ${ROLES.join(' or --role ')}, for one part alone`
    console.error(`${error.message}\nExpected nothing or one of: ${known}.`)
    process.exit(1)
  }
}
