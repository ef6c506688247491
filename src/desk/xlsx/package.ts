/** A workbook's package: parts by whatever name, and what each says of the others. */
import { strFromU8, strToU8 } from 'fflate'
import { relationsIn, targetPath } from '../../intake'
import type { openZip, Relation } from '../../intake'

/** What is asked of a package. */
export type PackageParts = Pick<ReturnType<typeof openZip>, 'names' | 'part'>

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

  /** The relations of a part; of the package itself for an empty name. */
  relations(name: string): Relation[] {
    return relationsIn(this, name)
  }

  /** The part that the package itself calls its document. */
  get main(): string {
    const main = this.relations('').find(({ type }) => type === 'officeDocument')
    const name = main ? targetPath('', main.target) : 'xl/workbook.xml'
    return this.has(name) ? name : 'xl/workbook.xml'
  }
}
