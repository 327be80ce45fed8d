import { translator } from './translator'

/** The words of what the JSON API answers, which are English; what goes wrong is told in the language that is asked for (say.ts). */
export const ENGLISH = translator('en', 'words')
