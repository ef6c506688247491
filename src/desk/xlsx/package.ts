/** A workbook's package: parts by whatever name, and what each says of the others. */
import { strFromU8, strToU8 } from 'fflate'
import type { openZip } from '../../intake'
import { decodedXml } from './xml-text'

/** What is asked of a package. */
export type PackageParts = Pick<ReturnType<typeof openZip>, 'names' | 'part'>

/** A part that another one names. */
export interface Relation {
  id: string
  /** The last word of its type: programs write the rest in two ways. */
  type: string
  target: string
  isExternal: boolean
}

const RELATION = /<(?:\w+:)?Relationship\b([^>]*)>/g
const ATTRIBUTE = /\b(Id|Type|Target|TargetMode)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

export const folderOf = (name: string) => name.slice(0, name.lastIndexOf('/') + 1)
export const relationsOf = (name: string) => `${folderOf(name)}_rels/${name.slice(folderOf(name).length)}.rels`

function relationsIn(xml: string): Relation[] {
  return [...xml.matchAll(RELATION)].map(([, attributes = '']) => {
    const found = new Map([...attributes.matchAll(ATTRIBUTE)].map(([, name = '', a, b]) => [name, a ?? b ?? '']))
    const type = found.get('Type') ?? ''
    return {
      id: found.get('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: decodedXml(found.get('Target') ?? ''),
      isExternal: found.get('TargetMode') === 'External',
    }
  })
}

/** Where a target stands, as a path in the package without `.` and `..`. */
export function resolved(folder: string, target: string): string {
  const path: string[] = []
  const plain = target.replaceAll('\\', '/')
  const whole = plain.startsWith('/') ? plain : folder + plain
  for (const piece of whole.split('/')) {
    if (piece === '..') path.pop()
    else if (piece !== '' && piece !== '.') path.push(piece)
  }
  return path.join('/')
}

export const PREFIXED_ROOT = /<(\w+):(?:workbook|worksheet|sst|styleSheet|comments)\b/

/** The start of a part that tells how the rest of it is written. */
const START = 2000
const SINGLE_QUOTED = /(\s[\w:]+)\s*=\s*'([^'<]*)'/g
const TAG = /<[a-z][^<]*?>/gi
const hasSingleQuotes = (start: string): boolean => /<[a-z][^<>]*=\s*'/i.test(start)

const doubleQuoted = (xml: string): string =>
  xml.replace(TAG, (tag) =>
    tag.replace(SINGLE_QUOTED, (_, name: string, value: string) => `${name}="${value.replaceAll('"', '&quot;')}"`),
  )

/**
 * Some programs write a prefix before every name of an element, or attributes between single quotes; the library, and
 * what prepares parts for it, look for the usual spelling.
 */
function inUsualSpelling(bytes: Uint8Array): Uint8Array {
  const start = strFromU8(bytes.subarray(0, START), true)
  const prefix = PREFIXED_ROOT.exec(start)?.[1]
  const isSingle = hasSingleQuotes(start)
  if (prefix === undefined && !isSingle) return bytes
  const text = strFromU8(bytes)
  const bare = prefix === undefined ? text : text.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</')
  return strToU8(isSingle ? doubleQuoted(bare) : bare)
}

/** The parts of a package, whatever the case in which they are named. */
export class Package {
  private readonly names: ReadonlyMap<string, string>

  constructor(private readonly zip: PackageParts) {
    this.names = new Map(zip.names.map((name) => [name.replace(/^\//, '').toLowerCase(), name]))
  }

  has(name: string): boolean {
    return this.names.has(name.toLowerCase())
  }

  part(name: string): Uint8Array | undefined {
    const known = this.names.get(name.toLowerCase())
    const bytes = known === undefined ? undefined : this.zip.part(known)
    return bytes && inUsualSpelling(bytes)
  }

  relations(name: string): Relation[] {
    const bytes = this.part(name)
    return bytes ? relationsIn(strFromU8(bytes)) : []
  }

  /** The part that the package itself calls its document. */
  get main(): string {
    const main = this.relations('_rels/.rels').find(({ type }) => type === 'officeDocument')
    const name = main ? resolved('', main.target) : 'xl/workbook.xml'
    return this.has(name) ? name : 'xl/workbook.xml'
  }
}
