import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { root } from './root.mjs'

const BIOME = ['node_modules/@biomejs/biome/bin/biome', 'check', '.']
const TYPES = ['node_modules/typescript/bin/tsc', '--noEmit']
const VITEST = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', '--project']
const PLAYWRIGHT = ['node_modules/@playwright/test/cli.js', 'test']

/** Runs every check and test there is, shows what each prints, and ends with the line `N passed, N failed`. */
export async function testAll() {
  process.chdir(root)
  await install()
  await generate()
  const reports = mkdtempSync(join(tmpdir(), 'jejak-reports-'))
  const results = []
  try {
    results.push(await check('Format, lint and import zones', BIOME))
    results.push(await vitest('unit', reports))
    results.push(await vitest('db', reports))
    // Next writes the types of the routes while it builds.
    await build()
    results.push(await check('First load of the list of events', ['server/check-budget.mjs']))
    results.push(await check('Types', TYPES))
    results.push(await vitest('process', reports))
    results.push(await playwright(reports))
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exit(failed > 0 || passed === 0 ? 1 : 0)
}

/** A check has no tests to count: it counts only where it fails. */
async function check(title, args) {
  const code = await show(title, args)
  return { passed: 0, failed: code === 0 ? 0 : 1 }
}

async function vitest(project, reports) {
  const file = join(reports, `${project}.json`)
  const code = await show(`Tests: ${project}`, [...VITEST, project, `--outputFile.json=${file}`])
  const report = readReport(file)
  return count(code, report?.numPassedTests, report?.numFailedTests)
}

async function playwright(reports) {
  const file = join(reports, 'browser.json')
  const code = await show('Tests: browser', PLAYWRIGHT, { PLAYWRIGHT_JSON_OUTPUT_NAME: file })
  const stats = readReport(file)?.stats
  return count(code, stats && stats.expected + stats.flaky, stats?.unexpected)
}

/** A suite that crashed, or failed outside of its tests, counts as one failure. */
function count(code, passed = 0, failed = 0) {
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) }
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

function show(title, args, env = {}) {
  console.log(`\n── ${title}`)
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}
