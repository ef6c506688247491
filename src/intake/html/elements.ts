/** Content is text up to the end tag, whatever stands in it. */
export const rawElements = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes'])

const names = (list: string) => new Set(list.split(' '))

/** No reader sees their text as part of the page. */
export const unseenElements = names(
  'script style textarea iframe noembed noframes noscript template select option optgroup datalist object svg ' +
    'math audio video canvas rp rt rtc map xml',
)

/** Without content and without an end tag. */
export const voidElements = names('area base br col embed hr img input link meta param source track wbr')

/** Begin and end a line of their own. */
export const blockElements = names(
  'address article aside blockquote body br button caption center dd details dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol p pre section summary table tbody td tfoot ' +
    'th thead tr ul',
)

/** Elements of which a table is made. */
export const PARTS_OF_TABLE: ReadonlySet<string> = names('tbody td tfoot th thead tr')

/** What stands around an article rather than in it, unless it holds the report after all. */
const furnitureElements = names('nav footer aside')

const FURNITURE_NAME =
  /(?:^|[-_\s])(?:foot(?:er)?|nav(?:igation|bar)?|menu|crumbs?|breadcrumbs?|sidebar|share|copyright)(?:$|[-_\s])/i

/** What LibreOffice calls the header and the footer of a printed page. */
const PAGE_MARGIN = /^(?:header|footer)$/

export const isFurniture = (name: string, attributes: ReadonlyMap<string, string>): boolean =>
  furnitureElements.has(name) ||
  FURNITURE_NAME.test(attributes.get('class') ?? '') ||
  FURNITURE_NAME.test(attributes.get('id') ?? '') ||
  PAGE_MARGIN.test(attributes.get('title') ?? '')

/** Elements that an opening tag of the first kind ends, up to the nearest of the last ones. */
const closedBy: Readonly<Record<string, { ends: ReadonlySet<string>; within: ReadonlySet<string> }>> = {
  p: { ends: names('p'), within: names('td th table li div body') },
  li: { ends: names('li'), within: names('ul ol menu table td') },
  td: { ends: names('td th'), within: names('tr table') },
  tr: { ends: names('tr'), within: names('table') },
  tbody: { ends: names('tbody thead tfoot'), within: names('table') },
}
const alike: Readonly<Record<string, string>> = { th: 'td', thead: 'tbody', tfoot: 'tbody' }

export const implied = (name: string) => closedBy[alike[name] ?? name]
