import { strFromU8 } from 'fflate'
import type { Finding, Severity } from '../../checks'
import { documentWords } from '../../words/document'
import { intakeWords as words } from '../../words/intake'
import { fileFinding } from '../file-findings'
import { markupTokens } from '../markup/tokens'
import { folderOf, targetPath, type Relation } from '../relations'
import type { Parts } from '../zip'
import { local } from './numbering'

type PartWord = keyof typeof words.docxParts

/** `READ.PART`: a part of a document that is not read. */
export function partFinding(part: PartWord, quote = '', severity: Severity = 'warning'): Finding {
  const name = words.docxParts[part]
  return fileFinding('READ.PART', severity, {
    message: words.partUnread(name),
    rests: [name, quote],
    ...(quote !== '' && { quote }),
  })
}

/** Parts with texts of their own, by the type of their relation. No figure of a table stands there. */
const TEXTS: Readonly<Record<string, PartWord>> = {
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
  header: 'headers',
  footer: 'footers',
  diagramData: 'diagrams',
  chart: 'charts',
}
const FILES: Readonly<Record<string, PartWord>> = {
  oleObject: 'embedded',
  package: 'embedded',
  control: 'embedded',
  subDocument: 'subDocument',
}
/** What only a drawing shows may be what the report is about. */
const SHOWN_ONLY_THERE: readonly PartWord[] = ['diagrams', 'charts']

const LONGEST_QUOTE = 2000

/** The text of a part: what stands in elements of text, a chart's labels and values too. */
function textIn(parts: Parts, name: string): string {
  const bytes = parts.part(name)
  let isText = false
  let text = ''
  for (const token of markupTokens(bytes ? strFromU8(bytes) : '')) {
    if (token.kind === 'text') text += isText ? token.text : ''
    else isText = token.kind === 'open' && !token.isEmpty && /^(?:t|v)$/.test(local(token.name))
    if (token.kind === 'close' && /^(?:p|pt)$/.test(local(token.name))) text += ' '
  }
  return text.replace(TAGS_OF_PAGE, '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_QUOTE)
}

const bare = (text: string): string => text.replace(/\s/g, '')
/** What our own drafts carry on every page. */
const OWN_NOTES: ReadonlySet<string> = new Set([documentWords.draft, documentWords.draftNotice])
/** What LibreOffice makes a comment of when it saves a web page as a document. */
const TAGS_OF_PAGE = /HTML: <[^>]*>/g
/** Page numbers, and what leads to them. */
const NUMBERS_OF_PAGES = /^[\s\d第页共/\-—–·]*$/

/** The other parts of a document of which something is lost when only its body is read. */
export function otherParts(parts: Parts, main: string, relations: readonly Relation[], body: string): Finding[] {
  const whole = bare(body)
  const told = new Map<PartWord, string[]>()
  const add = (part: PartWord, text: string) => told.set(part, [...(told.get(part) ?? []), text])
  for (const { type, target, isExternal } of relations) {
    const [ofText, ofFile] = [TEXTS[type], FILES[type]]
    const text = ofText && !isExternal ? textIn(parts, targetPath(folderOf(main), target)) : ''
    // A heading of the page repeats the title; what the body says is not lost.
    const isLost = !NUMBERS_OF_PAGES.test(text) && !OWN_NOTES.has(text) && !whole.includes(bare(text))
    if (ofText && isLost) add(ofText, text)
    else if (ofFile) add(ofFile, '')
  }
  return [...told].map(([part, texts]) => {
    const isSerious = texts.every((text) => text === '') || SHOWN_ONLY_THERE.includes(part)
    return partFinding(part, [...new Set(texts)].join('；'), isSerious ? 'warning' : 'info')
  })
}
