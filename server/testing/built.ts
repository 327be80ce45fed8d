import { build } from '../setup/build.mjs'
import { generate } from '../setup/generate.mjs'

/** The process tests start the product many times; it is built once before them. */
export default async function buildOnce() {
  await generate()
  await build()
}
