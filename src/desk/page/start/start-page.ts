/** Recent workbooks, a new one, a file, the example. */
import { pageWords } from '../../../words/desk-page'
import { versionWords } from '../../../words/versions'
import { readableFiles } from '../../../words/readable-files'
import type { OpenAnswer, OpenWorkbook, RecentWorkbook, StartAnswer } from '../../start-protocol'
import { api, ServerError } from '../api'
import { messageOf } from '../desk/runner'
import { ask, tell } from '../ui/dialogs'
import { fill, freshId, h } from '../ui/dom'
import { icon } from '../ui/icons'
import { timeText } from '../ui/time'
import { knownNameLine } from './name-form'
import { watchOpening } from './others-opened'
import { unsavedHere } from './unsaved-here'

const words = pageWords.start

/** `wanted`: the workbook, where it is known. */
type Open = (act: () => Promise<OpenAnswer>, wanted?: OpenWorkbook, isForVersions?: boolean) => void

/** Opens a recent workbook; where that fails, one of its dated copies, if the person wants one. */
async function openRecent(id: string): Promise<OpenAnswer> {
  try {
    return await api.recent({ id })
  } catch (error) {
    const copies = await api.copies({ id })
    if (copies.length === 0 || !(error instanceof ServerError) || error.status !== 422) throw error
    const { chooseCopy } = await import('../versions/copies')
    const name = await chooseCopy(messageOf(error), copies)
    if (name === null) throw error
    return api.copy({ id, name })
  }
}

function recentList(recent: readonly RecentWorkbook[], open: Open): HTMLElement {
  const isKnown = (name: string) => recent.filter(({ file }) => file === name).length === 1
  const rows = recent.map(({ id, title, folder, file, time, isMissing }) => {
    const path = `${folder}/${file}`
    const press = () => open(() => openRecent(id), { title, file })
    const button = h('button', { type: 'button', class: 'recent', disabled: isMissing, onClick: press })
    const state = isMissing ? words.missing : words.changed(timeText(time))
    button.append(
      h('strong', {}, title),
      h('span', { class: 'where', title: path }, isKnown(file) ? file : path),
      h('span', { class: 'when' }, state),
    )
    const versions = () => open(() => openRecent(id), { title, file }, true)
    const earlier = h('button', { type: 'button', class: 'small', onClick: versions })
    earlier.append(versionWords.title)
    earlier.setAttribute('aria-label', versionWords.ofWorkbook(title))
    return h('li', {}, button, earlier)
  })
  const list = rows.length ? h('ul', { class: 'recents' }, ...rows) : h('p', { class: 'empty' }, words.noRecent)
  return h('section', { class: 'card' }, h('h2', {}, words.recent), list)
}

function field(label: string, hint: string, properties: Record<string, string | boolean>): HTMLElement {
  const id = freshId('field')
  const input = h('input', { id, 'aria-describedby': `${id}-hint`, ...properties })
  return h('div', { class: 'field' }, h('label', { for: id }, label), input, h('small', { id: `${id}-hint` }, hint))
}

/** The browser's own button speaks the browser's language. */
function fileInput(properties: Record<string, string>, picked: (file: File | undefined) => void): HTMLInputElement {
  const input = h('input', { type: 'file', class: 'hidden-file', tabindex: '-1', ...properties })
  input.addEventListener('change', () => picked(input.files?.[0]))
  return input
}

/** Off at first: what is carried on is a figure of this year, which nobody has typed. */
function carryField(): { element: HTMLElement; enable: (isPossible: boolean) => void } {
  const id = freshId('field')
  const box = h('input', { id, type: 'checkbox', name: 'carry', disabled: true, 'aria-describedby': `${id}-hint` })
  const label = h('label', { for: id, class: 'tick' }, box, words.carry)
  const element = h('div', { class: 'field' }, label, h('small', { id: `${id}-hint` }, words.carryHint))
  const enable = (isPossible: boolean) => {
    box.disabled = !isPossible
    if (!isPossible) box.checked = false
  }
  return { element, enable }
}

function lastYearField(picked: (file: File | undefined) => void): HTMLElement {
  const id = freshId('field')
  const name = h('output', { for: id, class: 'picked' }, words.noFile)
  const properties = { id, name: 'lastYear', accept: readableFiles }
  const input = fileInput(properties, (file) => {
    name.textContent = file?.name ?? words.noFile
    picked(file)
  })
  const button = h('button', { type: 'button', 'aria-describedby': `${id}-hint`, onClick: () => input.click() })
  button.append(words.choose)
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, words.lastYear),
    h('div', { class: 'picker' }, button, name, input),
    h('small', { id: `${id}-hint` }, words.lastYearHint),
  )
}

function freshForm(year: number, open: Open): HTMLElement {
  const problem = h('p', { class: 'problem', role: 'alert' })
  const carry = carryField()
  const form = h(
    'form',
    { novalidate: true },
    field(words.unit, words.unitHint, { name: 'unit', required: true, maxlength: '100' }),
    field(words.year, words.yearHint, { name: 'year', inputmode: 'numeric', value: String(year), maxlength: '4' }),
    lastYearField((file) => carry.enable(file !== undefined)),
    carry.element,
    problem,
    h('button', { type: 'submit', class: 'primary' }, icon('plus'), words.create),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const data = new FormData(form)
    const lastYear = data.get('lastYear')
    if (lastYear instanceof File && lastYear.size === 0) data.delete('lastYear')
    const wrong = !String(data.get('unit')).trim()
      ? words.needUnit
      : /^\d{4}$/.test(String(data.get('year')))
        ? ''
        : words.needYear
    problem.textContent = wrong
    if (!wrong) open(() => api.fresh(data))
  })
  return h('section', { class: 'card' }, h('h2', {}, words.fresh), form)
}

