/** The sidebars of 插入数据项 and 生成叙述初稿. */
import { narrativeIds } from '../../form'
import { claims, fieldsOf } from '../../narrative'
import { readWorkbook, type WorkbookSnapshot } from '../../workbook'
import { sketchQuestions, narrativeToolWords as words } from '../../words/sketch'
import { tabNames } from '../../words/tabs'
import { escaped } from '../escaped'
import { button, small, tag, text, unfold } from '../sidebar/markup'
import { fieldOffers } from './offers'
import type { KeptText } from './plan-narrative'

/** Figures that were typed by hand and equal a field's, each with a button that puts the field in its place. */
function offersHtml(snapshot: WorkbookSnapshot): string {
  const items = fieldOffers(snapshot, claims).map(({ section, start, from, to, tab, quote }) => {
    const put = button(words.replaceBy(to), 'useField', [{ section, start, from, to }])
    return tag('li', { class: 'box' }, text(words.offer(tab, quote)), put)
  })
  return items.length === 0 ? '' : unfold('offers', words.offers(items.length), tag('ul', {}, ...items), true)
}

/** All fields with their current values, and where to write one. */
export function fieldsHtml(snapshot: WorkbookSnapshot): string {
  const { report, lastYear } = readWorkbook(snapshot)
  const fields = fieldsOf(report, lastYear)
  const groups = [...new Set(fields.map(({ group }) => group))]
  const options = narrativeIds.map((id) => tag('option', { value: id }, tabNames[id]))
  const listed = groups.map((group, index) => {
    const own = fields.filter((field) => field.group === group)
    const items = own.map(({ name, value, unit }) => {
      const label = words.field(name, value === null ? words.noValue : value + unit)
      return tag('li', {}, button(label, 'insertField', [name], { class: 'go', 'data-form': true }))
    })
    return unfold(`g-${index}`, group, tag('ul', {}, ...items), index < 1)
  })
  return [
    small(words.fieldsHint),
    tag('label', { for: 'section' }, words.section),
    tag('select', { id: 'section', name: 'section' }, ...options),
    button(words.refresh, 'refreshFields', []),
    offersHtml(snapshot),
    ...listed,
  ].join('')
}

/** What the sketch asks for; below it the sketches of sections that hold a text already. */
export function sketchHtml(kept: readonly KeptText[]): string {
  const asked = Object.entries(sketchQuestions).map(
    ([name, label]) =>
      tag('label', { for: `q-${name}` }, escaped(label)) + tag('textarea', { id: `q-${name}`, name, rows: '1' }),
  )
  const left = kept.map(({ section, tab, sketch }) =>
    tag(
      'div',
      { class: 'box' },
      text(words.kept(tab)),
      tag('p', { class: 'small draft' }, escaped(sketch)),
      button(words.replace, 'makeDraft', [[section]], { 'data-form': true }),
    ),
  )
  return [
    small(words.sketchHint),
    ...asked,
    button(words.make, 'makeDraft', [[]], { id: 'make', 'data-form': true }),
    ...left,
  ].join('')
}
