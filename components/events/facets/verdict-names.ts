import type { VerdictName } from '@/lib/events/schemas'

const PLACES: Record<VerdictName, number> = { verified: 0, authenticated: 1, unchecked: 2, rejected: 3 }

/** In the order of what they prove. Apart from the zod schemas, which are not to be sent to browsers. */
export const VERDICT_NAMES = Object.keys(PLACES) as VerdictName[]
