import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const compressed = promisify(brotliCompress)
const SCRIPT = /\.(js|css)$/

/** Writes a brotli copy (`.br`) beside every script and style sheet of a build, as small as it gets: they are sent many times. */
export async function compressScripts(staticDirectory) {
  const files = readdirSync(staticDirectory, { recursive: true, encoding: 'utf8' }).filter((file) => SCRIPT.test(file))
  await Promise.all(
    files.map(async (file) => {
      const content = readFileSync(join(staticDirectory, file))
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
      writeFileSync(join(staticDirectory, `${file}.br`), await compressed(content, { params }))
    }),
  )
}
