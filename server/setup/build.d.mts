/** Builds the pages where any file that goes into them differs from those of the last build. */
export function build(): Promise<void>
