import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compressScripts } from './compress.mjs'
import { root } from './root.mjs'
import { step } from './step.mjs'

const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'next.config.mjs',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'tsconfig.json',
  'package-lock.json',
]
const NOT_BUILT = /\.test\.tsx?$|\.md$|^lib\/db\/(generated|embedded)$/
const stampFile = join(root, '.next', 'jejak-build-id')

/** Builds the pages where any file that goes into them differs from those of the last build. */
export async function build() {
  const stamp = hashSources()
  if (existsSync(join(root, '.next', 'BUILD_ID')) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp)
    return
  rmSync(stampFile, { force: true })
  await step(
    'Building the pages (after every change, a minute or so) …',
    process.execPath,
    ['node_modules/next/dist/bin/next', 'build'],
    {
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  )
  await compressScripts(join(root, '.next', 'static'))
  writeFileSync(stampFile, stamp)
}

function hashSources() {
  const hash = createHash('sha256')
  const visit = (path) => {
    const full = join(root, path)
    if (NOT_BUILT.test(path) || !existsSync(full)) return
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) visit(`${path}/${name}`)
    } else {
      const content = readFileSync(full)
      hash.update(`${path} ${content.length}\n`).update(content)
    }
  }
  for (const source of SOURCES) visit(source)
  return hash.digest('hex')
}
