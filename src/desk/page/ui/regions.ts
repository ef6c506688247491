const TAKES_KEYS = '[tabindex="0"], button:not([tabindex="-1"]), a[href], textarea, input'

/** Puts the keyboard on the menu of a part, else on the first thing in it that takes it. */
export function focusFirst(element: HTMLElement): void {
  const menu = element.querySelector<HTMLElement>('[aria-haspopup="menu"]')
  const first = menu ?? element.querySelector<HTMLElement>(TAKES_KEYS)
  first?.focus()
}

/** F6 goes from one part of the page to the next, Shift+F6 back: inside the cells Tab moves to the next cell. */
export function listenToRegions(parts: readonly HTMLElement[], focus: (part: HTMLElement) => void): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'F6') return
      event.preventDefault()
      const open = parts.filter((part) => !part.hidden)
      const at = open.findIndex((part) => part.contains(document.activeElement))
      const step = event.shiftKey ? -1 : 1
      const next = open[(at + step + open.length) % open.length]
      if (next) focus(next)
    },
    { capture: true },
  )
}