function uploadOf(open: Open): (file: File) => void {
  return (file) => {
    if (!/\.xlsx$/i.test(file.name)) return void tell(words.upload, words.notXlsx)
    const form = new FormData()
    form.append('file', file, file.name)
    open(() => api.open(form))
  }
}

function uploadCard(upload: (file: File) => void): HTMLElement {
  const input = fileInput({ accept: '.xlsx', id: 'upload' }, (file) => {
    if (file) upload(file)
    input.value = ''
  })
  const button = h('button', { type: 'button', onClick: () => input.click() }, words.choose)
  const label = h('label', { for: 'upload' }, words.uploadHint)
  return h('section', { class: 'card drop' }, h('h2', {}, words.upload), label, button, input)
}

function exampleCard(open: Open): HTMLElement {
  const button = h('button', { type: 'button', onClick: () => open(() => api.example()) }, words.example)
  return h('section', { class: 'card' }, h('h2', {}, words.example), h('p', {}, words.exampleHint), button)
}

function acceptDrops(page: HTMLElement, upload: (file: File) => void): void {
  page.addEventListener('dragover', (event) => {
    event.preventDefault()
    page.classList.add('dropping')
  })
  page.addEventListener('dragleave', ({ relatedTarget }) => {
    if (!relatedTarget) page.classList.remove('dropping')
  })
  page.addEventListener('drop', (event) => {
    event.preventDefault()
    page.classList.remove('dropping')
    const file = event.dataTransfer?.files[0]
    if (file) upload(file)
  })
}

/** Who works in the workbook that is open would be left alone in it: the person decides. */
async function mayClose(wanted: OpenWorkbook | undefined): Promise<boolean> {
  const { open } = await api.start()
  const others = open?.others ?? []
  if (!open || others.length === 0 || (open.file === wanted?.file && open.title === wanted.title)) return true
  const { title, question, open: yes, keep } = pageWords.switched.others
  const message = question(
    others,
    open.title === wanted?.title ? pageWords.switched.file(open.title, open.file) : open.title,
  )
  const { button } = await ask({ title, message, buttons: 'YES_NO' }, { captions: { YES: yes, NO: keep } })
  return button === 'YES'
}

/** `isForVersions`: the person wants to see its earlier versions. */
type Opened = (answer: OpenAnswer, isForVersions: boolean) => void

/** `opened` is called once a workbook is open; `known`: the name is the one that was given in this browser before. */
export function showStart(start: StartAnswer, opened: Opened, known: string | null): void {
  const { recent, year, role, message } = start
  let isBusy = false
  const status = h('p', { class: 'working', role: 'status' })
  const work = async (act: () => Promise<OpenAnswer>, wanted?: OpenWorkbook, isForVersions = false) => {
    if (!(await mayClose(wanted))) return
    isBusy = true
    status.textContent = words.working
    page.setAttribute('aria-busy', 'true')
    const answer = await act()
    opening.stop()
    opened(answer, isForVersions)
  }
  const open: Open = (act, wanted, isForVersions) =>
    void work(act, wanted, isForVersions)
      .catch((error: unknown) => tell(pageWords.cannotOpen, messageOf(error)))
      .finally(() => {
        isBusy = false
        status.textContent = ''
        page.removeAttribute('aria-busy')
      })
  const opening = watchOpening({
    known: start.open,
    isBusy: () => isBusy,
    follow: () => {
      opening.stop()
      opened({ title: '', file: '' }, false)
    },
    isWaiting: role !== 'editor',
  })
  const unsaved = unsavedHere(({ file, title }) => {
    const one = recent.find((entry) => entry.file === file && entry.title === title && !entry.isMissing)
    return one ? () => open(() => openRecent(one.id), { title, file }) : null
  })
  const upload = uploadOf(open)
  const mayOpen = role === 'editor'
  const head = h('header', { class: 'start-head' }, h('h1', {}, words.title), h('p', {}, words.lead))
  const left = h('div', { class: 'cards-column' }, recentList(recent, open), uploadCard(upload), exampleCard(open))
  const right = h('div', { class: 'cards-column' }, freshForm(year, open))
  const waiting = h('section', { class: 'card' }, h('p', {}, words.waiting))
  const page = h(
    'main',
    { class: 'start', 'data-drop': words.drop },
    head,
    message ? h('p', { class: 'message', role: 'alert' }, message) : null,
    known === null ? null : h('p', { class: 'known-name' }, ...knownNameLine(known)),
    opening.element,
    unsaved,
    status,
    h('div', { class: 'cards' }, ...(mayOpen ? [left, right] : [waiting])),
  )
  if (mayOpen) acceptDrops(page, upload)
  document.title = words.title
  fill(document.body, page)
}
