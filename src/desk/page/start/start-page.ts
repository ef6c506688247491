/** Recent workbooks, a new one, a file, the example. */
import { pageWords } from '../../../words/desk-page'
import { versionWords } from '../../../words/versions'
import type { OpenAnswer, OpenWorkbook, RecentWorkbook, StartAnswer } from '../../start-protocol'
import { api } from '../api'
import { messageOf } from '../desk/runner'
import { tell } from '../ui/dialogs'
import { fill, h } from '../ui/dom'
import { timeText } from '../ui/time'
import { fileInput } from './file-input'
import { freshForm } from './fresh-form'
import { knownNameLine } from './name-form'
import { mayClose, openRecent } from './open-workbook'
import type { Open } from './open-workbook'
import { watchOpening } from './others-opened'
import { unsavedHere } from './unsaved-here'

const words = pageWords.start

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
