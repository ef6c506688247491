/** The one door between a script and the double: counts calls, injects faults, refuses what is not there. */
import { kinds } from './kinds'
import type { ServiceName } from './kinds'
import type { Kind, Quirk } from './protocol'
import { running } from './running'
import { requireGrant } from './scopes'

const insides = new WeakMap<object, object>()

/** What JavaScript itself asks an object for; everything else must stand in the list of kinds. */
const plainQuestions: ReadonlySet<string> = new Set(['then', 'toJSON', 'constructor', 'valueOf'])

/** Services use each other's faces; only what the script itself calls is counted. */
let depth = 0

/** A handle that knows something: of which tab, cells or name. */
interface Handle {
  subject: string
}

function kindOf(service: ServiceName, name: string): Kind | undefined {
  const methods: Readonly<Record<string, Kind>> = kinds[service]
  return Object.prototype.hasOwnProperty.call(methods, name) ? methods[name] : undefined
}

/** The quirk that the test has given this method, as far as it is time for it. */
function quirkOf(service: ServiceName, name: string): Quirk | undefined {
  const { setup, phase } = running()
  return setup.quirks.find(({ call, during }) => call === `${service}.${name}` && (during ?? phase) === phase)
}

/** Gives what the method answers instead, if it does. */
function quirky(quirk: Quirk): { answer: unknown } | null {
  running().lag += quirk.takes ?? 0
  if (quirk.throws !== undefined) throw new Error(quirk.throws)
  return 'gives' in quirk ? { answer: quirk.gives } : null
}

const addTo = (counted: Record<string, number>, key: string): void => {
  counted[key] = (counted[key] ?? 0) + 1
}

function count(service: ServiceName, name: string, kind: Exclude<Kind, 'constant'>): void {
  const { result, setup } = running()
  result.counts[kind] += 1
  addTo(result.calls, `${service}.${name}`)
  const { fault } = setup
  if (fault?.kind === kind && fault.call === result.counts[kind]) {
    const message = fault.message ?? `Service failed while executing ${service}.${name} (injected fault)`
    // An error of an advanced service has what the API said beside it.
    throw Object.assign(new Error(message), fault.reason && { details: { errors: [{ reason: fault.reason }] } })
  }
}

/** Any handle of the same tab, cells or name would tell the same, so they are counted as one. */
function countQuestion(service: ServiceName, name: string, inside: object): void {
  if ('subject' in inside) addTo(running().result.asked, `${service}.${name} ${(inside as Handle).subject}`)
}

function look(service: ServiceName, inside: object, name: string, face: object): unknown {
  if (name === 'toString') return () => service
  if (plainQuestions.has(name)) return undefined
  const kind = kindOf(service, name)
  const found: unknown = Reflect.get(inside, name)
  if (!kind || found === undefined) throw new Error(`${service}.${name} is not in the double`)
  if (kind === 'constant' || typeof found !== 'function') return found
  return (...values: unknown[]) => {
    if (depth === 0) count(service, name, kind)
    if (depth === 0) requireGrant(service, name)
    if (depth === 0 && kind === 'locate' && values.length === 0) countQuestion(service, name, inside)
    const quirk = depth === 0 ? quirkOf(service, name) : undefined
    const instead = quirk && quirky(quirk)
    if (instead) return instead.answer
    depth += 1
    try {
      const result: unknown = Reflect.apply(found, inside, values)
      return result === inside ? face : result
    } finally {
      depth -= 1
    }
  }
}

/** The face of a service or object that scripts get. `Face` is Google's full type; what the double lacks throws. */
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

/** The double's object behind a face that a script hands back. */
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
