import { z } from 'zod'
import { eventsQuerySchema } from '@/lib/events/schemas'
import { expected } from '@/lib/i18n/expected'
import { EXPORT_FORMATS } from './href'

const { after: _after, cursor: _cursor, limit: _limit, ids: _ids, ...asked } = eventsQuerySchema.shape

/** What may be asked of an export: all that the list of events can be, but for the page; and the format. */
export const exportQuerySchema = z.strictObject({
  ...asked,
  format: z.enum(EXPORT_FORMATS, expected('oneOf', { known: EXPORT_FORMATS.join(', ') })).default('ndjson'),
})
export type ExportQuery = z.infer<typeof exportQuerySchema>
