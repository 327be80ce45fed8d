import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'
import { step } from './step.mjs'

const generated = join(root, 'lib', 'db', 'generated')
const stampFile = join(generated, '.schema-hash')

/** Generates the database client where prisma/schema.prisma or Prisma itself has changed since the last time. */
export async function generate() {
  const stamp = createHash('sha256')
    .update(readFileSync(join(root, 'prisma', 'schema.prisma')))
    .update(readFileSync(join(root, 'node_modules', 'prisma', 'package.json')))
    .digest('hex')
  if (existsSync(join(generated, 'client.ts')) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp)
    return
  await step('Generating the database client …', process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
    // Without it, Prisma downloads a native engine that `generate` does not use. Any executable will do.
    PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  })
  writeFileSync(stampFile, stamp)
}
