/** The text on the clipboard: of Word, WPS and pages its paragraphs, with the numbers of their lists. */
import { readHtml } from '../view/page-html'
import { fragmentOf, paragraphsOf, plainParagraphs } from './paste'

export function clipboardText(data: DataTransfer): string {
  const html = data.getData('text/html')
  const plain = plainParagraphs(data.getData('text/plain'))
  return html === '' ? plain : paragraphsOf(readHtml(fragmentOf(html)).body) || plain
}
