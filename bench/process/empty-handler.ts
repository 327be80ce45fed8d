import { defineHandler } from '@/lib/handlers/handler'

/** A handler that does nothing: what is left is the work of the worker itself. */
export const emptyHandler = defineHandler({ name: 'empty', title: 'Empty', on: ['*'], run: async () => 'done' })
