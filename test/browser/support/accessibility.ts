import { readFileSync } from 'node:fs'
import type { Frame, Page } from 'playwright-core'

const axeCode = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

interface AxeFinding {
  id: string
  impact: string
  nodes: { html: string }[]
}

async function foundIn(frame: Frame): Promise<AxeFinding[]> {
  return (await frame.evaluate(`${axeCode}; axe.run().then((result) => result.violations)`)) as AxeFinding[]
}

const lines = (findings: readonly AxeFinding[]): string[] =>
  findings.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))

/** Findings of axe of any weight, in the page itself. */
export const everyFault = async (page: Page): Promise<string[]> => lines(await foundIn(page.mainFrame()))

/** Findings of any weight, in the page and in its frames. */
export async function everyFaultOfAll(page: Page): Promise<string[]> {
  const found: string[] = []
  // One after the other: axe of the page also looks for itself in the frames.
  for (const frame of page.frames()) found.push(...lines(await foundIn(frame)))
  return found
}

const isHeavy = ({ impact }: AxeFinding): boolean => impact === 'serious' || impact === 'critical'

/**
 * Findings of any weight in the page, and the serious and critical ones in its frames: a piece of a page beside the
 * cells need not have landmarks of its own.
 */
export async function faults(page: Page): Promise<string[]> {
  const found = await everyFault(page)
  // One after the other: axe of the page also looks for itself in the frames.
  for (const frame of page.frames().slice(1)) found.push(...lines((await foundIn(frame)).filter(isHeavy)))
  return found
}
