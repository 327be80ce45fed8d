import { build } from './setup/build.mjs'
import { generate } from './setup/generate.mjs'

await generate()
await build()
