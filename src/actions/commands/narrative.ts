/** 插入数据项 and 生成叙述初稿. */
import { menuWords, runWords } from '../../words/actions'
import { checkTabs } from '../check/plan-check'
import { done, type Host, type Progress } from '../host'
import { planReplacement, type FieldOffer } from '../narrative/offers'
import { sketchHtml, fieldsHtml } from '../narrative/html'
import { planSketch, planInsertion } from '../narrative/plan-narrative'
import { framed } from '../sidebar/html'
import { tabNamed } from '../tabs'

/** What a command gives back to the sidebar that called it. Without `html` the sidebar stays as it is. */
export interface ToolUpdate {
  message: string
  html?: string
}

const show = (host: Host, title: string, html: string): void =>
  host.show({ kind: 'sidebar', title, html: framed(title, html) })

function currentFields(host: Host): string {
  const { tabs, names } = host.read({ values: checkTabs })
  return fieldsHtml({ tabs, names })
}

export function showFields(host: Host): Progress<ToolUpdate> {
  const html = currentFields(host)
  show(host, menuWords.fields, html)
  return done({ message: '', html })
}

export const refreshFields = (host: Host): Progress<ToolUpdate> => done({ message: '', html: currentFields(host) })

/** Writes a field after the text of the selected cell, else after the text of the chosen section. */
export function insertField(host: Host, name: string, { section }: { section: string }): Progress<ToolUpdate> {
  const work = (): ToolUpdate => {
    const { tabs, names, selected } = host.read({ values: checkTabs, selected: true })
    const { writes, message } = planInsertion(
      { tabs, names },
      { field: String(name), section: String(section), selected },
    )
    host.apply(writes)
    return { message }
  }
  return done(host.alone(menuWords.fields, work, runWords.interrupted))
}

/**
 * Replaces a figure that was typed by hand with a field. The sidebar is drawn anew, because the text after the figure
 * has moved.
 */
export function useField(
  host: Host,
  offer: Pick<FieldOffer, 'section' | 'start' | 'from' | 'to'>,
): Progress<ToolUpdate> {
  const work = (): ToolUpdate => {
    const { tabs, names } = host.read({ values: checkTabs })
    const { message, writes } = planReplacement({ tabs, names }, offer)
    host.apply(writes)
    return { message, html: currentFields(host) }
  }
  return done(host.alone(menuWords.fields, work, runWords.interrupted))
}

export function showSketch(host: Host): Progress<ToolUpdate> {
  const html = sketchHtml([])
  show(host, menuWords.sketch, html)
  return done({ message: '', html })
}

/** Writes the sketch into blank sections, or in place of the sections named. */
export function makeSketch(
  host: Host,
  replaced: readonly string[],
  facts: Readonly<Record<string, string>>,
): Progress<ToolUpdate> {
  const work = (): ToolUpdate => {
    const { tabs, names } = host.read({ values: checkTabs })
    const log = tabNamed(
      tabs.map(({ name }) => name),
      names,
      'log',
    )
    const plan = planSketch({ snapshot: { tabs, names }, facts, replaced, log, stamp: host.stamp() })
    host.apply(plan.writes)
    return { message: plan.message, html: sketchHtml(plan.kept) }
  }
  return done(host.alone(menuWords.sketch, work, runWords.interrupted))
}
