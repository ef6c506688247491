import { collapsed } from './line-text'

const TITLE_NAMES = new Set(['title', 'articletitle', 'og:title', 'dc.title'])
const DATE_NAMES = new Set([
  'pubdate',
  'publishdate',
  'publicationdate',
  'article:published_time',
  'firstpublishedtime',
])

/** What the head of a page says of it. */
export class PageHead {
  /** What it calls the page. */
  readonly titles: string[] = []
  /** When it says that the page was published. */
  published: string | undefined

  takeTitle(text: string): void {
    this.titles.push(collapsed(text))
  }

  takeMeta(attributes: ReadonlyMap<string, string>): void {
    const name = (attributes.get('name') ?? attributes.get('property') ?? '').toLowerCase()
    const content = collapsed(attributes.get('content') ?? '')
    if (TITLE_NAMES.has(name)) this.titles.push(content)
    if (DATE_NAMES.has(name)) this.published ??= content
  }
}
