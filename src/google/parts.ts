/**
 * Parts of the script that only some calls need. Google loads `Code.js` anew for every call, an HTML file only when it
 * is asked for: `scripts/build-google.mjs` puts each part into one, and calls of its functions lead here.
 */
import { partWords as words } from '../words/actions'

/** By name; a part gives nothing but functions. */
type Part = Record<string, (...values: unknown[]) => unknown>

/** What a part's text evaluates to: it takes what it uses of `Code.js`, in the order fixed by the build. */
type OpenPart = (used: unknown) => Part

const opened = new Map<string, Part>()
let used: () => unknown = () => []

/** Called by the build, once: what parts use of `Code.js`. */
export function lend(all: () => unknown): void {
  used = all
}

/** Length and fingerprint of a part's text as it was built. */
type PartPrint = readonly [length: number, fingerprint: string]

let prints: () => Readonly<Record<string, PartPrint>> = () => ({})

/** Called by the build, once. */
export function describe(all: () => Readonly<Record<string, PartPrint>>): void {
  prints = all
}

export const partPrints = (): Readonly<Record<string, PartPrint>> => prints()

/** As Google gives it. */
export function partText(name: string): string {
  try {
    return HtmlService.createTemplateFromFile(name).getRawContent()
  } catch (error) {
    throw new Error(words.missing(name, error instanceof Error ? error.message : String(error)))
  }
}

/** Loads the part unless this call has done so. */
export function part(name: string): Part {
  const present = opened.get(name)
  if (present) return present
  const open = (0, eval)(partText(name)) as OpenPart
  const loaded = open(used())
  opened.set(name, loaded)
  return loaded
}
