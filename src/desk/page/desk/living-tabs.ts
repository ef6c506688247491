/** Which tabs of the browser have the desk open: each holds a lock, which the browser lets go with the tab. */

const PREFIX = 'nianbao-tab '

/** At addresses that are not secure the browser has no locks. */
const locks = (): LockManager | undefined => (navigator as Partial<Navigator>).locks

export function holdTab(name: string): void {
  void locks()
    ?.request(PREFIX + name, () => new Promise(() => undefined))
    .catch(() => undefined)
}

/** Null: the browser does not tell. */
export async function livingTabs(): Promise<ReadonlySet<string> | null> {
  const known = await locks()
    ?.query()
    .catch(() => null)
  if (!known) return null
  const names = (known.held ?? []).flatMap(({ name = '' }) =>
    name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [],
  )
  return new Set(names)
}
