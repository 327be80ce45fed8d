import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { watchParent } from './parent-watch.mjs'
import { root } from './root.mjs'

/** Everything between `npm start` and the supervisor: installs, generates and builds what is stale, then starts it. */
export async function run(args) {
  const unknown = args.find((arg) => arg !== '--dev')
  if (unknown) {
    console.error(`Jejak does not know the option ${unknown}. There is --dev, for work on the pages.`)
    process.exit(1)
  }
  const dev = args.includes('--dev')
  process.chdir(root)
  // npm may be killed without a chance to tell us.
  watchParent(() => process.kill(process.pid, 'SIGTERM'))
  process.env.NODE_ENV = dev ? 'development' : 'production'
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))
  await install()
  await generate()
  if (!dev) await build()
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: join(root, 'tsconfig.json') })
  const { supervise } = await import('../main.ts')
  await supervise({ dev })
}
