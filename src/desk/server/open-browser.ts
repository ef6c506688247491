import { spawn } from 'node:child_process'

type Environment = Readonly<Record<string, string | undefined>>

/** Whether there is a screen on which a browser can open. */
export function hasScreen(platform: string, env: Environment): boolean {
  if (env['CI']) return false
  if (platform === 'win32' || platform === 'darwin') return !env['SSH_CONNECTION']
  return Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY'])
}

/** The program that opens a link in the person's browser, and its arguments. */
export function openerOf(platform: string, link: string): [string, string[]] {
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', link]]
  return [platform === 'darwin' ? 'open' : 'xdg-open', [link]]
}

/** A failure is not told: the link is printed too. */
export function openBrowser(link: string): void {
  const [program, args] = openerOf(process.platform, link)
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.once('error', () => undefined)
  child.unref()
}
