import { ready } from '@/lib/health/ready'

export const dynamic = 'force-dynamic'

export function GET(): Promise<Response> {
  return ready()
}
