import { health } from '@/lib/health/health'

export const dynamic = 'force-dynamic'

export function GET(): Response {
  return health()
}
