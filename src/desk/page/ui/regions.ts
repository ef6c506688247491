export interface Region {
  element: HTMLElement
  /** What gets the keyboard there; null: nothing in it takes keys now. */
  first: () => HTMLElement | null
  /** Absent: the first thing in it gets the keyboard. */
  focus?: () => void
}

const TAKES_KEYS = '[tabindex="0"], button:not([tabindex="-1"]), a[href], textarea, input'

const isShown = (element: HTMLElement): boolean => element.getClientRects().length > 0

/** The menu of a part, else the first thing in it that takes keys. */
export function firstIn(part: HTMLElement, sought = TAKES_KEYS): HTMLElement | null {
  const menu = part.querySelector<HTMLElement>('[aria-haspopup="menu"]')
  return menu ?? [...part.querySelectorAll<HTMLElement>(sought)].find(isShown) ?? null
}

/** F6 goes from one part of the page to the next, Shift+F6 back: inside the cells Tab moves to the next cell. */
export function listenToRegions(regions: readonly Region[]): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'F6') return
      event.preventDefault()
      const isHere = ({ element }: Region) => element.contains(document.activeElement)
      const open = regions.filter((region) => isHere(region) || region.first() !== null)
      const step = event.shiftKey ? -1 : 1
      const next = open[(open.findIndex(isHere) + step + open.length) % open.length]
      if (next?.focus) next.focus()
      else next?.first()?.focus()
    },
    { capture: true },
  )
}
