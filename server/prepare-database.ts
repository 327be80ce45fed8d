import { seedApiToken } from '@/lib/auth/api-token'
import { ensureFirstAdmin, type FirstAdmin } from '@/lib/auth/first-admin'
import { migrate } from '@/lib/db/migrate'
import { logError } from '@/lib/log'
import { assertSecretsReadable } from '@/lib/sources/check-key'
import { ensureDefaultSources } from '@/lib/sources/ensure-defaults'

/** Brings the database to this version, and sees to it that what everything else counts on is there. */
export async function prepareDatabase(url: string): Promise<FirstAdmin> {
  await migrate(url)
  await ensureDefaultSources()
  await seedApiToken()
  // No reason to stay down: the interface is where secrets are set again, and nothing is acknowledged unchecked meanwhile.
  await assertSecretsReadable().catch((error) => logError('sources', error))
  return ensureFirstAdmin()
}
