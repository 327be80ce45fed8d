import { generate } from './setup/generate.mjs'

await generate()
