/** Generates the database client where prisma/schema.prisma or Prisma itself has changed since the last time. */
export function generate(): Promise<void>
