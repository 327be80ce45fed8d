import { requireActor } from '@/lib/auth/actor'
import { parseQuery } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import { exportEvents } from '@/lib/search/export/export-events'
import { exportFile } from '@/lib/search/export/file'
import { exportQuerySchema } from '@/lib/search/export/schemas'

export const dynamic = 'force-dynamic'

/** Everything that matches, as a file: NDJSON or CSV. */
export const GET = route(async (request) => {
  const actor = await requireActor(request, 'viewer')
  const query = parseQuery(request, exportQuerySchema)
  const { stream, waiting } = await exportEvents(query, actor, { signal: request.signal })
  const { name, contentType } = exportFile(query.format, new Date())
  return new Response(stream, {
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
      // A proxy that gathers the answer first would hold all of it.
      'x-accel-buffering': 'no',
      ...(waiting > 0 ? { 'x-jejak-not-indexed': String(waiting) } : {}),
    },
  })
})
