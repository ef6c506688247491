/** Files of the script on Drive, and comments on them and on the spreadsheet. */
import { selfTestWords as words } from '../../words/self-test'
import { isSo, judged, type Probe, type Seen } from './probe'
import { binFile, filesOfDrive, messageOf, type Site } from './site'
import { smallDocx } from './small-docx'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const DOCUMENT = 'application/vnd.google-apps.document'

const textBlob = (text: string) => Utilities.newBlob(text, 'text/plain')
const textFile = () => ({ mimeType: 'text/plain', content: textBlob('8') })
const docxBlob = () => Utilities.newBlob(Utilities.base64Decode(smallDocx), DOCX)

function createSeen(site: Site): Seen {
  const id = site.newFile(textFile())
  return judged(id !== '', id)
}

function listSeen(site: Site): Seen {
  return isSo(site.lists(site.newFile(textFile())))
}

function updateSeen(site: Site): Seen {
  const id = site.newFile(textFile())
  const ids = ['9', '10'].map((text) => filesOfDrive().update({}, id, textBlob(text), { fields: 'id' }).id ?? '')
  return judged(
    ids.every((one) => one === id),
    [id, ...ids].join('、'),
  )
}

const newDocument = (site: Site): string => site.newFile({ mimeType: DOCUMENT, content: docxBlob() })

/** As 生成年度报告 does it: a document of Google's that is made from a .docx, and made anew. */
function convertSeen(site: Site): Seen {
  const id = newDocument(site)
  const again = filesOfDrive().update({}, id, docxBlob(), { fields: 'id,mimeType' })
  return judged(again.id === id && again.mimeType === DOCUMENT, `${again.id ?? ''} ${again.mimeType ?? ''}`)
}

function binSeen(site: Site): Seen {
  const id = site.newFile(textFile())
  binFile(id)
  return isSo(!site.lists(id))
}

function comments(): NonNullable<typeof Drive>['Comments'] {
  if (!Drive) throw new Error(words.nothing)
  return Drive.Comments
}

const fields = 'comments(content,resolved)'

const comment = (id: string): unknown => comments().create({ content: words.title }, id, { fields: 'id' })

/** Whether the comment is among the open ones. */
function commentSeen(id: string): Seen {
  const open = (comments().list(id, { fields }).comments ?? []).filter(({ resolved }) => resolved !== true)
  return judged(
    open.some(({ content }) => content === words.title),
    words.found(open.length),
  )
}

function documentCommentsSeen(site: Site): Seen {
  const id = newDocument(site)
  comment(id)
  return commentSeen(id)
}

/** The document gets new contents, as each report gives them. */
function keptCommentsSeen(site: Site): Seen {
  const id = newDocument(site)
  comment(id)
  filesOfDrive().update({}, id, docxBlob(), { fields: 'id' })
  return commentSeen(id)
}

/** With `drive.file` alone a refusal is what is to be expected, in whatever words. */
function sheetCommentsSeen({ spreadsheet }: Site): Seen {
  try {
    return judged(true, words.found((comments().list(spreadsheet.getId(), { fields }).comments ?? []).length))
  } catch (error) {
    return { state: 'refused', seen: messageOf(error) }
  }
}

export const driveProbes: readonly Probe[] = [
  { id: 'create', run: createSeen },
  { id: 'list', run: listSeen },
  { id: 'update', run: updateSeen },
  { id: 'convert', run: convertSeen },
  { id: 'bin', run: binSeen },
  { id: 'documentComments', run: documentCommentsSeen },
  { id: 'keptComments', run: keptCommentsSeen },
  { id: 'sheetComments', run: sheetCommentsSeen },
]
