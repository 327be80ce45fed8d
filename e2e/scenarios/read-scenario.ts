import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Scenario, scenarioSchema } from './scenario'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** The names of all scenarios: their files without `.json`. */
export function scenarioNames(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort()
}

/** One scenario. Throws with every fault of its file, a line each. */
export function readScenario(name: string): Scenario {
  return parseScenario(`e2e/scenarios/${name}.json`, readFileSync(join(folder, `${name}.json`), 'utf8'))
}

/** A scenario's text. Throws with every fault in it, a line each. */
export function parseScenario(file: string, text: string): Scenario {
  const result = scenarioSchema.safeParse(parseJson(file, text))
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => `  ${issue.path.join('.') || '(whole file)'}: ${issue.message}`)
  throw new Error(`${file} is no scenario:\n${faults.join('\n')}`)
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`${file} is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}
