import { contractCheck } from './contract-check'
import { forward } from './forward'
import type { Handler } from './handler'

/** Every handler, in the order in which people see them. A new one is a folder and a line here. */
export const handlers: readonly Handler[] = [contractCheck, forward]

const byName = new Map(handlers.map((handler) => [handler.name, handler]))

/** The handler with this name, or undefined. */
export function findHandler(name: string): Handler | undefined {
  return byName.get(name)
}
