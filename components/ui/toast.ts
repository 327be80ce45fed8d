import type { ExternalToast } from 'sonner'

type Say = (words: string, more?: ExternalToast) => void
type Kind = 'message' | 'success' | 'warning' | 'error'

const [wanted, markWanted] = milestone()
const [shown, markShown] = milestone()

/** For the list of toasts, once it is on the page: nothing is said before, for it would not be shown. */
export function toastsAreShown() {
  markShown()
}

/** For what puts the list of toasts on the page. */
export function whenToastIsWanted(act: () => void) {
  void wanted.then(act)
}

/** Says something at the edge of the page, for a few seconds. */
export const toast: Record<Kind, Say> = {
  message: (...said) => void say('message', said),
  success: (...said) => void say('success', said),
  warning: (...said) => void say('warning', said),
  error: (...said) => void say('error', said),
}

async function say(kind: Kind, said: Parameters<Say>) {
  markWanted()
  await shown
  const { toast: shownToast } = await import('sonner')
  shownToast[kind](...said)
}

function milestone(): [reached: Promise<void>, reach: () => void] {
  let reach = () => {}
  const reached = new Promise<void>((resolve) => {
    reach = resolve
  })
  return [reached, reach]
}
