/** F6 goes from one part of the page to the next, Shift+F6 back: inside the cells Tab moves to the next cell. */
export interface Region {
  element: HTMLElement
  focus: () => void
}

/** To the first thing in a part that takes the keyboard. */
export function focusFirst(element: HTMLElement): void {
  element.querySelector<HTMLElement>('[tabindex="0"], button:not([tabindex="-1"]), a[href], textarea, input')?.focus()
}

export function listenToRegions(regions: readonly Region[]): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'F6') return
      event.preventDefault()
      const open = regions.filter(({ element }) => !element.hidden)
      const at = open.findIndex(({ element }) => element.contains(document.activeElement))
      const step = event.shiftKey ? -1 : 1
      open.at((at + step) % open.length)?.focus()
    },
    { capture: true },
  )
}
