import { join } from 'node:path'
import { checkBudget } from './setup/budget.mjs'
import { build } from './setup/build.mjs'
import { generate } from './setup/generate.mjs'
import { root } from './setup/root.mjs'

await generate()
await build()
console.log(`The first load of the list of events: ${checkBudget(join(root, '.next'))} of compressed JavaScript`)
