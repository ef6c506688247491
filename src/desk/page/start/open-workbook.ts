/** Opening a workbook from the start page: a recent one, and what becomes of the people in the one that is open. */
import { pageWords } from '../../../words/desk-page'
import type { OpenAnswer, OpenWorkbook } from '../../start-protocol'
import { api, ServerError } from '../api'
import { messageOf } from '../desk/runner'
import { ask } from '../ui/dialogs'

/** `wanted`: the workbook, where it is known. */
export type Open = (act: () => Promise<OpenAnswer>, wanted?: OpenWorkbook, isForVersions?: boolean) => void

/** Opens a recent workbook; where that fails, one of its dated copies, if the person wants one. */
export async function openRecent(id: string): Promise<OpenAnswer> {
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

/** Who works in the workbook that is open would be left alone in it: the person decides. */
export async function mayClose(wanted: OpenWorkbook | undefined): Promise<boolean> {
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
