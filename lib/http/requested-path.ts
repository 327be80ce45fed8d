/** Next does not tell a page its own address: Jejak's server writes path and query into this header, over anything that came. */
export const REQUESTED_PATH_HEADER = 'x-jejak-path'
