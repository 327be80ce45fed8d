/** The admin that the browser tests sign in as; the set-up of the tests starts Jejak with it. */
export const ADMIN = { email: 'admin@example.com', password: 'correct horse battery' }
