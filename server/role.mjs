// The entry of every child of the supervisor: `role.mjs <role> [--dev]`.
import { join } from 'node:path'
import { register } from 'tsx/esm/api'
import { root } from './setup/root.mjs'

register({ tsconfig: join(root, 'tsconfig.json') })
const { runRole } = await import('./role.ts')
await runRole(process.argv.slice(2))
