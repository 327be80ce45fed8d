import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Of JavaScript, as it is sent (brotli), for the first load of the list of events. */
export const BUDGET_BYTES = 200 * 1024
const PAGE = '/(dashboard)/events/page'
/** Drawn where everything else failed; nothing of it is sent before. */
const LATER = /builtin\/global-error$/

/** What the first load of the list of events comes to, in words. Throws where that is over the budget, naming the files by their size. */
export function checkBudget(buildDirectory) {
  const sizes = firstLoad(buildDirectory)
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  if (total <= BUDGET_BYTES) return `${kilobytes(total)} of ${kilobytes(BUDGET_BYTES)}`
  const largest = sizes.map(({ file, bytes }) => `  ${kilobytes(bytes).padStart(9)}  ${file}`).join('\n')
  throw new Error(
    `The first load of the list of events is ${kilobytes(total)} of compressed JavaScript; expected at most ${kilobytes(BUDGET_BYTES)}. ` +
      `Load what is not seen at once later (import()), or do without. The files:\n${largest}`,
  )
}

/** The scripts that a browser loads for the list of events before anybody does anything, the largest first. */
export function firstLoad(buildDirectory) {
  const { rootMainFiles } = JSON.parse(readFileSync(join(buildDirectory, 'build-manifest.json'), 'utf8'))
  const { entryJSFiles } = clientManifest(buildDirectory)
  const entries = Object.entries(entryJSFiles).filter(([entry]) => !LATER.test(entry))
  const files = new Set([...rootMainFiles, ...entries.flatMap(([, scripts]) => scripts)])
  return [...files]
    .map((file) => ({ file, bytes: statSync(join(buildDirectory, `${file}.br`)).size }))
    .sort((a, b) => b.bytes - a.bytes)
}

/** The manifest is a script that writes into a global variable. */
function clientManifest(buildDirectory) {
  const before = globalThis.__RSC_MANIFEST
  globalThis.__RSC_MANIFEST = {}
  try {
    createRequire(import.meta.url)(join(buildDirectory, 'server', 'app', `${PAGE}_client-reference-manifest.js`))
    const manifest = globalThis.__RSC_MANIFEST[PAGE]
    if (!manifest) throw new Error(`The build has no manifest of ${PAGE}.`)
    return manifest
  } finally {
    globalThis.__RSC_MANIFEST = before
  }
}

function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`
}
