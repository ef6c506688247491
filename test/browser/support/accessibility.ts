import { readFileSync } from 'node:fs'
import type { Frame, Page } from 'playwright-core'

const axeCode = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

interface AxeFinding {
  id: string
  impact: string
  nodes: { html: string }[]
}

/** The code is half a megabyte: a page is given it once. */
async function foundIn(frame: Frame): Promise<AxeFinding[]> {
  if (await frame.evaluate(`typeof axe === 'undefined'`)) await frame.evaluate(axeCode)
  const found = `axe.run({ resultTypes: ['violations'] }).then((result) => result.violations)`
  return (await frame.evaluate(found)) as AxeFinding[]
}

const lines = (findings: readonly AxeFinding[]): string[] =>
  findings.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))

/** Findings of axe of any weight, in the page itself. */
export const everyFault = async (page: Page): Promise<string[]> => lines(await foundIn(page.mainFrame()))

/** What `look` finds in each of the frames, one after the other: axe of the page also looks for itself in the frames. */
async function inFrames(frames: () => Frame[], look: (frame: Frame) => Promise<string[]>): Promise<string[]> {
  for (;;) {
    const looked = frames()
    try {
      const found: string[] = []
      for (const frame of looked) found.push(...(await look(frame)))
      return found
    } catch (error) {
      // A panel that is drawn anew gets another frame: then all of them once more.
      if (!looked.some((frame) => frame.isDetached())) throw error
    }
  }
}

/** Findings of any weight, in the page and in its frames. */
export const everyFaultOfAll = (page: Page): Promise<string[]> =>
  inFrames(
    () => page.frames(),
    async (frame) => lines(await foundIn(frame)),
  )

const isHeavy = ({ impact }: AxeFinding): boolean => impact === 'serious' || impact === 'critical'

/**
 * Findings of any weight in the page, and the serious and critical ones in its frames: a piece of a page beside the
 * cells need not have landmarks of its own.
 */
export async function faults(page: Page): Promise<string[]> {
  const inPage = await everyFault(page)
  const heavy = await inFrames(
    () => page.frames().slice(1),
    async (frame) => lines((await foundIn(frame)).filter(isHeavy)),
  )
  return [...inPage, ...heavy]
}
