/** Elements in one expression. */
type Listener = (event: Event) => void
type Value = string | number | boolean | Listener | undefined
export type Child = Node | string | null | undefined | false

function set(element: Element, name: string, value: Value): void {
  if (value === undefined || value === false) return
  if (typeof value === 'function') element.addEventListener(name.slice(2).toLowerCase(), value)
  else element.setAttribute(name, value === true ? '' : String(value))
}

const vectors = new Set(['svg', 'path', 'circle', 'rect'])

/** `onClick` and the like listen; other properties are attributes, left out where undefined or false. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties?: Record<string, Value>,
  ...children: Child[]
): HTMLElementTagNameMap[K]
export function h(tag: string, properties?: Record<string, Value>, ...children: Child[]): Element
export function h(tag: string, properties: Record<string, Value> = {}, ...children: Child[]): Element {
  const element = vectors.has(tag)
    ? document.createElementNS('http://www.w3.org/2000/svg', tag)
    : document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) set(element, name, value)
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false))
  return element
}

export function fill(element: Element, ...children: Child[]): void {
  while (element.firstChild) element.firstChild.remove()
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false))
}

let ids = 0
export const freshId = (name: string): string => `${name}-${++ids}`
