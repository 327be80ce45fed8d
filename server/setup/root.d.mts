/** The folder of the product, without a slash at its end. */
export const root: string
