/** The dialog of an import as HTML; every text of the source and the workbook in it is escaped. */
import { checkWords } from '../../words/actions'
import { importWords, type ImportTarget } from '../../words/import'
import { readableFiles } from '../../words/readable-files'
import { tabNames } from '../../words/tabs'
import { escaped } from '../escaped'
import { tag, text, unfold } from '../sidebar/markup'
import { sign } from '../sidebar/html'
import { style } from '../sidebar/html-parts'
import type { RowChoice } from './choices'
import { isWithYear, placeWithin, shownValue, type ImportItem } from './items'
import { dialogScript, dialogStyle } from './dialog-parts'
import type { ImportResult } from './plan-import'
import type { ImportPreview } from './preview'

const { page: words, offers } = importWords

type Act = 'look' | 'back' | 'apply' | 'undo' | 'close'

const button = (label: string, act: Act, isMain = false, id = ''): string =>
  tag('button', { type: 'button', 'data-do': act, 'data-id': id, class: isMain ? 'main' : '' }, escaped(label))

const heading = (level: 'h1' | 'h2', label: string): string => tag(level, {}, escaped(label))

/** What is shown first. It loads nothing and needs only `google.script`. */
export function importDialog(into: ImportTarget): string {
  return (
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${importWords.captions[into]}</title>` +
    `<style>${style}${dialogStyle}</style></head><body><main id="main" tabindex="-1"><div id="give">` +
    heading('h1', words.first[into]) +
    `<label for="paste">${words.paste}</label><textarea id="paste"></textarea>` +
    `<input type="file" id="file" accept="${readableFiles}">` +
    tag('label', { for: 'file' }, words.file, tag('span', { class: 'pick' }, words.pick)) +
    text(words.nothingYet) +
    tag('div', { class: 'end' }, button(words.look, 'look', true)) +
    `</div><div id="shown" hidden></div></main><div id="say" role="status" aria-live="polite"></div>` +
    `<script>${dialogScript(into)}</script></body></html>`
  )
}

function findingsHtml({ findings, rows }: ImportPreview): string {
  const lost = rows
    .filter(({ options }) => options.length === 0)
    .map(({ message }) => ({ severity: 'error', message }) as const)
  const all = [...lost, ...findings]
  const items = all.map(({ severity, message }) =>
    tag('li', { class: severity }, sign(severity, checkWords.severities[severity]), escaped(message)),
  )
  return all.length === 0 ? '' : heading('h2', words.findings) + tag('ul', {}, ...items)
}

function choiceHtml({ message, options, chosen }: RowChoice, row: number): string {
  const radios = options.map(({ id, label }, index) => {
    const radio = { type: 'radio', id: `r${row}-${index}`, name: `r${row}`, value: id, checked: id === chosen }
    return tag('label', {}, tag('input', radio), ` ${escaped(label)}`)
  })
  return tag('fieldset', {}, tag('legend', {}, escaped(words.choose)), text(message), ...radios)
}

/** A long text can be unfolded. */
function valueHtml(value: string, id: string): string {
  const short = importWords.short(value)
  return short === value ? escaped(shownValue(value)) : unfold(id, short, text(value))
}

function itemHtml(item: ImportItem, index: number): string {
  const { id, cell, stands, comes, replaces, origin } = item
  const isTicked = !replaces && origin === ''
  const place = placeWithin(item)
  const box = {
    type: 'checkbox',
    'data-tick': id,
    checked: isTicked,
    'aria-label': words.tick(cell, place),
    'data-group': origin === '' ? (replaces ? 'replacing' : 'fresh') : 'offers',
  }
  return tag(
    'tr',
    { class: replaces ? 'replaces' : '' },
    tag('td', {}, tag('input', box)),
    tag('td', {}, cell),
    tag('th', { scope: 'row' }, escaped(place + (origin === '' ? '' : `（${origin}）`))),
    tag('td', {}, valueHtml(stands, `s${index}`)),
    tag('td', {}, valueHtml(comes, `c${index}`) + (replaces ? escaped(words.replaces) : '')),
  )
}

/** The heading an item is listed under: its tab, or what is offered. */
const titleOf = ({ tab, place, origin }: ImportItem): string =>
  origin === '' ? tab : place.startsWith(tabNames.table2) ? offers.inForce : offers.carriedIn

function groupsHtml(items: readonly ImportItem[]): string {
  const titles = [...new Set(items.map(titleOf))]
  const head = tag('thead', {}, tag('tr', {}, ...words.columns.map((column) => tag('th', { scope: 'col' }, column))))
  return titles
    .map((title, index) => {
      const own = items.filter((item) => titleOf(item) === title)
      const replacing = own.filter(({ replaces }) => replaces).length
      const rows = own.map((item) => itemHtml(item, items.indexOf(item)))
      return unfold(
        `g${index}`,
        words.group(title, own.length - replacing, replacing),
        tag('table', {}, head, tag('tbody', {}, ...rows)),
        true,
      )
    })
    .join('')
}

function allHtml(group: string, label: string): string {
  return tag('label', {}, tag('input', { type: 'checkbox', 'data-all': group }), ` ${escaped(label)}`)
}

function changesHtml({ items, same }: ImportPreview): string {
  const offered = items.filter(({ origin }) => origin !== '').length
  const replacing = items.filter(({ origin, replaces }) => origin === '' && replaces).length
  const fresh = items.filter(({ origin, replaces }) => origin === '' && !replaces)
  return [
    heading('h2', words.changes),
    text(items.length === 0 ? words.none : words.summary(fresh.length, isWithYear(fresh), replacing, same, offered)),
    replacing > 0 ? allHtml('replacing', words.allReplacing(replacing)) : '',
    offered > 0 ? allHtml('offers', words.allOffers(offered)) : '',
    groupsHtml(items),
  ].join('')
}

/** The second step: what is wrong with the source, what to choose, and every cell that would change. */
export function previewHtml(preview: ImportPreview): string {
  const { name, unit, year, warnings, rows, totals, items } = preview
  return [
    heading('h1', words.second),
    text(importWords.source(name, unit, year)),
    ...warnings.map((warning) =>
      tag('div', { class: 'box warning' }, sign('warning', checkWords.severities.warning), escaped(warning)),
    ),
    findingsHtml(preview),
    ...rows.map((row, index) => (row.options.length > 0 ? choiceHtml(row, index) : '')),
    totals.length > 0
      ? heading('h2', words.differing) +
        tag('ul', {}, ...totals.map((total) => tag('li', { class: 'warning' }, escaped(total))))
      : '',
    changesHtml(preview),
    tag(
      'div',
      { class: 'end' },
      items.length > 0 ? button(words.apply, 'apply', true) : '',
      button(words.back, 'back'),
    ),
  ].join('')
}

/** The third step. */
export function importedHtml({ message, undo, cells }: ImportResult): string {
  return [
    heading('h1', words.third),
    text(message),
    tag(
      'div',
      { class: 'end' },
      button(words.close, 'close', true),
      undo === null ? '' : button(words.undo, 'undo', false, undo),
      cells === 0 ? button(words.back, 'back') : '',
    ),
  ].join('')
}
