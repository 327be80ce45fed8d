import { createIngest } from '@/lib/ingest/ingest'
import { createVault } from '@/lib/vault/vault'
import { BENCH_SECRET, prepareRequests, signingProvider } from '../requests'

/** What the workers under test open secrets with. */
export const MASTER_SECRET = 'bench-master-secret-0123456789'

const AT_ONCE = 200

/** Records so many events as ingestion does: distinct orders, with bodies as long as the documented sample. */
export async function fillEvents(databaseUrl: string, count: number): Promise<void> {
  const { id: providerId } = signingProvider()
  const ingest = createIngest({
    databaseUrl,
    vault: createVault(MASTER_SECRET),
    webhookSecret: () => BENCH_SECRET.value,
  })
  for (let done = 0; done < count; done += AT_ONCE) {
    const requests = prepareRequests(Math.min(AT_ONCE, count - done))
    const answers = await Promise.all(
      requests.map(({ headers, body }) => {
        const bytes = Buffer.from(body)
        return ingest.handle({
          method: 'POST',
          path: `/api/webhooks/${providerId}`,
          ...{
            providerId,
            slug: 'default',
            headers: Object.entries(headers),
            remoteAddress: null,
            receivedAt: new Date(),
          },
          readBody: async () => ({ bytes, size: bytes.length, overLimit: false }),
        })
      }),
    )
    const refused = answers.find(({ status }) => status !== 200)
    if (refused) throw new Error(`An event was not recorded: ${refused.body}`)
  }
  await ingest.close()
}
