export type { Claim, ClaimKind, Statement } from './claim'
export { claims, readNarrative, type ClaimOptions } from './claims'
