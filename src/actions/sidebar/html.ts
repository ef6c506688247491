/** The sidebar as HTML; every text of the workbook in it is escaped. */
import { checkWords, menuWords } from '../../words/actions'
import { sidebarWords as words } from '../../words/sidebar'
import { workbookWords } from '../../words/workbook'
import { escaped } from '../escaped'
import { button, small, tag, text, unfold } from './markup'
import { script, style } from './html-parts'
import type { Sidebar, SidebarFinding, SidebarRepair, Target } from './sidebar'

type Severity = SidebarFinding['severity']

/** A text that leads to its cell; without a cell, the text alone. */
const link = (label: string, target: Target | null): string =>
  target ? button(label, 'goToCell', [target.tab, target.cell], { class: 'go', title: words.goTo }) : text(label)

export const sign = (severity: Severity, label: string): string =>
  tag(
    'span',
    { class: `sign ${severity}` },
    tag('span', { 'aria-hidden': 'true' }, words.signs[severity]),
    ' ' + escaped(label),
  )

function repairHtml({ id, label, changes }: SidebarRepair, finding: string): string {
  const lines = changes.map(({ place, target, from, to, isFormula }) => {
    const change = words.change(target.cell, words.from(from), words.to(to, isFormula))
    return tag('li', { title: place }, link(change, target))
  })
  const apply = button(words.apply, 'applyRepair', [[id]], { id: `r-${finding}-${id}` })
  return tag('div', { class: 'repair' }, text(label), tag('ul', {}, ...lines), apply)
}

/** More are folded, so that the next findings stay in view. */
const MOST_OPEN = 6

function repairsHtml({ fingerprint, repairs: ids }: SidebarFinding, repairs: readonly SidebarRepair[]): string {
  const own = repairs.filter(({ id }) => ids.includes(id))
  if (own.length === 0) return ''
  const summary = own.length === 1 ? words.repair : words.alternatives(own.length, !own[0]?.isAlike)
  const inner = own.map((repair) => repairHtml(repair, fingerprint)).join('')
  return unfold(`o-${fingerprint}`, summary, inner, own.length <= MOST_OPEN)
}

function acceptHtml({ fingerprint, remark }: SidebarFinding): string {
  const id = `t-${fingerprint}`
  const label = tag('label', { for: id }, words.reason)
  const field = tag('textarea', { id, maxlength: '1000' }, escaped(remark))
  const accept = button(words.acceptButton, 'acceptFinding', [fingerprint], { 'data-field': id })
  return small(remark && words.remark + remark) + unfold(`a-${fingerprint}`, words.accept, label + field + accept)
}

/** The paragraph in which something was found, its words marked. */
function markedHtml({ marked }: SidebarFinding): string {
  if (!marked) return ''
  const { before, words: quote, after } = marked
  return tag('p', { class: 'small' }, escaped(before), tag('mark', {}, escaped(quote)), escaped(after))
}

/** What can be done about a finding. */
function actsHtml(finding: SidebarFinding, repairs: readonly SidebarRepair[]): string {
  const { reason, fingerprint } = finding
  return reason === null
    ? repairsHtml(finding, repairs) + acceptHtml(finding)
    : button(words.withdraw, 'withdrawAcceptance', [fingerprint])
}

function findingHtml(finding: SidebarFinding, title: string, acts: string): string {
  const { severity, message, target, why, source, fingerprint, reason } = finding
  const shown = message.startsWith(title) ? message.slice(title.length).replace(/^[ ：·]+/, '') : message
  return tag(
    'li',
    { class: severity },
    sign(severity, checkWords.severities[severity]),
    link(shown, target),
    markedHtml(finding),
    unfold(`w-${fingerprint}`, words.details, small(why) + small(source && words.source + source)),
    reason === null ? '' : text(words.acceptance(reason)),
    acts,
  )
}

function staleHtml({ freshness, state }: Sidebar): string {
  // Shown where the page learns that the workbook has changed: the list below is of before then.
  const told = freshness === 'unlisted' ? words.unlisted : workbookWords.findings.stale
  const box = { id: 'stale', class: 'box', role: 'status', 'data-state': state, hidden: freshness === 'fresh' }
  return tag('div', box, text(told), button(words.recheck, 'refreshFindings', [], { id: 'again' }))
}

const box = (words: string, ...inner: string[]): string => tag('div', { class: 'box' }, text(words), ...inner)

function boxesHtml(sidebar: Sidebar): string {
  const { undo, safe } = sidebar
  return [
    staleHtml(sidebar),
    undo
      ? box(
          words.lastRepair(undo.time, undo.user, undo.label),
          button(words.undo, 'undoRepair', [undo.id], { id: 'undo' }),
        )
      : '',
    safe.cells > 0
      ? box(words.safe(safe.cells), button(words.applySafe, 'applyRepair', [safe.ids], { id: 'safe' }))
      : '',
  ].join('')
}

/** The contents that an update replaces. Who may only look gets nothing to press but the ways to the cells. */
export function sidebarHtml(sidebar: Sidebar, isReadOnly = false): string {
  const { counts, groups, accepted, left, repairs } = sidebar
  const { error, warning, info } = checkWords.severities
  const section = (title: string, findings: readonly SidebarFinding[], prefix: string): string[] => [
    tag('h2', {}, escaped(words.count(title, findings.length))),
    tag('ul', {}, ...findings.map((one) => findingHtml(one, prefix, isReadOnly ? '' : actsHtml(one, repairs)))),
  ]
  return [
    tag(
      'p',
      {},
      sign('error', words.count(error, counts.errors)),
      sign('warning', words.count(warning, counts.warnings)),
      sign('info', words.count(info, counts.infos)),
    ),
    isReadOnly ? '' : boxesHtml(sidebar),
    groups.length === 0 ? text(words.none) : '',
    ...groups.flatMap(({ title, findings }) => section(title, findings, title)),
    ...(accepted.length > 0 ? section(words.accepted, accepted, '') : []),
    left > 0 ? text(words.left(left)) : '',
  ].join('')
}

/** The whole HTML around these contents. It loads nothing and needs only `google.script.run`. */
export function framed(title: string, html: string): string {
  return (
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>` +
    `<style>${style}</style></head><body><main id="main" tabindex="-1">${html}</main>` +
    `<div id="say" role="status" aria-live="polite"></div><script>${script}</script></body></html>`
  )
}

/** What is shown first. */
export const framedSidebar = (sidebar: Sidebar, isReadOnly = false): string =>
  framed(menuWords.sidebar, sidebarHtml(sidebar, isReadOnly))
