/** In the order in which a run may take them. Apart from the zod schemas, which are not to be sent to browsers. */
export const RUN_STATUSES = ['queued', 'running', 'retrying', 'succeeded', 'failed', 'cancelled'] as const
export type RunStatus = (typeof RUN_STATUSES)[number]
