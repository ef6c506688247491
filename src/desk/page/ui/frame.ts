/** A dialog or sidebar of a command: its HTML in a frame that can reach nothing, and the commands that it calls. */
import { freshId, h } from './dom'
import { openFile } from './open-file'

export interface FrameOwner {
  label: string
  /** `google.script.run`: the value, or a throw with the message for the failure handler. */
  run: (functionName: string, values: unknown[]) => Promise<unknown>
  close: () => void
  size: (size: { width?: number; height?: number }) => void
  /** `google.script.host.editor.focus()`. */
  focus: () => void
  /** Name of the tab in which the person is. */
  tab: () => string
}

type Message =
  | { kind: 'ready' }
  | { kind: 'close' }
  | { kind: 'focus' }
  | { kind: 'region'; isBack: boolean }
  | { kind: 'step'; key: string; isShift: boolean }
  | { kind: 'open'; href: string }
  | { kind: 'size'; width?: number; height?: number }
  | { kind: 'run'; id: number; name: string; arguments: unknown[] }

/** Only a generated document; a command's HTML can lead nowhere else. */
function openDocument(href: string): void {
  const { origin, pathname } = new URL(href, location.href)
  if (origin !== location.origin || !pathname.startsWith('/files/')) return
  void openFile(pathname, { target: '_blank', rel: 'noopener' })
}

/** A key pressed inside a frame does not reach the page around it. */
function press(frame: HTMLIFrameElement, key: string, held: { shiftKey: boolean; ctrlKey?: boolean }): void {
  frame.dispatchEvent(new KeyboardEvent('keydown', { key, ...held, bubbles: true, cancelable: true }))
}

/** Tells a frame that the person has gone to another tab. */
export function tellTab(frame: HTMLIFrameElement, tab: string): void {
  frame.contentWindow?.postMessage({ tab }, '*')
}

/** Tells a frame that the workbook has changed: what it shows may be of before. */
export function tellChanged(frame: HTMLIFrameElement): void {
  frame.contentWindow?.postMessage({ changed: true }, '*')
}

export function makeFrame(html: string, owner: FrameOwner): HTMLIFrameElement {
  const frame = h('iframe', {
    id: freshId('frame'),
    class: 'command-frame',
    sandbox: 'allow-scripts',
    src: 'frame.html',
    title: owner.label,
  })
  const reply = (message: object) => frame.contentWindow?.postMessage(message, '*')
  const run = ({ id, name, arguments: values }: Message & { kind: 'run' }) =>
    owner.run(name, values).then(
      (value) => reply({ id, value }),
      (error: unknown) => reply({ id, error: error instanceof Error ? error.message : String(error) }),
    )
  const act = (message: Message) => {
    if (message.kind === 'ready') {
      reply({ html, title: owner.label })
      reply({ tab: owner.tab() })
    } else if (message.kind === 'run') void run(message)
    else if (message.kind === 'open') openDocument(message.href)
    else if (message.kind === 'size') owner.size(message)
    else if (message.kind === 'close') owner.close()
    else if (message.kind === 'region') press(frame, 'F6', { shiftKey: message.isBack })
    else if (message.kind === 'step') press(frame, message.key, { shiftKey: message.isShift, ctrlKey: true })
    else owner.focus()
  }
  const listen = (event: MessageEvent<Message>) => {
    if (!frame.isConnected) window.removeEventListener('message', listen)
    else if (event.source === frame.contentWindow) act(event.data)
  }
  window.addEventListener('message', listen)
  return frame
}
