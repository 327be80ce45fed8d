import { join } from 'node:path'
import { checkBudget } from './setup/budget.mjs'
import { root } from './setup/root.mjs'

console.log(checkBudget(join(root, '.next')))
