import type { Reading } from '../../intake'

type Reader = (bytes: Uint8Array) => Promise<Reading>

/** Kinds of files with a reader that is loaded only when such a file comes. */
export const loadedKinds = {
  pdf: async (bytes) => (await import('../pdf-pages')).readPdf(bytes),
} as const satisfies Readonly<Record<string, Reader>>

export type LoadedKind = keyof typeof loadedKinds

/** By what a file of each kind begins with; `start` has one character a byte. */
const signatures: Readonly<Record<LoadedKind, (start: string) => boolean>> = {
  pdf: (start) => start.includes('%PDF-'),
}

/** The kind of a file that begins so; undefined for a kind that needs no other reader. */
export const loadedKind = (start: string): LoadedKind | undefined =>
  (Object.keys(signatures) as LoadedKind[]).find((kind) => signatures[kind](start))
