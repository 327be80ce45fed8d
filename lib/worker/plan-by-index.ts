/** Plans that read a whole table or index: never right for a few rows, but chosen and kept where tables were empty a moment ago. */
const UNFIT = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'jit']

/** Expressions for a SELECT: in the rest of its transaction statements are planned for a few rows found by index. */
export const PLAN_BY_INDEX = UNFIT.map((plan) => `set_config('${plan}', 'off', true)`).join(', ')
