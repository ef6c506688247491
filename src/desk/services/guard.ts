/** The one door between a script and the desk's services: counts calls, injects faults, refuses what is not there. */
import { kinds } from './kinds'
import type { ServiceName } from './kinds'
import type { Kind } from './protocol'
import { running } from './running'

const insides = new WeakMap<object, object>()

/** What JavaScript itself asks an object for; everything else must stand in the list of kinds. */
const plainQuestions: ReadonlySet<string> = new Set(['then', 'toJSON', 'constructor', 'valueOf'])

/** Services use each other's faces; only what the script itself calls is counted. */
let depth = 0

function kindOf(service: ServiceName, name: string): Kind | undefined {
  const methods: Readonly<Record<string, Kind>> = kinds[service]
  return Object.prototype.hasOwnProperty.call(methods, name) ? methods[name] : undefined
}

function count(service: ServiceName, name: string, kind: Exclude<Kind, 'constant'>): void {
  const { outcome, setup } = running()
  outcome.counts[kind] += 1
  if (setup.fault?.kind === kind && setup.fault.call === outcome.counts[kind]) {
    throw new Error(`Service failed while executing ${service}.${name} (injected fault)`)
  }
}

function look(service: ServiceName, inside: object, name: string, face: object): unknown {
  if (name === 'toString') return () => service
  if (plainQuestions.has(name)) return undefined
  const kind = kindOf(service, name)
  const found: unknown = Reflect.get(inside, name)
  if (!kind || found === undefined) throw new Error(`${service}.${name} is not available on the desk`)
  if (kind === 'constant' || typeof found !== 'function') return found
  return (...values: unknown[]) => {
    if (depth === 0) count(service, name, kind)
    depth += 1
    try {
      const result: unknown = Reflect.apply(found, inside, values)
      return result === inside ? face : result
    } finally {
      depth -= 1
    }
  }
}

/** The face of a service or object that scripts get. `Face` is Google's full type; what the desk lacks throws. */
export function guard<Face>(service: ServiceName, inside: object): Face {
  const face: object = new Proxy(inside, {
    get: (_, name) => (typeof name === 'symbol' ? undefined : look(service, inside, name, face)),
    set: (_, name) => {
      throw new Error(`${service}.${String(name)} cannot be set`)
    },
    has: (_, name) => typeof name === 'string' && kindOf(service, name) !== undefined,
    ownKeys: () => [],
    getPrototypeOf: () => Object.prototype,
  })
  insides.set(face, inside)
  return face as Face
}

/** The desk's object behind a face that a script hands back. */
export function inside<Inside extends object>(
  face: unknown,
  type: abstract new (...values: never[]) => Inside,
  method: string,
): Inside {
  const found = typeof face === 'object' && face !== null ? insides.get(face) : undefined
  if (found instanceof type) return found
  throw badArguments(method)
}

/** Google's answer to arguments of the wrong kind. */
export function badArguments(method: string): Error {
  return new Error(`The parameters don't match the method signature for ${method}.`)
}

/** `this`, typed as the face that the guard puts in its place before a script sees it. */
export function chained<Face>(self: object): Face {
  return self as Face
}
