import { strFromU8 } from 'fflate'
import { decoded } from './markup/entities'
import type { Parts } from './zip'

/** A part of a package of Office that another one names. */
export interface Relation {
  id: string
  /** The last word of its type: programs write the rest in two ways. */
  type: string
  /** As written, for `targetPath`; an address outside where it is external. */
  target: string
  isExternal: boolean
}

const RELATION = /<(?:\w+:)?Relationship\b([^>]*)>/g
const ATTRIBUTE = /\b(Id|Type|Target|TargetMode)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

export const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1)

/** The part that holds the relations of another; of the package itself where the name is empty. */
const relationsOf = (name: string): string => `${folderOf(name)}_rels/${name.slice(folderOf(name).length)}.rels`

/** Where a target stands, as a path in the package without `.` and `..`. */
export function targetPath(folder: string, target: string): string {
  const path: string[] = []
  const written = decoded(target)
  const whole = written.startsWith('/') ? written : folder + written
  for (const piece of whole.replaceAll('\\', '/').split('/')) {
    if (piece === '..') path.pop()
    else if (piece !== '' && piece !== '.') path.push(piece)
  }
  return path.join('/')
}

/** The relations of a part; of the package itself for an empty name. */
export function relationsIn(parts: Pick<Parts, 'part'>, name: string): Relation[] {
  const bytes = parts.part(relationsOf(name))
  const xml = bytes ? strFromU8(bytes) : ''
  return [...xml.matchAll(RELATION)].map(([, attributes = '']) => {
    const found = new Map([...attributes.matchAll(ATTRIBUTE)].map(([, key = '', a, b]) => [key, a ?? b ?? '']))
    const type = found.get('Type') ?? ''
    return {
      id: found.get('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: found.get('Target') ?? '',
      isExternal: found.get('TargetMode') === 'External',
    }
  })
}
