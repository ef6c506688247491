/** The dialog of earlier versions: a list, what differs, and the button that takes one. Loaded when it is opened. */
import { versionWords as words } from '../../../words/versions'
import type { ShownCellChange, Version, VersionDifferences } from '../../protocol'
import { api, ServerError } from '../api'
import { messageOf } from '../desk/runner'
import { changeOf } from '../ui/change'
import { showDialog, tell } from '../ui/dialogs'
import { fill, h } from '../ui/dom'
import type { Child } from '../ui/dom'
import { timeText } from '../ui/time'

const button = (caption: string, onClick: () => void, properties: Record<string, string> = {}) =>
  h('button', { type: 'button', class: 'small', ...properties, onClick }, caption)

function placeOf({ label, cell }: ShownCellChange): Child[] {
  const address = cell.slice(cell.lastIndexOf('!') + 1)
  return label === undefined
    ? [h('strong', {}, address)]
    : [h('strong', {}, label), ' ', h('span', { class: 'soft' }, address)]
}

function tabOf({ tab, cells, count }: VersionDifferences['tabs'][number]): HTMLElement {
  const rows = cells.map((cell) => h('li', {}, ...placeOf(cell), changeOf(cell.from, cell.to)))
  const left = count - cells.length
  const list = h('ul', { class: 'changed-cells' }, ...rows)
  return h('section', {}, h('h3', {}, words.tab(tab, count)), list, left > 0 && h('p', {}, words.left(left)))
}

/** What of others would go stands in front of all. */
function othersOf({ others: { cells, count } }: VersionDifferences): Child {
  if (count === 0) return null
  const rows = cells.map((cell) => {
    const by = h('span', { class: 'soft' }, words.by(cell.who, timeText(cell.time)))
    return h('li', {}, ...placeOf(cell), changeOf(cell.from, cell.to), by)
  })
  const left = count - cells.length
  const list = h('ul', { class: 'changed-cells' }, ...rows)
  const lead = h('p', { class: 'warning', role: 'alert' }, words.others(count))
  return h('section', { class: 'others' }, lead, list, left > 0 && h('p', {}, words.left(left)))
}

function frameOf({ onlyNow, onlyThen }: VersionDifferences): Child[] {
  return [
    onlyNow.length > 0 && h('p', {}, words.onlyNow(onlyNow)),
    onlyThen.length > 0 && h('p', {}, words.onlyThen(onlyThen)),
  ]
}

/** Another version was taken, by the change `seq`. */
export type Taken = (seq: number, title: string, text: string) => void

class VersionDialog {
  private readonly body = h('div', { class: 'versions', tabindex: '-1' })
  private readonly foot = h('div', { class: 'dialog-buttons' })
  private readonly close: () => void
  /** Counts what was asked for: an answer that is late is for nobody. */
  private asked = 0
  private isTaking = false

  constructor(
    private readonly versions: readonly Version[],
    private readonly taken: Taken,
  ) {
    const close = showDialog({
      title: words.title,
      body: [this.body],
      actions: [this.foot],
      isWide: true,
      onCancel: () => this.close(),
    })
    this.close = () => {
      this.asked += 1
      close()
    }
    this.list()
  }

  private list(): void {
    const rows = this.versions.map(({ name, caption }) => {
      const look = () => void this.look(name)
      return h('li', {}, h('span', {}, caption), ' ', button(words.look, look, { 'aria-label': words.lookAt(caption) }))
    })
    const list = rows.length > 0 ? h('ul', { class: 'version-list' }, ...rows) : h('p', { class: 'empty' }, words.none)
    this.draw([h('p', {}, words.lead), list], [])
  }

  private async look(name: string): Promise<void> {
    const own = ++this.asked
    this.body.setAttribute('aria-busy', 'true')
    const answer = await api.versions.differences(name).catch((error: unknown) => messageOf(error))
    if (own !== this.asked) return
    this.body.removeAttribute('aria-busy')
    if (typeof answer === 'string') await tell(words.failed, answer)
    else this.show(answer)
  }

  private show(found: VersionDifferences): void {
    const { name, caption, seq, count, tabs, others, onlyNow, onlyThen } = found
    const take = others.count > 0 ? words.takeOver(others.count) : words.take
    const isSame = count + onlyNow.length + onlyThen.length === 0
    const lead = h('p', {}, words.differences(caption, count))
    const keeps = !isSame && h('p', {}, words.keeps)
    this.draw(
      [lead, ...frameOf(found), othersOf(found), ...tabs.map(tabOf), keeps],
      [
        button(words.back, () => this.list()),
        !isSame && button(take, () => void this.take(name, seq), { class: 'primary' }),
      ],
    )
  }

  private async take(name: string, base: number): Promise<void> {
    if (this.isTaking) return
    this.isTaking = true
    try {
      const { seq, caption, count } = await api.versions.take(name, base)
      this.close()
      this.taken(seq, words.title, words.taken(caption, count))
    } catch (error) {
      await tell(words.failed, messageOf(error))
      // What others wrote meanwhile is seen before it is asked for again.
      if (error instanceof ServerError && error.code === 'newer') void this.look(name)
    } finally {
      this.isTaking = false
    }
  }

  /** From its beginning. What was pressed is gone: the keyboard stays in the dialog. */
  private draw(content: Child[], buttons: Child[]): void {
    fill(this.body, ...content)
    fill(this.foot, ...buttons)
    const first = this.body.querySelector<HTMLElement>('button') ?? this.body
    first.focus()
    if (this.body.parentElement) this.body.parentElement.scrollTop = 0
  }
}

export async function showVersions(taken: Taken): Promise<void> {
  try {
    new VersionDialog(await api.versions.list(), taken)
  } catch (error) {
    await tell(words.title, messageOf(error))
  }
}
