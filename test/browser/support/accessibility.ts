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

async function faultsIn(frame: Frame): Promise<string[]> {
  const found = await foundIn(frame)
  const serious = found.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return lines(serious)
}

/** Serious and critical findings of axe in the page and in every frame of it, each with the element. */
export async function faults(page: Page): Promise<string[]> {
  const found = []
  // One after the other: axe of the page also looks for itself in the frames.
  for (const frame of page.frames()) found.push(...(await faultsIn(frame)))
  return found
}
